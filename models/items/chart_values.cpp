// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/chart_values.h"

#include <algorithm>

namespace goodfaith::items {
namespace {

// Sums add up; shares are the mean of the weeks, weighted by what they rest on.
void putTogether(const reports::WeeklySeries& weekly, size_t first, size_t end,
                 ChartOperation operation, ChartSeries& into) {
    double total = 0;
    int count = 0;
    bool isKnown = false;
    for (size_t week = first; week < end && week < weekly.values.size(); ++week) {
        const int rests = week < weekly.counts.size() ? weekly.counts[week] : 0;
        if (weekly.values[week]) {
            isKnown = true;
            total += *weekly.values[week] * (operation == ChartOperation::Share ? rests : 1);
        }
        count += rests;
    }
    if (operation == ChartOperation::Share) {
        isKnown = isKnown && count > 0;
        total = count > 0 ? total / count : 0;
    }
    into.values.push_back(isKnown ? std::optional<double>(total) : std::nullopt);
    into.counts.push_back(count);
}

}  // namespace

bool ChartValues::isEmpty() const {
    return std::all_of(series.begin(), series.end(), [](const ChartSeries& one) {
        return std::all_of(one.counts.begin(), one.counts.end(), [](int n) { return n == 0; });
    });
}

double ChartValues::highest() const {
    double highest = 0;
    for (size_t bin = 0; bin < bins.size(); ++bin) {
        double pile = 0;
        for (const ChartSeries& one : series) {
            const double value = one.values[bin].value_or(0);
            pile = operation == ChartOperation::Sum ? pile + value : std::max(pile, value);
        }
        highest = std::max(highest, pile);
    }
    return highest;
}

ChartValues chartValues(const reports::WeeklyReport& report, ChartOperation operation) {
    ChartValues values;
    values.operation = operation;
    const size_t weeks = report.weeks.size();
    const size_t marks = weeks * report.series.size();
    const size_t perBin = std::max<size_t>(1, (marks + mostMarks - 1) / mostMarks);
    values.weeksPerBin = static_cast<int>(perBin);
    for (size_t first = 0; first < weeks; first += perBin)
        values.bins.push_back(report.weeks[first]);
    for (const reports::WeeklySeries& weekly : report.series) {
        ChartSeries& one = values.series.emplace_back();
        one.key = weekly.name;
        one.name = seriesName(weekly.name);
        for (size_t first = 0; first < weeks; first += perBin)
            putTogether(weekly, first, std::min(first + perBin, weeks), operation, one);
    }
    return values;
}

void ChartTableModel::setValues(ChartValues values) {
    beginResetModel();
    values_ = std::move(values);
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(values_.bins.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(values_.series.size()) + 1;
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isWeek = index.column() == 0;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isWeek ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const auto bin = static_cast<size_t>(index.row());
    if (isWeek)
        return format_.day(values_.bins[bin]);
    const ChartSeries& one = values_.series[static_cast<size_t>(index.column()) - 1];
    if (!one.values[bin])
        return QStringLiteral("–");
    if (values_.operation == ChartOperation::Sum)
        return format_.number(std::llround(*one.values[bin]));
    return tr("%1 of %2").arg(format_.share(*one.values[bin]), format_.number(one.counts[bin]));
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return values_.weeksPerBin == 1 ? tr("Week of") : tr("Weeks from");
    return values_.series.at(static_cast<size_t>(section) - 1).name;
}

}  // namespace goodfaith::items

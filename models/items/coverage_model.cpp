// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/coverage_model.h"

#include <algorithm>

namespace goodfaith::items {
namespace {

constexpr auto aWeek = Duration(std::chrono::hours(7 * 24));

bool isNumber(int column) {
    return column == CoverageModel::Records;
}

}  // namespace

void CoverageModel::setFormat(const Format& format) {
    format_ = format;
    if (!coverage_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void CoverageModel::setCoverage(std::vector<CoverageRow> coverage) {
    beginResetModel();
    coverage_ = std::move(coverage);
    endResetModel();
}

// Dates in the future are mistakes or plans: nothing is known beyond now.
Instant CoverageModel::newest() const {
    Instant newest;
    for (const CoverageRow& row : coverage_)
        newest = std::max(newest, std::min(row.to, format_.now()));
    return newest;
}

// Silence of more than a week, and of more than ten times the usual pause between its records.
bool CoverageModel::lags(const CoverageRow& row) const {
    constexpr qint64 fewest = 3;
    constexpr int pauses = 10;
    const Duration silence = newest() - row.to;
    return row.records >= fewest && silence > aWeek &&
           silence / pauses > (row.to - row.from) / (row.records - 1);
}

QString CoverageModel::day(Instant instant) const {
    return format_.day(toLocal(instant, format_.zone()).date());
}

QString CoverageModel::hint() const {
    QStringList behind;
    for (const CoverageRow& row : coverage_) {
        if (lags(row))
            behind << tr("%1 of “%2” end on %3")
                          .arg(kindNamePlural(row.kind), row.source, day(row.to));
    }
    constexpr int most = 3;
    if (behind.isEmpty())
        return {};
    const QString more = behind.size() > most ? tr(", and others too") : QString();
    return tr("%1%2; other records go up to %3. Import newer files, or scores miss what happened "
              "since.")
        .arg(behind.mid(0, most).join(QStringLiteral(", ")), more, day(newest()));
}

int CoverageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(coverage_.size());
}

int CoverageModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns);
}

QVariant CoverageModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CoverageRow& row = coverage_[static_cast<size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return text(row, index.column());
        case Qt::ToolTipRole:
            if (index.column() == Since || index.column() == UpTo)
                return format_.exact(index.column() == UpTo ? row.to : row.from);
            return index.column() == Imported ? QVariant(format_.exact(row.importedAt))
                                              : QVariant();
        case Qt::TextAlignmentRole:
            return static_cast<int>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                    Qt::AlignVCenter);
        case ProblemRole:
            return lags(row);
        default:
            return {};
    }
}

QString CoverageModel::text(const CoverageRow& row, int column) const {
    switch (column) {
        case Source:
            return row.source;
        case Kind:
            return kindNamePlural(row.kind);
        case UpTo:
            return format_.when(row.to);
        case Since:
            return day(row.from);
        case Records:
            return format_.number(row.records);
        case Imported:
            return format_.when(row.importedAt);
        case Hint:
            return lags(row) ? tr("older than the others") : QString();
        default:
            return {};
    }
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Source"),  tr("What"),          tr("Up to"), tr("Since"),
                            tr("Records"), tr("Last imported"), QString()};
    return names.value(section);
}

}  // namespace goodfaith::items

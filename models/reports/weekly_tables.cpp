// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/weekly_tables.h"

#include "models/reports/elapsed.h"
#include "models/reports/weekly_report.h"

#include <limits>

namespace goodfaith::reports {
namespace {

// From what the period leaves open to the first and last of what there is.
struct Span {
    std::optional<Instant> from, to;

    void reach(Instant at) {
        from = std::min(from.value_or(at), at);
        to = std::max(to.value_or(at), at);
    }
};

QString titleOf(QString name) {
    name.replace(u'_', u' ');
    return name.isEmpty() ? name : QString(name.front().toUpper() + name.mid(1));
}

}  // namespace

QString complaintsPerWeekDefinition(const ShopSettings&) {
    return QStringLiteral(
        "Cases opened in each week, Monday to Sunday, by what is wrong. A case is one matter: a "
        "customer who writes again about it is not counted again.");
}

Report complaintsPerWeekTable(const ReportInput& input) {
    std::vector<CaseOverview> cases;
    Span span;
    input.source.forEachCase([&](const CaseOverview& matter) {
        cases.push_back(matter);
        span.reach(matter.openedAt);
    });
    Report report{{{QStringLiteral("week"), QStringLiteral("Week of"), Unit::Day}}, {}};
    if (cases.empty())
        return report;
    const WeeklyReport weekly = complaintsPerWeek(
        cases, input.settings, input.from.value_or(*span.from),
        std::min(input.to.value_or(*span.to), input.asOf), std::numeric_limits<int>::max());
    for (const auto& series : weekly.series)
        report.columns.push_back({series.name, titleOf(series.name), Unit::Count});
    for (size_t week = 0; week < weekly.weeks.size(); ++week) {
        Row& row = report.rows.emplace_back(Row{weekly.weeks[week]});
        for (const auto& series : weekly.series)
            row.push_back(countCell(series.counts[week]));
    }
    return report;
}

QString answeredPerWeekDefinition(const ShopSettings& settings) {
    return QStringLiteral(
               "Of the inquiries that came in each week, the share that we answered within %1%2. "
               "One "
               "that waits past it counts as missed; one that is not yet due is left out.")
        .arg(hoursWords(settings.replyTarget), targetTimeWords(settings));
}

Report answeredPerWeekTable(const ReportInput& input) {
    std::vector<WaitOverview> waits;
    Span span;
    input.source.forEachWait([&](const WaitOverview& wait) {
        waits.push_back(wait);
        span.reach(wait.since);
    });
    Report report{{{QStringLiteral("week"), QStringLiteral("Week of"), Unit::Day}}, {}};
    if (waits.empty())
        return report;
    const WeeklyReport weekly =
        answeredWithinTarget(waits, input.settings, input.from.value_or(*span.from),
                             std::min(input.to.value_or(*span.to), input.asOf), input.asOf);
    for (const auto& series : weekly.series) {
        report.columns.push_back({series.name, titleOf(series.name), Unit::Share});
        report.columns.push_back({series.name + QStringLiteral("_due"),
                                  titleOf(series.name) + QStringLiteral(", of"), Unit::Count});
    }
    for (size_t week = 0; week < weekly.weeks.size(); ++week) {
        Row& row = report.rows.emplace_back(Row{weekly.weeks[week]});
        for (const auto& series : weekly.series) {
            row.push_back(shareCell(
                series.values[week]
                    ? static_cast<int>(std::lround(*series.values[week] * series.counts[week]))
                    : 0,
                series.counts[week]));
            row.push_back(countCell(series.counts[week]));
        }
    }
    return report;
}

}  // namespace goodfaith::reports

// SPDX-License-Identifier: GPL-3.0-or-later
// Figures by week for managers' charts. Weeks begin on Monday in the shop's time zone; a week
// without anything is there with its zero (counts) or without a value (shares).
#pragma once

#include "models/domain/overview.h"
#include "models/domain/settings.h"

#include <QDate>

#include <optional>
#include <vector>

namespace goodfaith::reports {

struct WeeklySeries {
    QString name;                               // a topic's name; "written", "phone"
    std::vector<std::optional<double>> values;  // one a week
    std::vector<int> counts;                    // what each value rests on
};

struct WeeklyReport {
    std::vector<QDate> weeks;  // Mondays, ascending
    std::vector<WeeklySeries> series;
};

// Cases opened, by topic; the most frequent topics first, at most `mostTopics` and the rest as
// "other".
WeeklyReport complaintsPerWeek(const std::vector<CaseOverview>& cases, const ShopSettings& settings,
                               Instant from, Instant to, int mostTopics);

// Of the inquiries that came in a week, the share answered within the target. One that waits past
// its target counts as missed; one not yet due is left out.
WeeklyReport answeredWithinTarget(const std::vector<WaitOverview>& waits,
                                  const ShopSettings& settings, Instant from, Instant to,
                                  Instant asOf);

}  // namespace goodfaith::reports

// SPDX-License-Identifier: GPL-3.0-or-later
// Common issues looked for in simulated shops whose truth is known.
#pragma once

#include "tests/issues/simulated_shop.h"

#include <QStringList>

#include <optional>

namespace goodfaith::tests {

struct CalmShop {
    double complaintsPerYear = 0;
    std::vector<int> alarmsOfYear;
    int benefits = 0;    // what is no alarm, but would count for customers
    QStringList alarms;  // in words
};
CalmShop liveCalmly(quint64 seed);

struct SurgePlan {
    const char* name;
    SimulatedSurge::Kind kind;
    double excess;  // complaints a day, as a multiple of what is usual, and at least as many:
    double least;
    int days;
};
const std::vector<SurgePlan>& surgePlans();

struct MetSurge {
    // The day on which an exact test that knows what is truly usual, what surges and since when,
    // at the same error a year, has nine chances in ten to see it.
    std::optional<int> visibleOn;
    std::optional<int> foundOn;
    bool isNamedRightly = false;
};
MetSurge meetSurge(quint64 seed, const SurgePlan& plan);

struct SurgeTally {
    int visible = 0, withinADay = 0, later = 0, never = 0, namedRightly = 0;
    double daysLate = 0;
    void add(const MetSurge& surge);
};

}  // namespace goodfaith::tests

// SPDX-License-Identifier: GPL-3.0-or-later
// How many complaints a day could bring forth: the orders shipped before it, each spread over the
// days on which people usually complain, and the rhythm of the week. In orders.
#pragma once

#include "models/issues/issue_facts.h"

#include <map>

namespace goodfaith::issues {

// How long after an order people complain, and on which days of the week, as learnt from what was
// seen before a day.
struct Rhythm {
    static constexpr int mostLag = 90;
    std::array<double, mostLag + 1> lag{};  // sums to 1
    std::array<double, 7> weekday{};        // Monday first; 1 on average

    static Rhythm before(const IssueFacts& facts, int day);
};

class Exposure {
public:
    static constexpr int allOrders = -1;

    // Of the days from `first` to `last`. Refers to the facts, which are sorted.
    Exposure(const IssueFacts& facts, const Rhythm& rhythm, int first, int last);

    // Of all days from one to the other, both included, as far as they are within.
    double between(int attribute, int from, int to) const;

private:
    using Sums = std::vector<double>;  // up to each day
    const Sums& sumsOf(int attribute) const;
    Sums sum(int attribute) const;
    std::vector<double> ordersByDay(int attribute, int from) const;

    const IssueFacts& facts_;
    Rhythm rhythm_;
    int first_;
    int last_;
    mutable std::map<int, Sums> sums_;  // of those that were asked for
};

}  // namespace goodfaith::issues

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/issues/exposure.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace goodfaith::issues {
namespace {

constexpr int yearDays = 364;

// Before anything is known: few on the first days, most in the second week, some after a month.
double usualLag(int lag) {
    return (lag + 1) * std::exp(-lag / 7.0);
}

size_t weekdayOf(int day) {
    return static_cast<size_t>(day % 7);  // Julian day 0 was a Monday
}

int countIn(const std::vector<int>& days, int from, int to) {
    return static_cast<int>(std::upper_bound(days.begin(), days.end(), to) -
                            std::lower_bound(days.begin(), days.end(), from));
}

template <class Values>
void scaleTo(Values& values, double total) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (double& value : values)
        value *= total / sum;
}

}  // namespace

Rhythm Rhythm::before(const IssueFacts& facts, int day) {
    constexpr double lagsAssumed = 50;
    constexpr double complaintsAssumed = 70;
    Rhythm rhythm;
    for (int lag = 0; lag <= mostLag; ++lag)
        rhythm.lag[static_cast<size_t>(lag)] = usualLag(lag);
    scaleTo(rhythm.lag, lagsAssumed);
    rhythm.weekday.fill(complaintsAssumed / 7);
    for (const auto& complaint : facts.complaints()) {
        if (complaint.day >= day)
            break;
        if (complaint.day < day - yearDays)
            continue;
        rhythm.weekday[weekdayOf(complaint.day)] += 1;
        if (complaint.lag && *complaint.lag >= 0 && *complaint.lag <= mostLag)
            rhythm.lag[static_cast<size_t>(*complaint.lag)] += 1;
    }
    scaleTo(rhythm.lag, 1);
    scaleTo(rhythm.weekday, 7);
    return rhythm;
}

Exposure::Exposure(const IssueFacts& facts, const Rhythm& rhythm, int first, int last)
    : facts_(facts), rhythm_(rhythm), first_(first), last_(last) {}

double Exposure::between(int attribute, int from, int to) const {
    from = std::max(from, first_);
    to = std::min(to, last_);
    if (from > to)
        return 0;
    const Sums& sums = sumsOf(attribute);
    return sums[static_cast<size_t>(to - first_ + 1)] - sums[static_cast<size_t>(from - first_)];
}

const Exposure::Sums& Exposure::sumsOf(int attribute) const {
    const auto found = sums_.find(attribute);
    return found != sums_.end() ? found->second
                                : sums_.emplace(attribute, sum(attribute)).first->second;
}

// From `from` to the last day. Where our records of orders end, they are taken to go on as before;
// a shop without orders is measured by time alone.
std::vector<double> Exposure::ordersByDay(int attribute, int from) const {
    constexpr int recent = 28;
    std::vector<double> orders(static_cast<size_t>(last_ - from + 1));
    const auto& all = facts_.orderDays();
    const auto& days = attribute == allOrders ? all : facts_.orderDaysOf(attribute);
    if (countIn(all, from, last_) == 0 && attribute == allOrders) {
        std::fill(orders.begin(), orders.end(), 1.0);
        return orders;
    }
    for (auto day = std::lower_bound(days.begin(), days.end(), from);
         day != days.end() && *day <= last_; ++day)
        orders[static_cast<size_t>(*day - from)] += 1;
    if (all.empty() || all.back() >= last_)
        return orders;
    const double usual = countIn(days, all.back() - recent + 1, all.back()) / double(recent);
    for (int day = std::max(all.back() + 1, from); day <= last_; ++day)
        orders[static_cast<size_t>(day - from)] = usual;
    return orders;
}

Exposure::Sums Exposure::sum(int attribute) const {
    const int from = first_ - Rhythm::mostLag;
    const auto orders = ordersByDay(attribute, from);
    Sums sums(static_cast<size_t>(last_ - first_ + 2));
    for (size_t i = 0; i < orders.size(); ++i) {
        if (orders[i] == 0)
            continue;
        const int day = from + static_cast<int>(i);
        for (int lag = std::max(0, first_ - day); lag <= Rhythm::mostLag && day + lag <= last_;
             ++lag)
            sums[static_cast<size_t>(day + lag - first_ + 1)] +=
                orders[i] * rhythm_.lag[static_cast<size_t>(lag)];
    }
    for (size_t i = 1; i < sums.size(); ++i)
        sums[i] =
            sums[i - 1] + sums[i] * rhythm_.weekday[weekdayOf(first_ + static_cast<int>(i) - 1)];
    return sums;
}

}  // namespace goodfaith::issues

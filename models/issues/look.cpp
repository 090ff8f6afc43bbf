// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/issues/look.h"

#include "models/scoring/statistics.h"

#include <algorithm>
#include <cmath>

namespace goodfaith::issues {
namespace {

constexpr double leastRatio = 1.5;  // less is no issue, however certain
constexpr double leastExcess = 3;   // customers
constexpr int quietDays = 14;
constexpr size_t quietWindow = 4;
static_assert(windows[quietWindow] == quietDays);

}  // namespace

Look::Look(const IssueFacts& facts, const KeyBook& book, const Exposure& exposure,
           const ShopNorms& norms, const Found& found, int firstDay)
    : facts_(facts),
      book_(book),
      exposure_(exposure),
      norms_(norms),
      found_(found),
      firstDay_(firstDay) {}

bool Look::isPart(int key, int day) const {
    constexpr double nearlyAll = 0.8;
    const IssueKey& what = book_.key(key).key;
    if (what.attribute < 0)
        return what.topic != Topic::None;
    const int from = day - longestWindow - pastDays + 1;
    return exposure_.between(what.attribute, from, day) <
           nearlyAll * exposure_.between(Exposure::allOrders, from, day);
}

Look::WindowCounts Look::counts(int key, int day, int notBefore) const {
    const KeyHistory& history = book_.key(key);
    const auto [first, end] = history.between(std::max(notBefore, day - longestWindow + 1), day);
    WindowCounts counts{};
    for (size_t i = first; i < end; ++i) {
        const KeyEntry& entry = history.entries[i];
        if (!entry.isCounted || found_.explained[static_cast<size_t>(entry.complaint)])
            continue;
        for (size_t w = 0; w < windows.size(); ++w)
            counts[w] += entry.day > day - windows[w] ? 1 : 0;
    }
    return counts;
}

// The key's class tells what to expect, its own past corrects it. With Gamma(shape, …) of the past
// the tail of what may come is exactly the conditional binomial test of the window against the past
// by their exposures.
UsualRate Look::usualRate(int key, int day) const {
    const KeyHistory& history = book_.key(key);
    const int to = day - longestWindow;
    const int from = std::max(firstDay_, to - pastDays + 1);
    const double classRate = norms_.rateOf(facts_, history.key);
    const double likeness = norms_.likeness[ShopNorms::classOf(facts_, history.key)];
    if (from > to)
        return {classRate, likeness};
    const auto [first, end] = history.between(from, to);
    double complaints = 0;
    for (size_t i = first; i < end; ++i) {
        const KeyEntry& entry = history.entries[i];
        complaints +=
            entry.isCounted && !found_.explained[static_cast<size_t>(entry.complaint)] ? 1 : 0;
    }
    const int attribute = history.key.attribute;
    double orders = exposure_.between(attribute, from, to);
    if (const auto issues = found_.daysOfKey.find(key); issues != found_.daysOfKey.end()) {
        for (const auto& [begin, last] : issues->second)
            orders -= exposure_.between(attribute, std::max(begin, from), std::min(last, to));
    }
    const double shape = likeness + complaints;
    return {shape / (likeness / classRate + std::max(orders, 0.0)), shape};
}

double Look::usualOfShop(int day) const {
    if (usualOfShop_.first != day)
        usualOfShop_ = {day, usualRate(KeyBook::total, day).perOrder};
    return usualOfShop_.second;
}

// More complaints everywhere (a new mailbox, a busy season) are no issue of this key: how much more
// is usual now, at least 1, by the window and by the longest.
double Look::restOfShop(size_t window, int key, int day, const WindowCounts& counted,
                        double perOrder) const {
    constexpr double caution = 4;  // complaints: so many more are soon chance
    const WindowCounts all = counts(KeyBook::total, day, 0);
    double factor = 1;
    for (const size_t w : {window, windows.size() - 1}) {
        const int from = day - windows[w] + 1;
        const double usual = expected(KeyBook::total, from, day, usualOfShop(day)) -
                             expected(key, from, day, perOrder);
        factor = std::max(factor, (caution + std::max(all[w] - counted[w], 0)) /
                                      (caution + std::max(usual, 0.0)));
    }
    return factor;
}

// Who looks only when a complaint comes in asks how many others came before it: so the one itself
// is not counted.
double Look::probability(int key, int day, int notBefore) const {
    const WindowCounts found = counts(key, day, notBefore);
    if (found.back() < leastCustomers || !isPart(key, day))
        return 1;
    const UsualRate usual = usualRate(key, day);
    const size_t group = ShopNorms::classOf(facts_, book_.key(key).key);
    double least = 1;
    for (size_t w = 0; w < windows.size(); ++w) {
        const int count = found[w];
        double mean = expected(key, day - windows[w] + 1, day, usual.perOrder);
        if (count < leastCustomers || count < leastRatio * mean || count - mean < leastExcess)
            continue;
        mean *= restOfShop(w, key, day, found, usual.perOrder);
        const double shape = 1 / (1 / usual.shape + norms_.dispersion[group][w]);
        least =
            std::min(least, scoring::tailProbability({std::max(mean, 1e-9), shape}, count - 1, 1));
    }
    return least;
}

int Look::beginning(int key, int day, int notBefore) const {
    const KeyHistory& history = book_.key(key);
    const double rate = usualRate(key, day).perOrder;
    const auto [first, end] = history.between(std::max(notBefore, day - longestWindow + 1), day);
    int best = day;
    double mostEvidence = 0;
    int count = 0;
    for (size_t i = end; i-- > first;) {
        const KeyEntry& entry = history.entries[i];
        if (!entry.isCounted || found_.explained[static_cast<size_t>(entry.complaint)])
            continue;
        ++count;
        const double mean = std::max(expected(key, entry.day, day, rate), 1e-9);
        const double evidence = count > mean ? count * std::log(count / mean) - (count - mean) : 0;
        if (count >= leastCustomers && evidence > mostEvidence) {
            mostEvidence = evidence;
            best = entry.day;
        }
    }
    return best;
}

bool Look::goesOn(int key, int day, double perOrder) const {
    constexpr int fewest = 2;
    const KeyHistory& history = book_.key(key);
    const auto [first, end] = history.between(day - quietDays + 1, day);
    int count = 0;
    for (size_t i = first; i < end; ++i)
        count += history.entries[i].isCounted ? 1 : 0;
    const double mean = expected(key, day - quietDays + 1, day, perOrder);
    const double unevenness =
        norms_.dispersion[ShopNorms::classOf(facts_, history.key)][quietWindow];
    return count >= fewest && count > mean + std::sqrt(mean + unevenness * mean * mean);
}

double Look::expected(int key, int from, int to, double perOrder) const {
    return perOrder * exposure_.between(book_.key(key).key.attribute, from, to);
}

}  // namespace goodfaith::issues

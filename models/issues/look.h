// SPDX-License-Identifier: GPL-3.0-or-later
// One look at one key on one day: whether more customers complained in the days up to it than can
// be chance, given the key's own past, the orders shipped, and what the rest of the shop met.
#pragma once

#include "models/issues/shop_norms.h"

#include <map>

namespace goodfaith::issues {

inline constexpr int leastCustomers = 4;
inline constexpr int pastDays = 364;  // what a key is compared with ends before its longest window

// What has been found so far. It is no part of what is usual.
struct Found {
    Explained explained;                                        // complaints, by place
    std::map<int, std::vector<std::pair<int, int>>> daysOfKey;  // first and last of its issues
};

struct UsualRate {
    double perOrder = 0;
    double shape = 1;  // of the Gamma distribution of what it may really be
};

class Look {
public:
    Look(const IssueFacts& facts, const KeyBook& book, const Exposure& exposure,
         const ShopNorms& norms, const Found& found, int firstDay);

    // How likely the most surprising window up to that day is by chance: 1 where too few
    // complained. Complaints before `notBefore` do not count.
    double probability(int key, int day, int notBefore) const;
    UsualRate usualRate(int key, int day) const;
    // The day from which on the surge up to `day` stands out most.
    int beginning(int key, int day, int notBefore) const;
    // Whether more than usual still come in.
    bool goesOn(int key, int day, double perOrder) const;
    double expected(int key, int from, int to, double perOrder) const;

private:
    using WindowCounts = std::array<int, windows.size()>;
    // Whether it tells more than the shop as a whole: not so of the only carrier there is.
    bool isPart(int key, int day) const;
    WindowCounts counts(int key, int day, int notBefore) const;
    double usualOfShop(int day) const;
    double restOfShop(size_t window, int key, int day, const WindowCounts& counted,
                      double perOrder) const;

    const IssueFacts& facts_;
    const KeyBook& book_;
    const Exposure& exposure_;
    const ShopNorms& norms_;
    const Found& found_;
    int firstDay_;
    mutable std::pair<int, double> usualOfShop_{0, 0};  // of the day last asked for
};

}  // namespace goodfaith::issues

// SPDX-License-Identifier: GPL-3.0-or-later
// The formulas that scores stand on, free of any customer: rates, ranks, waiting times.
// Whatever leaves scoring is rounded to six decimals, so that every machine shows the same.
#pragma once

#include "models/domain/instant.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace goodfaith::scoring {

double rounded(double value);  // to six decimals

// How often customers complain: a rate per order is Gamma(shape, shape / mean), orders are Poisson.
struct RatePrior {
    double mean = 0;   // above 0
    double shape = 1;  // above 0
};

struct RateEstimate {
    double mean = 0;
    double low = 0;   // 5 % quantile
    double high = 0;  // 95 % quantile
};

// Posterior of the rate after `cases` in `orders`; rounded.
RateEstimate estimateRate(const RatePrior& prior, int cases, int orders);
// Whether the 5 % quantile reaches that. It lies below the mean, which mostly says no, and costs
// much less.
bool lowReaches(double bound, const RatePrior& prior, int cases, int orders);
// P(at least `cases` in `orders`) for a customer drawn from the prior (negative binomial).
double tailProbability(const RatePrior& prior, int cases, int orders);

// Customers by (orders, cases).
using CustomersByExposure = std::map<std::pair<int, int>, int>;
// The shape of greatest marginal likelihood within [0.5, 5], the mean being given; rounded.
double fittedShape(const CustomersByExposure& customers, double mean);

// 0 to 100; `ascending` must not be empty. Equal values share the middle of their ranks.
template <class Value>
double midRankPercentile(const std::vector<Value>& ascending, Value value) {
    const auto [first, last] = std::equal_range(ascending.begin(), ascending.end(), value);
    const auto below = static_cast<double>(first - ascending.begin());
    const auto equal = static_cast<double>(last - first);
    return 100 * (below + equal / 2) / static_cast<double>(ascending.size());
}

int quintileOf(double percentile);  // 1 to 5

struct WaitingTime {
    Duration elapsed;
    bool ended = false;  // else it still goes on: censored
};
// Kaplan–Meier: when the given share of waits has ended. On a level stretch of the curve the
// middle of it, as for a common median. Nothing when too many still wait to say.
std::optional<Duration> timeUntilEnded(std::vector<WaitingTime> waits, double share);

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/statistics.h"

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <map>
#include <tuple>

namespace goodfaith::scoring {
namespace {

constexpr double leastShape = 0.5;
constexpr double greatestShape = 5;

// ln of the negative binomial, without the terms that do not depend on the shape.
double logLikelihood(double shape, double mean, int orders, int cases) {
    const double rate = shape / mean;
    return boost::math::lgamma(shape + cases) - boost::math::lgamma(shape) +
           shape * std::log(rate) - (shape + cases) * std::log(rate + orders);
}

}  // namespace

double rounded(double value) {
    const double result = std::round(value * 1e6) / 1e6;
    return result == 0 ? 0 : result;  // no negative zero
}

// Quantiles take long, and a shop's customers have few counts between them: what was asked is
// known.
RateEstimate estimateRate(const RatePrior& prior, int cases, int orders) {
    constexpr size_t mostKnown = 10'000;
    thread_local std::map<std::tuple<double, double, int, int>, RateEstimate> known;
    const std::tuple asked(prior.mean, prior.shape, cases, orders);
    if (const auto found = known.find(asked); found != known.end())
        return found->second;
    if (known.size() >= mostKnown)
        known.clear();
    const double shape = prior.shape + cases;
    const double rate = prior.shape / prior.mean + orders;
    const boost::math::gamma_distribution<double> posterior(shape, 1 / rate);
    const RateEstimate estimate{rounded(shape / rate),
                                rounded(boost::math::quantile(posterior, 0.05)),
                                rounded(boost::math::quantile(posterior, 0.95))};
    known.emplace(asked, estimate);
    return estimate;
}

bool lowReaches(double bound, const RatePrior& prior, int cases, int orders) {
    const double mean = (prior.shape + cases) / (prior.shape / prior.mean + orders);
    return mean >= bound && estimateRate(prior, cases, orders).low >= bound;
}

double tailProbability(const RatePrior& prior, int cases, int orders) {
    if (cases <= 0)
        return 1;
    if (orders <= 0)
        return 0;
    const double rate = prior.shape / prior.mean;
    const boost::math::negative_binomial_distribution<double> count(prior.shape,
                                                                    rate / (rate + orders));
    return boost::math::cdf(boost::math::complement(count, cases - 1));
}

double fittedShape(const CustomersByExposure& customers, double mean) {
    const auto loss = [&](double logShape) {
        double sum = 0;
        for (const auto& [exposure, count] : customers)
            sum -= count * logLikelihood(std::exp(logShape), mean, exposure.first, exposure.second);
        return sum;
    };
    constexpr int bits = 26;  // half of a double's: a minimum is not known any closer
    const auto [logShape, least] = boost::math::tools::brent_find_minima(
        loss, std::log(leastShape), std::log(greatestShape), bits);
    return rounded(std::clamp(std::exp(logShape), leastShape, greatestShape));
}

int quintileOf(double percentile) {
    return std::clamp(static_cast<int>(percentile / 20) + 1, 1, 5);
}

std::optional<Duration> timeUntilEnded(std::vector<WaitingTime> waits, double share) {
    std::sort(waits.begin(), waits.end(),
              [](const WaitingTime& a, const WaitingTime& b) { return a.elapsed < b.elapsed; });
    constexpr double tolerance = 1e-9;  // of the products below
    double waiting = 1;                 // share that still waits
    std::optional<Duration> levelSince;
    for (size_t i = 0; i < waits.size();) {
        size_t next = i;
        size_t ended = 0;
        for (; next < waits.size() && waits[next].elapsed == waits[i].elapsed; ++next)
            ended += waits[next].ended ? 1 : 0;
        if (ended > 0) {
            if (levelSince)
                return (*levelSince + waits[i].elapsed) / 2;
            waiting *= 1 - static_cast<double>(ended) / static_cast<double>(waits.size() - i);
            if (waiting < 1 - share - tolerance)
                return waits[i].elapsed;
            if (waiting <= 1 - share + tolerance)
                levelSince = waits[i].elapsed;
        }
        i = next;
    }
    return levelSince;
}

}  // namespace goodfaith::scoring

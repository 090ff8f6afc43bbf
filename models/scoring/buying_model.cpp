// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/buying_model.h"

#include "models/scoring/maximum_likelihood.h"

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <unordered_map>

namespace goodfaith::scoring {
namespace {

using boost::math::digamma;
using boost::math::lgamma;

// The two ways to have been silent since: still active, or left after the last purchase.
struct Silence {
    double log = 0;        // ln of their sum
    double leftShare = 0;  // of the second
};

Silence silence(const BuyingModel& model, const BuyingHistory& customer) {
    const double power = model.r + customer.repeats;
    const double active = -power * std::log(model.alpha + customer.observed);
    if (customer.repeats == 0)
        return {active, 0};
    const double left = std::log(model.a / (model.b + customer.repeats - 1)) -
                        power * std::log(model.alpha + customer.last);
    const double greater = std::max(active, left);
    const double sum = std::exp(active - greater) + std::exp(left - greater);
    return {greater + std::log(sum), std::exp(left - greater) / sum};
}

// What depends on the number of repeats alone, and is asked for again and again.
struct OfRepeats {
    double log = 0;
    double byR = 0;
    double byA = 0;
    double byB = 0;
};

OfRepeats ofRepeats(const BuyingModel& model, int repeats) {
    const auto& [r, alpha, a, b] = model;
    const double x = repeats;
    OfRepeats of;
    of.log = lgamma(r + x) - lgamma(r) + lgamma(a + b) + lgamma(b + x) - lgamma(b) -
             lgamma(a + b + x) + r * std::log(alpha);
    of.byR = digamma(r + x) - digamma(r) + std::log(alpha);
    of.byA = digamma(a + b) - digamma(a + b + x);
    of.byB = of.byA + digamma(b + x) - digamma(b);
    return of;
}

double likelihoodAndGradient(const BuyingModel& model, const CustomersByBuying& customers,
                             std::vector<double>& gradient) {
    double sum = 0;
    double repeatsBefore = -1;
    OfRepeats of;
    for (const auto& [customer, count] : customers) {  // sorted by repeats first
        if (customer.repeats != repeatsBefore)
            of = ofRepeats(model, customer.repeats);
        repeatsBefore = customer.repeats;
        const Silence silent = silence(model, customer);
        const double left = silent.leftShare;
        const double power = model.r + customer.repeats;
        sum += count * (of.log + silent.log);
        gradient[0] += count * (of.byR - (1 - left) * std::log(model.alpha + customer.observed) -
                                left * std::log(model.alpha + customer.last));
        gradient[1] += count * (model.r / model.alpha -
                                power * ((1 - left) / (model.alpha + customer.observed) +
                                         left / (model.alpha + customer.last)));
        gradient[2] += count * (of.byA + left / model.a);
        gradient[3] += count * (of.byB - (left > 0 ? left / (model.b + customer.repeats - 1) : 0));
    }
    return sum;
}

// Gauss's 2F1 by its series, for 0 <= z < 1.
double hypergeometric(double a, double b, double c, double z) {
    constexpr int mostTerms = 200'000;
    constexpr double precision = 1e-15;
    double term = 1;
    double sum = 1;
    for (int n = 0; n < mostTerms; ++n) {
        term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
        sum += term;
        if (std::abs(term) < precision * std::abs(sum))
            break;
    }
    return sum;
}

// Away from where the formulas are 0/0; the limits there are smooth.
double awayFrom(double pole, double value) {
    constexpr double least = 1e-6;
    return std::abs(value - pole) < least ? pole + least : value;
}

// (a+b+x-1)/(a-1) [1 - (A/(A+t))^(r+x) 2F1(r+x, b+x; a+b+x-1; t/(A+t))], A being alpha + T. By
// Euler's transformation the power and the series, of which one vanishes and the other grows beyond
// bounds for many repeats, become one that is harmless.
double daysAhead(const BuyingModel& model, int repeats, double observed, double weeks) {
    const double a = awayFrom(1, model.a);
    const double c = awayFrom(0, a + model.b + repeats - 1);
    const double z = weeks / (model.alpha + observed + weeks);
    const double series = hypergeometric(a + model.b - 1 - model.r, a - 1, c, z);
    return c / (a - 1) * (1 - std::pow(1 - z, a - 1) * series);
}

}  // namespace

double logLikelihood(const BuyingModel& model, const CustomersByBuying& customers) {
    std::vector<double> unused(4);
    return likelihoodAndGradient(model, customers, unused);
}

double expectedDays(const BuyingModel& model, double weeks) {
    return daysAhead(model, 0, 0, weeks);
}

double expectedDays(const BuyingModel& model, const BuyingHistory& customer, double weeks) {
    return daysAhead(model, customer.repeats, customer.observed, weeks) *
           probabilityActive(model, customer);
}

double probabilityActive(const BuyingModel& model, const BuyingHistory& customer) {
    return 1 - silence(model, customer).leftShare;
}

std::optional<FittedBuying> fitBuying(const CustomersByBuying& customers) {
    const auto model = [](const std::vector<double>& values) {
        return BuyingModel{values[0], values[1], values[2], values[3]};
    };
    const auto fit = fitted(
        [&](const std::vector<double>& parameters, std::vector<double>& gradient) {
            return likelihoodAndGradient(model(parameters), customers, gradient);
        },
        {1, 1, 1, 1});
    if (!fit)
        return std::nullopt;
    return FittedBuying{model(fit->parameters), model(fit->standardErrors), fit->logLikelihood};
}

}  // namespace goodfaith::scoring

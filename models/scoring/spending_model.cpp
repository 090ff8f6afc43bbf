// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/spending_model.h"

#include "models/scoring/maximum_likelihood.h"

#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace goodfaith::scoring {
namespace {

using boost::math::digamma;
using boost::math::lgamma;

// What depends on the number of days alone.
struct OfDays {
    double log = 0;
    double byP = 0;
    double byQ = 0;
};

OfDays ofDays(const SpendingModel& model, double x) {
    const double shape = model.p * x;
    const double both = shape + model.q;
    return {lgamma(both) - lgamma(shape) - lgamma(model.q), x * (digamma(both) - digamma(shape)),
            digamma(both) - digamma(model.q)};
}

double likelihoodAndGradient(const SpendingModel& model, const CustomersBySpending& customers,
                             std::vector<double>& gradient) {
    const auto& [p, q, gamma] = model;
    double sum = 0;
    int daysBefore = 0;
    OfDays of;
    for (const auto& [customer, count] : customers) {  // sorted by days first
        const double x = customer.days;
        if (customer.days != daysBefore)
            of = ofDays(model, x);
        daysBefore = customer.days;
        const double spent = x * customer.mean;
        const double logBoth = std::log(gamma + spent);
        sum += count * (of.log + q * std::log(gamma) + (p * x - 1) * std::log(customer.mean) +
                        p * x * std::log(x) - (p * x + q) * logBoth);
        gradient[0] += count * (of.byP + x * (std::log(spent) - logBoth));
        gradient[1] += count * (of.byQ + std::log(gamma) - logBoth);
        gradient[2] += count * (q / gamma - (p * x + q) / (gamma + spent));
    }
    return sum;
}

double meanOf(const CustomersBySpending& customers) {
    double sum = 0;
    double count = 0;
    for (const auto& [customer, number] : customers) {
        sum += number * customer.mean;
        count += number;
    }
    return sum / count;
}

}  // namespace

double logLikelihood(const SpendingModel& model, const CustomersBySpending& customers) {
    std::vector<double> unused(3);
    return likelihoodAndGradient(model, customers, unused);
}

double expectedSpending(const SpendingModel& model, const SpendingHistory& customer) {
    return model.p * (model.gamma + customer.days * customer.mean) /
           (model.p * customer.days + model.q - 1);
}

std::optional<FittedSpending> fitSpending(const CustomersBySpending& customers) {
    if (customers.empty())
        return std::nullopt;
    const auto model = [](const std::vector<double>& values) {
        return SpendingModel{values[0], values[1], values[2]};
    };
    const auto fit = fitted(
        [&](const std::vector<double>& parameters, std::vector<double>& gradient) {
            return likelihoodAndGradient(model(parameters), customers, gradient);
        },
        {2, 3, meanOf(customers)});  // a scale of the shop's own, whatever its currency
    if (!fit || fit->parameters[1] <= 1)
        return std::nullopt;
    return FittedSpending{model(fit->parameters), model(fit->standardErrors), fit->logLikelihood};
}

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/logistic_fit.h"

#include <algorithm>
#include <cmath>
#include <nlopt.hpp>

namespace goodfaith::scoring {
namespace {

using Vector = std::vector<double>;

struct Problem {
    const std::vector<ExamplesAlike>& examples;
    const std::vector<BelievedWeight>& beliefs;
    double offset = 0;
};

double logLoss(double logOdds) {  // ln(1 + e^x) without overflow
    return logOdds > 0 ? logOdds + std::log1p(std::exp(-logOdds)) : std::log1p(std::exp(logOdds));
}

double loss(const Vector& weights, Vector& gradient, void* data) {
    const Problem& problem = *static_cast<const Problem*>(data);
    std::fill(gradient.begin(), gradient.end(), 0);
    double sum = 0;
    for (const ExamplesAlike& alike : problem.examples) {
        double logOdds = problem.offset;
        for (const auto& [place, amount] : alike.amounts)
            logOdds += weights[place] * amount;
        sum += alike.all * logLoss(logOdds) - alike.positives * logOdds;
        if (gradient.empty())
            continue;
        const double error = alike.all / (1 + std::exp(-logOdds)) - alike.positives;
        for (const auto& [place, amount] : alike.amounts)
            gradient[place] += error * amount;
    }
    for (size_t i = 0; i < weights.size(); ++i) {
        const double pull = problem.beliefs[i].pull;
        const double way = weights[i] - problem.beliefs[i].believed;
        sum += pull / 2 * way * way;
        if (!gradient.empty())
            gradient[i] += pull * way;
    }
    return sum;
}

}  // namespace

std::vector<double> logisticFit(const std::vector<ExamplesAlike>& examples,
                                const std::vector<BelievedWeight>& beliefs, double offset) {
    Vector weights, low, high;
    for (const BelievedWeight& belief : beliefs) {
        weights.push_back(belief.believed);
        low.push_back(belief.least);
        high.push_back(belief.greatest);
    }
    Problem problem{examples, beliefs, offset};
    nlopt::opt search(nlopt::LD_LBFGS, static_cast<unsigned>(weights.size()));
    search.set_min_objective(loss, &problem);
    search.set_lower_bounds(low);
    search.set_upper_bounds(high);
    search.set_ftol_rel(1e-12);
    search.set_xtol_rel(1e-9);
    search.set_maxeval(5000);
    double least = 0;
    try {
        search.optimize(weights, least);
    } catch (const nlopt::roundoff_limited&) {
        // As near as numbers can tell.
    }
    return weights;
}

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/own_weights.h"

#include "models/scoring/complaint_frequency.h"
#include "models/scoring/verdict.h"
#include "models/scoring/weights.h"

#include <algorithm>
#include <cmath>
#include <nlopt.hpp>

namespace goodfaith::scoring {
namespace {

using Vector = std::vector<double>;

constexpr double widest = 2;                // times what is shipped, or one such part of it
constexpr double deviation = 0.5;           // of a weight, as a share of what is shipped
constexpr double deviationOfIntercept = 3;  // in log-odds
constexpr double most = 1000;               // bound of the intercept, which never matters

struct Item {
    QString code;
    double shipped = 0;
};

struct Problem {
    std::vector<Item> items;
    std::vector<Vector> amounts;  // of each example, by item
    std::vector<bool> isPattern;
    double intercept = 0;  // as it is believed to be
};

double logLoss(double logOdds) {  // ln(1 + e^x) without overflow
    return logOdds > 0 ? logOdds + std::log1p(std::exp(-logOdds)) : std::log1p(std::exp(logOdds));
}

double penalty(double value, double believed, double scale, double& gradient) {
    const double way = (value - believed) / scale;
    gradient += way / scale;
    return way * way / 2;
}

// The weights, and the intercept behind them.
double loss(const Vector& weights, Vector& gradient, void* data) {
    const Problem& problem = *static_cast<const Problem*>(data);
    const size_t items = problem.items.size();
    Vector slope(weights.size(), 0);
    double sum = 0;
    for (size_t i = 0; i < problem.amounts.size(); ++i) {
        double logOdds = weights[items];
        for (size_t item = 0; item < items; ++item)
            logOdds += weights[item] * problem.amounts[i][item];
        const double truth = problem.isPattern[i] ? 1 : 0;
        sum += logLoss(logOdds) - truth * logOdds;
        const double error = 1 / (1 + std::exp(-logOdds)) - truth;
        for (size_t item = 0; item < items; ++item)
            slope[item] += error * problem.amounts[i][item];
        slope[items] += error;
    }
    for (size_t item = 0; item < items; ++item) {
        const double shipped = problem.items[item].shipped;
        sum += penalty(weights[item], shipped, deviation * std::abs(shipped), slope[item]);
    }
    sum += penalty(weights[items], problem.intercept, deviationOfIntercept, slope[items]);
    if (!gradient.empty())
        gradient = slope;
    return sum;
}

Problem problemOf(const std::vector<JudgedExample>& examples) {
    Problem problem;
    const Weights& shipped = shippedWeights();
    problem.intercept = std::log(shipped.prior / (1 - shipped.prior));
    for (const auto& [code, weight] : shipped.of)
        problem.items.push_back({code, weight.weight});
    for (const JudgedExample& example : examples) {
        Vector& amounts = problem.amounts.emplace_back();
        for (const Item& item : problem.items) {
            const auto found = example.amounts.find(item.code);
            amounts.push_back(found == example.amounts.end() ? 0 : found->second);
        }
        problem.isPattern.push_back(example.isPattern);
    }
    return problem;
}

Vector fittedTo(Problem& problem) {
    Vector weights, low, high;
    for (const Item& item : problem.items) {
        weights.push_back(item.shipped);
        low.push_back(std::min(item.shipped / widest, item.shipped * widest));
        high.push_back(std::max(item.shipped / widest, item.shipped * widest));
    }
    weights.push_back(problem.intercept);
    low.push_back(-most);
    high.push_back(most);
    nlopt::opt search(nlopt::LD_LBFGS, static_cast<unsigned>(weights.size()));
    search.set_min_objective(loss, &problem);
    search.set_lower_bounds(low);
    search.set_upper_bounds(high);
    search.set_ftol_rel(1e-12);
    search.set_xtol_rel(1e-9);
    search.set_maxeval(2000);
    double least = 0;
    try {
        search.optimize(weights, least);
    } catch (const nlopt::roundoff_limited&) {
        // As near as numbers can tell.
    }
    return weights;
}

}  // namespace

JudgedExample judgedExample(const ScoringInput& input, bool isPattern) {
    const History history(input.facts, input.understanding, input.coverage, input.settings,
                          input.asOf, &input.parameters.issues);
    const auto cases = judgeCases(history);
    return {amountsOf({history, cases, input.parameters, priorOf(input.parameters), input.linked}),
            isPattern};
}

std::optional<std::map<QString, double>> ownWeights(const std::vector<JudgedExample>& examples) {
    const auto patterns =
        std::count_if(examples.begin(), examples.end(),
                      [](const JudgedExample& example) { return example.isPattern; });
    if (patterns < fewestJudged || static_cast<int>(examples.size()) - patterns < fewestJudged)
        return std::nullopt;
    Problem problem = problemOf(examples);
    const Vector weights = fittedTo(problem);
    std::map<QString, double> own;
    constexpr double hundredths = 100;
    for (size_t item = 0; item < problem.items.size(); ++item)
        own[problem.items[item].code] = std::round(weights[item] * hundredths) / hundredths;
    return own;
}

}  // namespace goodfaith::scoring

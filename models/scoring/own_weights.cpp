// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/own_weights.h"

#include "models/scoring/complaint_frequency.h"
#include "models/scoring/logistic_fit.h"
#include "models/scoring/verdict.h"
#include "models/scoring/weights.h"

#include <algorithm>
#include <cmath>

namespace goodfaith::scoring {
namespace {

constexpr double widest = 2;                // times what is shipped, or one such part of it
constexpr double deviation = 0.5;           // of a weight, as a share of what is shipped
constexpr double deviationOfIntercept = 3;  // in log-odds
constexpr double most = 1000;               // bound of the intercept, which never matters

BelievedWeight drawnTo(double believed, double least, double greatest, double scale) {
    return {believed, std::min(least, greatest), std::max(least, greatest), 1 / (scale * scale)};
}

// Those of the items in the order of their codes, and the intercept behind them.
std::vector<BelievedWeight> believedWeights(const Weights& shipped) {
    std::vector<BelievedWeight> beliefs;
    for (const auto& [code, item] : shipped.of)
        beliefs.push_back(drawnTo(item.weight, item.weight / widest, item.weight * widest,
                                  deviation * std::abs(item.weight)));
    beliefs.push_back(
        drawnTo(std::log(shipped.prior / (1 - shipped.prior)), -most, most, deviationOfIntercept));
    return beliefs;
}

ExamplesAlike exampleFor(const JudgedExample& judged, const Weights& shipped) {
    ExamplesAlike example{{}, judged.isPattern ? 1.0 : 0.0, 1};
    size_t place = 0;
    for (const auto& [code, item] : shipped.of) {
        const auto found = judged.amounts.find(code);
        if (found != judged.amounts.end())
            example.amounts.emplace_back(place, found->second);
        ++place;
    }
    example.amounts.emplace_back(place, 1);  // the intercept
    return example;
}

double toHundredths(double value) {
    constexpr double hundredths = 100;
    return std::round(value * hundredths) / hundredths;
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
    const Weights& shipped = shippedWeights();
    std::vector<ExamplesAlike> each;
    for (const JudgedExample& example : examples)
        each.push_back(exampleFor(example, shipped));
    const auto weights = logisticFit(each, believedWeights(shipped));
    std::map<QString, double> own;
    auto weight = weights.begin();
    for (const auto& [code, item] : shipped.of)
        own[code] = toHundredths(*weight++);
    return own;
}

}  // namespace goodfaith::scoring

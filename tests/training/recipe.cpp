// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/recipe.h"

#include <algorithm>
#include <cmath>

namespace goodfaith::training {
namespace {

constexpr double mostSteps = 127;

double logOdds(double share) {
    return std::log(share / (1 - share));
}

understanding::ModelWeights inSteps(const std::vector<double>& weights) {
    understanding::ModelWeights made;
    double largest = 0;
    for (const double weight : weights)
        largest = std::max(largest, std::abs(weight));
    made.step = largest / mostSteps;
    for (const double weight : weights)
        made.steps.push_back(int8_t(std::lround(weight / made.step)));
    return made;
}

}  // namespace

std::vector<Scored> heldOut(const Corpus& corpus, const Recipe& recipe) {
    std::vector<Scored> scored;
    for (int fold = 0; fold < foldCount; ++fold) {
        const auto weights = trained(
            corpus.examples(recipe.textsWithout, {Folds::Use::Without, fold}, quint64(fold) + 1),
            recipe.training);
        for (const Example& example : corpus.examples(recipe.textsOfFold, {Folds::Use::Only, fold},
                                                      quint64(fold) + 1 + foldCount))
            scored.push_back({sumOf(weights, example), example.complaint});
    }
    return scored;
}

understanding::ModelWeights madeWeights(const Corpus& corpus, const Recipe& recipe,
                                        const std::vector<Scored>& heldOut) {
    auto weights = inSteps(trained(corpus.examples(recipe.texts, {}, 0), recipe.training));
    const Line line = calibrated(heldOut);
    weights.version = recipe.version;
    weights.steepness = line.steepness;
    weights.shift = line.shift + logOdds(recipe.complaintShare) - logOdds(Corpus::complaintShare);
    return weights;
}

}  // namespace goodfaith::training

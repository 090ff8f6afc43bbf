// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/matching_estimate.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace goodfaith::identity {
namespace {

// What keeps a level that was never met from being impossible.
constexpr double pseudoCount = 0.5;

using Counts = std::array<std::array<double, mostLevels>, matchFieldCount>;

void addVector(Counts& counts, const std::array<quint8, matchFieldCount>& levels, double times) {
    for (size_t field = 0; field < matchFieldCount; ++field)
        counts[field][levels[field]] += times;
}

// Among known ones; level 0 is "unknown" and says nothing.
void setFrom(const Counts& counts, double LevelProbabilities::*probability,
             MatchParameters& parameters) {
    for (size_t field = 0; field < matchFieldCount; ++field) {
        const size_t levels = levelsOf(static_cast<MatchField>(field)).size();
        double known = 0;
        for (size_t level = 1; level < levels; ++level)
            known += counts[field][level];
        if (known < 1)
            continue;
        const double all = known + pseudoCount * static_cast<double>(levels - 1);
        for (size_t level = 1; level < levels; ++level)
            parameters.levels[field][level].*probability =
                (counts[field][level] + pseudoCount) / all;
    }
}

double likelihood(const std::array<quint8, matchFieldCount>& levels,
                  const MatchParameters& parameters, double LevelProbabilities::*probability) {
    double product = 1;
    for (size_t field = 0; field < matchFieldCount; ++field)
        product *= levels[field] == 0 ? 1 : parameters.levels[field][levels[field]].*probability;
    return product;
}

// One round. Among candidates u has a value of its own, which only serves to tell the classes
// apart.
void maximise(const AgreementCounts& candidates, MatchEstimate& estimate) {
    Counts ofMatches{};
    Counts ofOthers{};
    double matches = 0;
    double all = 0;
    for (const auto& [levels, times] : candidates) {
        const double one =
            estimate.share * likelihood(levels, estimate.parameters, &LevelProbabilities::m);
        const double two =
            (1 - estimate.share) * likelihood(levels, estimate.parameters, &LevelProbabilities::u);
        const auto count = static_cast<double>(times);
        const double expected =
            count * one / std::max(one + two, std::numeric_limits<double>::min());
        addVector(ofMatches, levels, expected);
        addVector(ofOthers, levels, count - expected);
        matches += expected;
        all += count;
    }
    setFrom(ofMatches, &LevelProbabilities::m, estimate.parameters);
    setFrom(ofOthers, &LevelProbabilities::u, estimate.parameters);
    estimate.share = matches / std::max(all, 1.0);
}

}  // namespace

MatchEstimate estimate(const AgreementCounts& candidates, const AgreementCounts& random,
                       const MatchParameters& start, double shareAtFirst) {
    constexpr int mostRounds = 200;
    constexpr double settled = 1e-6;
    MatchEstimate result{start, shareAtFirst, 0};
    double before = -1;
    while (result.rounds < mostRounds && std::abs(result.share - before) > settled) {
        before = result.share;
        maximise(candidates, result);
        ++result.rounds;
    }
    Counts ofRandom{};
    for (const auto& [levels, times] : random)
        addVector(ofRandom, levels, static_cast<double>(times));
    setFrom(ofRandom, &LevelProbabilities::u, result.parameters);
    return result;
}

}  // namespace goodfaith::identity

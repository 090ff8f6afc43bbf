// SPDX-License-Identifier: GPL-3.0-or-later
// Weights of evidence as a shop's own agents weigh it: fitted to what they judged, and never far
// from those that the program ships.
#pragma once

#include "models/scoring/score_customer.h"

#include <map>
#include <optional>
#include <vector>

namespace goodfaith::scoring {

// Of so many judgements either way something can be learnt: of patterns, and of good faith.
inline constexpr int fewestJudged = 20;

// A customer as the records told of them when they were judged.
struct JudgedExample {
    std::map<QString, double> amounts;  // of evidence, by code: how often it counted
    bool isPattern = false;             // judged a chronic pattern; else good faith
};
JudgedExample judgedExample(const ScoringInput& input, bool isPattern);

// By code, in log-odds, each between half and twice what is shipped, to hundredths. Logistic
// regression, penalised by the square of each weight's way from the shipped one (a standard
// deviation of half of it), so that it takes many judgements to move one far. Who is judged is not
// who comes: an intercept of their own takes that up, and is left out afterwards. Nothing where
// too few were judged, either way.
std::optional<std::map<QString, double>> ownWeights(const std::vector<JudgedExample>& examples);

}  // namespace goodfaith::scoring

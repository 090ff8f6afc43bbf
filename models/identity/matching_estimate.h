// SPDX-License-Identifier: GPL-3.0-or-later
// Fits the probabilities of matching on pairs of which nobody said whether they are one person.
#pragma once

#include "models/identity/matching.h"

#include <map>

namespace goodfaith::identity {

// How often each comparison vector was met. Pairs of a shop are many, their vectors are few.
using AgreementCounts = std::map<std::array<quint8, matchFieldCount>, qint64>;

struct MatchEstimate {
    MatchParameters parameters;
    double share = 0;  // of the pairs that are one person
    int rounds = 0;
};

// Expectation and maximisation (Winkler 1988; Herzog, Scheuren and Winkler 2007, chapter 9) from
// `start` on, with the fields taken as independent within each class. m and the share are fitted on
// `candidates`. u is counted on `random`, pairs drawn blindly, nearly all of two strangers: among
// candidates it is biased by whatever made them candidates. A field that is never known, and what
// is said of households, stays as in `start`.
MatchEstimate estimate(const AgreementCounts& candidates, const AgreementCounts& random,
                       const MatchParameters& start, double shareAtFirst);

}  // namespace goodfaith::identity

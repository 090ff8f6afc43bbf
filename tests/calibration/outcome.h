// SPDX-License-Identifier: GPL-3.0-or-later
// What scoring says of everybody in a simulated shop, beside the truth.
#pragma once

#include "tests/calibration/simulated_shop.h"

#include <map>

namespace goodfaith::calibration {

struct Outcome {
    Kind kind = Kind::Ordinary;
    int person = 0;
    int abusiveClaims = 0;
    int onRecord = 0;        // of these, that a record speaks against
    double fadedClaims = 0;  // the same, halved every twelve months
    VerdictKind verdict = VerdictKind::GoodFaith;
    double pChronic = 0;
    std::map<QString, double> amounts;  // of evidence: how often it counts, by code
    // What becomes of abusive claims.
    int heard = 0;         // a case about the order
    int excused = 0;       // supported
    int contradicted = 0;  // by words or records
    int all = 0;           // contradicted cases, whatever they are about
};

inline constexpr int claimsOfChronic = 4;
// What p_chronic is the probability of: who claims abusively as a habit, and has done so twice or
// more, a year ago on average or later, since what is older is half forgotten.
bool isPattern(const Outcome& outcome);

std::vector<Outcome> outcomesOf(const SimulatedShop& shop);

}  // namespace goodfaith::calibration

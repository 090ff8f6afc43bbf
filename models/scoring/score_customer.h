// SPDX-License-Identifier: GPL-3.0-or-later
// One customer's scores, evidence, verdict and reasons as of an instant (SCORING in
// ARCHITECTURE.md).
#pragma once

#include "models/domain/connection.h"
#include "models/domain/facts.h"
#include "models/domain/score.h"
#include "models/domain/settings.h"
#include "models/domain/understanding.h"

namespace goodfaith::scoring {

// Raised whenever the same facts may be judged differently, or other things are kept of them: what
// is kept is then made again.
inline constexpr int scoringVersion = 3;

// What a score is a function of. `facts` may reach beyond `asOf`; `understanding` is as of it.
struct ScoringInput {
    const CustomerFacts& facts;
    const Understanding& understanding;
    const Coverage& coverage;
    const ShopParameters& parameters;
    const ShopSettings& settings;
    Instant asOf;
    // Of customers connected to this one, up to `asOf`, by openedAt.
    std::vector<LinkedCase> linked = {};
    Sentences sentences = Sentences::Written;
};

Score scoreCustomer(const ScoringInput& input);

// The same for who has judged the cases already.
class History;
struct JudgedCase;
Score scoreHistory(const History& history, const std::vector<JudgedCase>& cases,
                   const ShopParameters& parameters, const std::vector<LinkedCase>& linked,
                   Sentences sentences = Sentences::Written);

}  // namespace goodfaith::scoring

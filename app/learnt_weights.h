// SPDX-License-Identifier: GPL-3.0-or-later
// What a shop's own judgements say of the weights of evidence.
#pragma once

#include "models/domain/coverage.h"
#include "models/domain/score.h"
#include "models/domain/settings.h"

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

// From the latest judgement of each customer that stands, of the last two years before `asOf`: as
// the records told of them at the time of it. Leaves the parameters' own weights empty where too
// few were judged.
void learnWeights(store::Database& database, const ShopSettings& settings, Instant asOf,
                  ShopParameters& parameters);

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// One search field for everything: decides what was typed and asks for that first.
#pragma once

#include "models/domain/overview.h"
#include "models/domain/settings.h"

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

// A pasted message is searched for the keys in it, once nothing is found for the whole.
// Best first, no customer twice, at most `limit`. Exact keys before parts of keys before names.
std::vector<Match> lookUp(store::Database& database, const ShopSettings& settings,
                          const QString& query, int limit);

}  // namespace goodfaith::app

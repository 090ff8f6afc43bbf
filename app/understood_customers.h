// SPDX-License-Identifier: GPL-3.0-or-later
// Every customer with what happened to them, one after the other, in one pass over the database.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/settings.h"
#include "models/domain/understanding.h"

#include <functional>

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

void forEachUnderstood(
    store::Database& database, const ShopSettings& settings, Instant asOf,
    const std::function<void(const CustomerFacts&, const Understanding&)>& visit);

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// The queue of a shop: from what was derived of it last where that holds, else from the facts.
#pragma once

#include "models/domain/queue.h"
#include "models/domain/settings.h"
#include "models/domain/understanding.h"
#include "models/store/customer_range.h"

namespace goodfaith {
class Coverage;
struct CustomerFacts;
}  // namespace goodfaith

namespace goodfaith::store {
class Database;
struct DerivedQueue;
}  // namespace goodfaith::store

namespace goodfaith::app {

// Of one customer, from the facts; nothing waits of who is nobody.
CustomerQueue queueOf(store::Database& database, CustomerId customer, const ShopSettings& settings,
                      Instant asOf);

ShopQueue queueAsOf(store::Database& database, const ShopSettings& settings, Instant asOf);

}  // namespace goodfaith::app

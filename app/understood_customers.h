// SPDX-License-Identifier: GPL-3.0-or-later
// Customers with what happened to them, in one pass over the database: one after the other, or
// shares of them beside each other.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/settings.h"
#include "models/domain/understanding.h"
#include "models/store/customer_range.h"

#include <functional>
#include <vector>

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

void forEachUnderstood(store::Database& database, const ShopSettings& settings, Instant asOf,
                       const std::function<void(const CustomerFacts&, const Understanding&)>& visit,
                       store::CustomerRange range = {});

// Ranges of about a thousand customers, by number, that together hold all.
std::vector<store::CustomerRange> sharesOf(store::Database& database);

// Calls work(connection, share) for every share, on threads beside each
// other, each with a connection of its own. Throws what a call throws, after all have ended.
void forEachShare(const QString& databasePath, const std::vector<store::CustomerRange>& shares,
                  const std::function<void(store::Database&, store::CustomerRange)>& work);

// What is done once with a share's results, while no other thread does the same.
using ShareResult = std::function<void()>;

// The same, and then what each call returned, one after the other in the order of the shares.
void forEachShareInTurn(
    const QString& databasePath, const std::vector<store::CustomerRange>& shares,
    const std::function<ShareResult(store::Database&, store::CustomerRange)>& work);

}  // namespace goodfaith::app

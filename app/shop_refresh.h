// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the derived values up to date with the facts: reads new texts, finds cases and waits, fits
// the shop's parameters and scores everybody. Each step is a transaction; a stop keeps the finished
// ones.
#pragma once

#include "app/concerned_customers.h"
#include "models/domain/instant.h"
#include "models/domain/score.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace goodfaith {
struct ShopSettings;
}

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

// What is being done and how far it is: 0 to 1, or 0 where that is not known. On any thread, one
// call after the other.
using RefreshObserver = std::function<void(const QString& step, double share)>;

// Does nothing when the newest parameters were fitted on the facts as they are.
void refreshIfStale(store::Database& database, Instant now, const RefreshObserver& observer,
                    std::stop_token stop);

// How far the derived values went before facts changed.
struct ScoredState {
    qint64 revision = 0;  // of the facts
    bool isCurrent = false;
};
ScoredState scoredState(store::Database& database);

// The same after facts of some customers changed since `before`. Where they are few, all others
// were up to date and the shop's parameters are less than a day old, only they are scored anew,
// compared with those: what a few change for everybody else waits for the next run over all.
void refreshAfter(store::Database& database, const ScoredState& before,
                  const ConcernedCustomers& concerned, Instant now, const RefreshObserver& observer,
                  std::stop_token stop);

// Cases, waits and verdicts of these customers alone, compared with what is at hand.
void refreshCustomers(store::Database& database, const std::vector<CustomerId>& customers,
                      Instant now);

// The parameters as of that instant: the newest set for one after it was fitted, or at most an hour
// before, else a set fitted as of the instant itself (once: the same question again gives the same
// set).
ShopParameters parametersAsOf(store::Database& database, const ShopSettings& settings,
                              Instant asOf);

// The same without writing anything: the newest set whatever facts it was fitted on, or one that is
// fitted now and not kept. Before the first run nothing can be compared, and nobody is.
ShopParameters parametersAtHand(store::Database& database, const ShopSettings& settings,
                                Instant asOf);

}  // namespace goodfaith::app

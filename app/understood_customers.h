// SPDX-License-Identifier: GPL-3.0-or-later
// Customers with what happened to them, in one pass over the database: one after the other, or
// shares of them beside each other.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/settings.h"
#include "models/domain/understanding.h"
#include "models/store/customer_readings.h"
#include "models/store/facts_reader.h"
#include "models/store/people_said.h"

#include <functional>
#include <vector>

namespace goodfaith::app {

using VisitUnderstood = std::function<void(const CustomerFacts&, const Understanding&)>;

// Of one connection, for as many ranges as are wanted: what is the same for all is read once. The
// settings outlive it.
class UnderstoodCustomers {
public:
    UnderstoodCustomers(store::Database& database, const ShopSettings& settings, Instant asOf);
    void forEach(store::CustomerRange range, const VisitUnderstood& visit);

private:
    const ShopSettings& settings_;
    Instant asOf_;
    store::CustomerReadings readings_;
    store::PeopleSaidReader said_;
    store::FactsReader facts_;
};

void forEachUnderstood(store::Database& database, const ShopSettings& settings, Instant asOf,
                       const VisitUnderstood& visit, store::CustomerRange range = {});

// Ranges of about a thousand customers, by number, that together hold all.
std::vector<store::CustomerRange> sharesOf(store::Database& database);
// Ranges that together hold these, who are ascending, and a few others between them.
std::vector<store::CustomerRange> sharesAround(const std::vector<CustomerId>& customers);

// Whose shares they are, and from when the customers are seen.
struct SharedWork {
    QString databasePath;
    std::vector<store::CustomerRange> shares;
    const ShopSettings& settings;
    Instant asOf;
};

// Calls work(customers, share) for every share, on threads beside each other, each with a
// connection of its own. Throws what a call throws, after all have ended.
void forEachShare(const SharedWork& shared,
                  const std::function<void(UnderstoodCustomers&, store::CustomerRange)>& work);

// What is done once with a share's results, while no other thread does the same.
using ShareResult = std::function<void()>;

// The same, and then what each call returned, one after the other in the order of the shares.
void forEachShareInTurn(
    const SharedWork& shared,
    const std::function<ShareResult(UnderstoodCustomers&, store::CustomerRange)>& work);

}  // namespace goodfaith::app

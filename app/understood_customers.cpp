// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/understood_customers.h"

#include "app/side_by_side.h"
#include "models/store/customer_reader.h"
#include "models/store/customer_readings.h"
#include "models/store/people_said.h"
#include "models/understanding/understand.h"

#include <atomic>

namespace goodfaith::app {

void forEachUnderstood(store::Database& database, const ShopSettings& settings, Instant asOf,
                       const std::function<void(const CustomerFacts&, const Understanding&)>& visit,
                       store::CustomerRange range) {
    store::CustomerReadings readings(database, range);
    const store::PeopleSaidReader said(database);
    store::CustomerReader(database).forEachFacts(
        asOf,
        [&](const CustomerFacts& facts) {
            visit(facts, understanding::understand(facts, readings.of(facts.id), settings, asOf,
                                                   said.of(facts.id)));
        },
        range);
}

std::vector<store::CustomerRange> sharesOf(store::Database& database) {
    constexpr size_t customersOfShare = 1000;
    const std::vector<CustomerId> customers = store::CustomerReader(database).customerIds();
    std::vector<store::CustomerRange> shares;
    for (size_t first = 0; first < customers.size(); first += customersOfShare) {
        const size_t last = std::min(first + customersOfShare, customers.size()) - 1;
        shares.emplace_back(customers[first], customers[last]);
    }
    return shares;
}

void forEachShare(const QString& databasePath, const std::vector<store::CustomerRange>& shares,
                  const std::function<void(store::Database&, store::CustomerRange)>& work) {
    std::atomic<size_t> next = 0;
    sideBySide(shares.size(), [&] {
        store::Database database(databasePath);
        for (size_t share = next++; share < shares.size(); share = next++)
            work(database, shares[share]);
    });
}

}  // namespace goodfaith::app

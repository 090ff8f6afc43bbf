// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/understood_customers.h"

#include "models/store/customer_reader.h"
#include "models/store/customer_readings.h"
#include "models/understanding/understand.h"

namespace goodfaith::app {

void forEachUnderstood(
    store::Database& database, const ShopSettings& settings, Instant asOf,
    const std::function<void(const CustomerFacts&, const Understanding&)>& visit) {
    store::CustomerReadings readings(database);
    store::CustomerReader(database).forEachFacts(asOf, [&](const CustomerFacts& facts) {
        visit(facts, understanding::understand(facts, readings.of(facts.id), settings, asOf));
    });
}

}  // namespace goodfaith::app

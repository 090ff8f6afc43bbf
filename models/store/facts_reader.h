// SPDX-License-Identifier: GPL-3.0-or-later
// Reads facts: one ordered pass over each table, merged by customer.
#pragma once

#include "models/domain/facts.h"
#include "models/store/database.h"

#include <functional>

namespace goodfaith::store {

// Every customer's facts by customer number, or only one's.
void readFacts(const Database& database, std::optional<CustomerId> only, Instant asOf,
               const std::function<void(const CustomerFacts&)>& visit);

}  // namespace goodfaith::store

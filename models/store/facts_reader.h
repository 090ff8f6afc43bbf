// SPDX-License-Identifier: GPL-3.0-or-later
// Reads facts: one ordered pass over each table, merged by customer.
#pragma once

#include "models/domain/facts.h"
#include "models/store/customer_range.h"
#include "models/store/database.h"

#include <functional>

namespace goodfaith::store {

// The facts of these customers, by customer number.
void readFacts(const Database& database, CustomerRange range, Instant asOf,
               const std::function<void(const CustomerFacts&)>& visit);

}  // namespace goodfaith::store

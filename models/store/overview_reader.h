// SPDX-License-Identifier: GPL-3.0-or-later
// Reads who customers are, from all their parties: one pass over each table.
#pragma once

#include "models/domain/overview.h"
#include "models/store/customer_range.h"
#include "models/store/database.h"

#include <functional>

namespace goodfaith::store {

// Every customer by customer number, or only one.
void readOverviews(const Database& database, CustomerRange range,
                   const std::function<void(const CustomerOverview&)>& visit);

}  // namespace goodfaith::store

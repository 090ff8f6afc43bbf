// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's parties, and why each is there.
#pragma once

#include "models/domain/overview.h"
#include "models/store/database.h"

namespace goodfaith::store {

// Whoever joins stands below whom they joined.
std::vector<PartyOverview> readParties(const Database& database, CustomerId customer);

}  // namespace goodfaith::store

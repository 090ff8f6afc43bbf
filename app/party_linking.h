// SPDX-License-Identifier: GPL-3.0-or-later
// Gives every new party its customer, within the caller's transaction.
#pragma once

#include "models/domain/ids.h"

#include <vector>

namespace goodfaith::store {
class Database;
class PartyLinks;
}  // namespace goodfaith::store

namespace goodfaith::app {

struct LinkingResult {
    std::vector<CustomerId> created;
    std::vector<CustomerId> absorbed;
};

LinkingResult linkNewParties(store::Database& database);
// The same among these alone: right when whatever was new before has its customer already.
LinkingResult linkNewParties(store::PartyLinks& links, const std::vector<PartyId>& among);
// After records went away from these parties: who is on no timeline is nobody's, and the customers
// they were of are made again by the rules. Founders keep their customers' numbers.
// Returns whether anybody's link changed.
bool relinkWithout(store::PartyLinks& links, const std::vector<PartyId>& left);

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// Which customer each party is: parties that share a joining key are one person. A function of the
// parties alone; their order does not matter to who ends up with whom.
#pragma once

#include "models/domain/identity_key.h"

#include <QString>

#include <vector>

namespace goodfaith::identity {

// Parties that become one customer, and why each is there.
struct PlannedLink {
    PartyId party;
    QString rule;  // "email", "phone", "shop_number"; "first" for the party that founds a customer
    QString evidence;  // the key that decided
};

struct PlannedAbsorption {
    CustomerId absorbed;
    QString rule;
    QString evidence;
};

struct PlannedCustomer {
    CustomerId kept;  // none: a new customer
    std::vector<PlannedLink> links;
    std::vector<PlannedAbsorption> absorbed;
};

// `parties`: the unlinked ones, and every linked one that shares a joining key with them. Plans
// only for groups in which something changes. The lowest customer number of a group is kept.
std::vector<PlannedCustomer> planLinks(std::vector<LinkedParty> parties);

}  // namespace goodfaith::identity

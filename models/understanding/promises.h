// SPDX-License-Identifier: GPL-3.0-or-later
// What we promised a customer, when it is due, and what came of it: a call keeps a promise to call,
// a message one to reply, a refund one to refund, a parcel one to send. Absence is not judged here:
// what is over and was not done is Unknown.
#pragma once

#include "models/domain/settings.h"
#include "models/domain/understanding.h"
#include "models/understanding/contacts.h"

#include <vector>

namespace goodfaith::understanding {

// By madeAt, then due. `facts` as of `asOf`; `caseOf`: by contact, a place in `cases`, -1 for none.
std::vector<Promise> promisesOf(const CustomerFacts& facts, const std::vector<Contact>& contacts,
                                const std::vector<Case>& cases, const std::vector<int>& caseOf,
                                const ShopSettings& settings, Instant asOf, const PeopleSaid& said);

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
// What customers are compared by: the union of what all parties of each bear.
#pragma once

#include "models/domain/identity_key.h"
#include "models/domain/record.h"
#include "models/store/database.h"

#include <functional>

namespace goodfaith::store {

struct MatchFacts {
    CustomerId customer;
    std::vector<PartyKeys> parties;
    std::vector<NormalisedKey> keys;  // without those that so many bear that they say nothing
    QStringList birthDates;           // as the files had them
    QStringList orders;               // named by another customer too, or by them and another's
};

// Every customer once, by number, until `visit` returns false.
void readMatchFacts(Database& database, const std::function<bool(MatchFacts)>& visit);

}  // namespace goodfaith::store

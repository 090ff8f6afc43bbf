// SPDX-License-Identifier: GPL-3.0-or-later
// Customers' numbers: every one ever given belongs to the party that founded it. So parties that
// are taken apart again get their numbers back by themselves. All writes within the caller's
// transaction.
#pragma once

#include "models/store/statement.h"

namespace goodfaith::store {

class FounderTable {
public:
    explicit FounderTable(Database& database);

    // A new number.
    CustomerId found(PartyId founder);
    // A number that was given before goes to somebody again. Returns whether it did to nobody.
    bool revive(CustomerId number);
    // Nobody goes by that number any more, though it may lead to somebody.
    void retire(CustomerId number);
    // The party's numbers are the heir's from now on.
    void passOn(PartyId from, PartyId heir);
    // The same until it takes them back.
    void lend(PartyId from, PartyId heir);
    // What the party lent is its own again. Returns who had it.
    std::vector<PartyId> takeBack(PartyId lender);

private:
    Database& database_;
    Statement create_;
    Statement found_;
    Statement revive_;
    Statement retire_;
    Statement passOn_;
    Statement lend_;
    Query<PartyId> borrowers_;
    Statement takeBack_;
};

}  // namespace goodfaith::store

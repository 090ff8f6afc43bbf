// SPDX-License-Identifier: GPL-3.0-or-later
// Parties, the keys they bear, and the links that say which customer they are. Events belong to
// parties, so linking, merging and splitting never touch an event. All writes within the caller's
// transaction.
#pragma once

#include "models/domain/identity_key.h"
#include "models/store/database.h"

#include <memory>
#include <vector>

namespace goodfaith::store {

class PartyLinks {
public:
    explicit PartyLinks(Database& database);
    ~PartyLinks();

    // Parties on somebody's timeline (some event's counterpart) that are linked to no customer yet.
    std::vector<LinkedParty> unlinked() const;
    // The same among these only.
    std::vector<LinkedParty> unlinkedAmong(const std::vector<PartyId>& parties) const;
    // None while the party is not linked.
    CustomerId customerOf(PartyId party) const;
    // Parties that share a joining key with any of these, themselves included (one step, no
    // closure): linked, or waiting for a link.
    std::vector<LinkedParty> sharingKeys(const std::vector<LinkedParty>& parties) const;

    CustomerId createCustomer();
    // `rule`: "email", "phone", "shop_number" or "first"; `evidence`: the key that decided.
    void link(PartyId party, CustomerId customer, const QString& rule, const QString& evidence);
    // Every party of `absorbed` becomes `kept`'s; the old number stays as an alias.
    void absorb(CustomerId kept, CustomerId absorbed, const QString& rule, const QString& evidence);

    // Of these, who is on no timeline loses the link. Returns whose they were, ascending.
    std::vector<CustomerId> unlinkIdle(const std::vector<PartyId>& parties);
    // Unlinks the parties of a customer but those that founded it and those it absorbed, which get
    // their numbers back; returns them all, to be linked again. One without parties is dropped.
    std::vector<LinkedParty> takeApart(CustomerId customer);

private:
    struct Statements;

    Database& database_;
    std::unique_ptr<Statements> statements_;
};

}  // namespace goodfaith::store

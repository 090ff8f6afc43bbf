// SPDX-License-Identifier: GPL-3.0-or-later
// The links that say which customer a party is. Events belong to parties, so linking, merging and
// splitting never touch an event. All writes within the caller's transaction.
#pragma once

#include "models/domain/ids.h"
#include "models/store/database.h"

#include <memory>
#include <vector>

namespace goodfaith::store {

// Why a party is its customer.
struct PartyLink {
    PartyId party;
    CustomerId customer;
    QString rule;      // "email", "phone", "shop_number", "person", or "first"
    QString evidence;  // the key that decided, or the number of a person's act
    PartyId joinedTo;  // whom it was joined to by that; none for the first
};

class PartyLinks {
public:
    explicit PartyLinks(Database& database);
    ~PartyLinks();

    // Parties on somebody's timeline (some event's counterpart) that are linked to nobody yet.
    std::vector<PartyId> waiting() const;
    // All that are on somebody's timeline.
    std::vector<PartyId> placed() const;
    // None while the party is not linked.
    CustomerId customerOf(PartyId party) const;
    bool isEmpty(CustomerId customer) const;

    void link(const PartyLink& link);
    // Of these, who is linked though on no timeline; without repetitions.
    std::vector<PartyId> idleAmong(const std::vector<PartyId>& parties) const;
    // Unlinks. Another party of the same customer, which may get its numbers: one that is on a
    // timeline first, and among these one that founded no number.
    struct Unlinked {
        CustomerId customer;
        PartyId heir;  // none: there is no other
        bool heirIsPlaced = false;
    };
    Unlinked unlink(PartyId party);

    // Which rules the links follow.
    qint64 rules() const;
    void setRules(qint64 rules);

private:
    struct Statements;

    Database& database_;
    std::unique_ptr<Statements> statements_;
};

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Which parties are one person: a function of the parties and of what people decided. Neither the
// order of parties, keys and decisions nor what was linked before makes a difference.
#pragma once

#include "models/domain/decision.h"
#include "models/domain/identity_key.h"

#include <QString>

#include <vector>

namespace goodfaith::identity {

// Why a party is in its cluster.
struct Membership {
    PartyId party;
    QString rule;      // "first", "person", "shop_number", "email" or "phone"
    QString evidence;  // the key's value; of "person" the decision's number; of "first" nothing
    PartyId joinedTo;  // none for "first"
    friend bool operator==(const Membership&, const Membership&) = default;
};

// The first member is the one that the cluster is named after: who founded the lowest number, else
// the first by content. The others follow by content.
struct Cluster {
    std::vector<Membership> members;
};

// `parties`: whole components, each party once; keys that are shared arrive with `joins` false.
// What is decided of parties that are not here is passed over.
//
// People's decisions come first, then shop numbers, e-mails and phones. No rule unites what a
// person keeps apart, nor two shop numbers of one source that no person joined. When everybody who
// bears an e-mail may be one person, they are. Otherwise, and for phones always, names must agree
// as well; whoever may be one person with two who are not one person stays by himself, but of
// several accounts of what may be one person the lowest shop number gets him.
// Clusters come in the order of their parties' content.
std::vector<Cluster> resolve(std::vector<LinkedParty> parties,
                             const std::vector<Decision>& decisions);

// Whether so many different persons bear a key that it says nothing of who is who (a switchboard,
// the terminal of a shop): four names no two of which may be one person's. Never of shop numbers.
// `names`: of all parties that bear it, as they came; repetitions and "" make no difference.
bool isSharedKey(NormalisedKey::Kind kind, const std::vector<QString>& names);

}  // namespace goodfaith::identity

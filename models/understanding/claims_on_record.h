// SPDX-License-Identifier: GPL-3.0-or-later
// What the books say that a customer claimed: the reason written down for a return or for money
// back, and a payment that was disputed. Such a record is a claim in itself, whether or not a text
// of it is known; and it tells of a text that came before what its words leave open.
#pragma once

#include "models/domain/facts.h"
#include "models/understanding/contacts.h"

#include <vector>

namespace goodfaith::understanding {

// What a reason claims; None where it claims no failure.
Topic topicClaimedIn(const QString& reason);
// "Changed mind", "not faulty": that there was none.
bool reasonDeniesFailure(const QString& reason);

struct RecordedClaim {
    EventId event;
    Instant at;
    size_t order = 0;  // place in CustomerFacts::orders
    Topic topic = Topic::Other;
};
// By time, then event.
std::vector<RecordedClaim> claimsOnRecord(const CustomerFacts& facts);

// A message shortly before such a record, or before something was given for an order, was a
// complaint about it far more probably than its words alone say: marks it as one, unless such a
// complaint is known by then.
void hearClaims(std::vector<Contact>& contacts, const std::vector<RecordedClaim>& claims,
                const CustomerFacts& facts);

}  // namespace goodfaith::understanding

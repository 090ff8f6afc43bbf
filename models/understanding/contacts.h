// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's messages and calls in one line by time, with what cases and waits ask of each.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/understanding.h"

#include <QHash>

#include <vector>

namespace goodfaith::understanding {

enum class CallOutcome {
    None,      // not a call, or one that says nothing (a failed dial, a short abandon)
    Missed,    // an inbound call that nobody took: it waits for us
    Answered,  // they spoke with us
    Attempt    // we rang, nobody took it
};

// A caller who hung up sooner than that did not wait for us.
bool isShortAbandon(const CallFact& call, Duration shortAbandon);
CallOutcome outcomeOf(const CallFact& call, Duration shortAbandon);

struct Contact {
    EventId event;
    Instant at;
    RecordKind kind = RecordKind::Message;
    Direction direction = Direction::None;
    const Reading* reading = nullptr;  // none: human, no complaint
    QString mailbox;                   // or queue
    Duration ring{};                   // until a call was answered
    CallOutcome call = CallOutcome::None;
    int thread = -1;                        // of messages
    bool repliedWithin = false;             // a chat in which we wrote: an answer to itself
    std::optional<Instant> repliedAt = {};  // when first, where it is known
    bool isAnsweredElsewhere = false;       // a form, a chat nobody took: never in its thread
    std::vector<size_t> orders;         // named in it: places in CustomerFacts::orders, ascending
    std::optional<Topic> heardAs = {};  // what the books say that it claimed (claims_on_record.h)

    bool isInbound() const { return direction == Direction::Inbound; }
    bool isOutbound() const { return direction == Direction::Outbound; }
    bool isMessage() const { return kind != RecordKind::Call; }
    bool isHuman() const;
    bool complains() const;
    Topic topic() const;  // of what complains
    bool isMereThanks() const;
    // Expects an answer: a human inbound message that does more than thank, or a missed call.
    bool isInquiry() const;
    // Ends waiting: a human outbound message, a chat in which we wrote, or a call that was
    // answered.
    bool isAnswer() const;
};

// By time, then event. `facts` as of the instant that counts; `readings` must outlive the result.
std::vector<Contact> contactsOf(const CustomerFacts& facts,
                                const QHash<EventId, const Reading*>& readings,
                                Duration shortAbandon);

}  // namespace goodfaith::understanding

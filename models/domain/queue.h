// SPDX-License-Identifier: GPL-3.0-or-later
// The queue: whom we owe an answer, a call back or a promise, whose case has gone quiet, and after
// whom to ask. What time alone changes is said by instants, so that an entry holds until the facts
// change.
#pragma once

#include "models/domain/money.h"
#include "models/domain/queue_word.h"
#include "models/domain/understanding.h"

namespace goodfaith {

struct QueueEntry {
    WaitName wait;
    CustomerId customer;
    Instant since;
    Instant due;                  // later it is overdue; a follow-up is dropped then
    std::vector<EventId> events;  // what it rests on, by time
    EventId lastWords;            // their latest message or call in it; none where there is none
    Topic topic = Topic::None;    // of the case that it belongs to
    PromiseKind promise = PromiseKind::Other;
    QString phrase;                // of a promise
    Instant from;                  // in the queue from then on
    std::optional<Instant> until;  // and no longer from then on
    std::optional<Instant> putOffUntil;
    QString putOffReason;

    bool isThere(Instant asOf) const { return from <= asOf && (!until || asOf < *until); }
    bool isPutOff(Instant asOf) const { return putOffUntil && asOf < *putOffUntil; }
    bool isOverdue(Instant asOf) const { return asOf > due; }
};

// What waits of one customer, and what they are worth to us.
struct CustomerQueue {
    std::vector<QueueEntry> entries;
    MoneyBag value;  // net, of the scores' window
};

// An entry as lists show it.
struct QueueRow {
    QueueEntry entry;
    QString name;  // the customer's; "" when there is none
    MoneyBag value;
    QString title;  // of the last words: a mail's subject
    QString words;  // the last words themselves, as far as lists show them
};

struct ShopQueue {
    std::vector<QueueRow> rows;  // put off or not, the most urgent first
    // The latest of their messages and calls that we know of: what was answered since is not seen.
    std::optional<Instant> knownTo;
};

}  // namespace goodfaith

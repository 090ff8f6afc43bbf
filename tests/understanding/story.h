// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's history in a few lines, for tests. Each line is one event, whose id is its line
// number: "<day> [hh:mm] <what>", where what is
//   order KEY | replacement KEY
//   refund KEY[: reason] | chargeback KEY[: reason] | compensation KEY | return KEY[: reason]
//   parcel KEY [DAY]              (sent, and delivered on that day at noon)
//   mail in|out THREAD: text      (the text is read by the real reader; THREAD "-": none)
//   form ORDER|-: text            (a contact form, which names the order or none)
//   call in|out DISPOSITION [wait SECONDS][: notes]
// Without a time it is 12:00 UTC. Day 0 is 1 January 2024. An order costs 100 EUR, a refund gives
// all of it back, a compensation 10 EUR.
#pragma once

#include "models/domain/facts.h"
#include "models/understanding/understand.h"

#include <QString>

namespace goodfaith::understanding::story {

Instant at(int day, int minute = 12 * 60);
CustomerFacts factsOf(const QString& story);
Understanding understood(const CustomerFacts& facts, Instant asOf,
                         const ShopSettings& settings = {}, const PeopleSaid& said = {});
// The story read and understood as of the end of `day`.
Understanding understood(const QString& story, int day);

// "not_received open 2 3 4 (1)": topic, state, events and, in brackets, orders; joined by "; ".
QString casesText(const Understanding& understanding);
// "refund on the spot, bought 5": outcome ("-" while it is not decided), whether by our first
// answer, and what they ordered after it; joined by "; ".
QString outcomesText(const Understanding& understanding);
// "call 2 kept 5": kind, event, state and, where it was done, by what; joined by "; ".
QString promisesText(const Understanding& understanding);
// "2>5 +1 first": inquiry, answer ("-" while it waits), chasers, and whether it is the case's
// first; joined by "; ".
QString waitsText(const Understanding& understanding);

}  // namespace goodfaith::understanding::story

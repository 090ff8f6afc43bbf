// SPDX-License-Identifier: GPL-3.0-or-later
// What waits of one customer: every inquiry without an answer, every promise not seen to, open
// cases in which nothing happens, and whom to ask whether all is well after a complaint. Nothing
// leaves but by the records or by a person's word; a word covers what was known when it was said.
// Only follow-ups are dropped by themselves, two weeks after they are due.
#pragma once

#include "models/domain/queue.h"
#include "models/scoring/history.h"

namespace goodfaith::scoring {

// As of any later instant, too, as long as the facts are the same. By due, then since.
CustomerQueue queueOf(const History& history);

// By which a person saw to all of it that came in so far; nullptr while nobody did.
const QueueWord* wordThatEnds(const History& history, const Wait& wait);

// The entry of that name among them; nullptr when there is none.
const QueueEntry* entryNamed(const CustomerQueue& queue, const WaitName& wait);
// What a word about it says by name: every event that it rests on.
std::vector<WaitName> meantBy(const QueueEntry& entry);
// The most urgent first: by due, then the greater value, then since.
void sortByUrgency(std::vector<QueueRow>& rows, Currency main);

// The inquiry that has waited longest for us; nullptr where none does.
const Wait* longestWaiting(const History& history);
// Who wrote that long ago waits no more: then it is a failure of ours to own up to.
bool isGivenUp(const Wait& wait, const History& history);

}  // namespace goodfaith::scoring

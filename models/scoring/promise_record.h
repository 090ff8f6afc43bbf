// SPDX-License-Identifier: GPL-3.0-or-later
// Which of our promises were broken, as far as we would know: done too late, or not done within
// what is covered. How a promise is put in words.
#pragma once

#include "models/scoring/history.h"

#include <QString>

namespace goodfaith::scoring {

// The promise as it stands where absence counts: Unknown becomes Broken where we would know of a
// call or message, or of a record after the grace it has.
Promise judged(const Promise& promise, const History& history);

// The messages whose promises were broken in this case: made in it, or about its order.
std::vector<EventId> brokenPromise(const History& history, const Case& matter);
// Whether one of them was over then, and nothing had been done.
bool wasLeftWithBrokenPromise(const History& history, const Case& matter, Instant at);

// The one to see to first; nothing where none stands.
const Promise* nextPromise(const History& history);
// After "we promised": "to call them by Friday, 17:00", and of one that is over that nothing shows
// it done.
QString promiseText(const Promise& promise, const History& history);

}  // namespace goodfaith::scoring

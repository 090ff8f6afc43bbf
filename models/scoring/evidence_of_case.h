// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks against the complaint of one case. Each returns the events it rests on, empty where
// it does not hold. Whether a failure of ours explains it is not asked here.
#pragma once

#include "models/scoring/history.h"

namespace goodfaith::scoring {

// What the complaint is about as it is read, and whatever else was written down as the reason for a
// return or for money back in this case.
std::vector<Topic> claimedTopics(const History& history, const Case& matter);

std::vector<EventId> proofOfDelivery(const History& history, const Case& matter);
std::vector<EventId> noReturn(const History& history, const Case& matter);
std::vector<EventId> returnedUsed(const History& history, const Case& matter);
std::vector<EventId> returnedEmpty(const History& history, const Case& matter);
std::vector<EventId> returnedOther(const History& history, const Case& matter);
std::vector<EventId> doubleRecovery(const History& history, const Case& matter);
std::vector<EventId> ownWords(const History& history, const Case& matter);
std::vector<EventId> threat(const History& history, const Case& matter);

// The half of doubleRecovery that rests on a replacement.
std::vector<EventId> replacementBesideRefund(const History& history, const Case& matter);

// When the last of these events was known.
Instant knownSince(const History& history, const std::vector<EventId>& events);

}  // namespace goodfaith::scoring

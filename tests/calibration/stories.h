// SPDX-License-Identifier: GPL-3.0-or-later
// What customers of each kind do over the time that a shop's records span.
#pragma once

#include "tests/calibration/customer_story.h"

namespace goodfaith::calibration {

void liveHonestly(CustomerStory& story, Kind kind);
// Abusive claims among honest orders.
void claimOnceOrTwice(CustomerStory& story);
void claimAgainAndAgain(CustomerStory& story, Kind kind, int claims);

// One honest order, with whatever comes of it.
void buyHonestly(CustomerStory& story, int at);
void meetTrouble(CustomerStory& story, const Purchase& bought, Trouble trouble,
                 const Manner& manner);
// Ascending.
std::vector<int> orderTimes(CustomerStory& story, int from, int to, int count);

}  // namespace goodfaith::calibration

// SPDX-License-Identifier: GPL-3.0-or-later
// From evidence to reasons, a probability and a verdict. A customer is believed unless every gate
// of a harder verdict is passed.
#pragma once

#include "models/scoring/evidence.h"

#include <map>

namespace goodfaith::scoring {

// How often each item counts, faded and capped: a reason's weight is this times the item's.
std::map<QString, double> amountsOf(const CustomerInput& input);
// By weight, the heaviest first whatever its sign; weights are rounded.
std::vector<Reason> reasonsFrom(const CustomerInput& input);
// The prior's log-odds and the reasons' weights, as a probability; rounded.
double chronicProbability(const std::vector<Reason>& reasons);
// The agent's judgement that stands; nullptr where there is none.
const Judgement* standingJudgement(const std::vector<Judgement>& judgements, Instant asOf);
VerdictKind verdictFrom(const CustomerInput& input, double chronicProbability, int matureOrders);
// Whether it could be anything but good faith, whatever the shop's parameters are, whoever is
// connected and whichever common issues come to be known: those only ever explain complaints.
bool mayBeDoubted(const History& history, const std::vector<JudgedCase>& cases);

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
// Others complain of the same: evidence for the customer.
#pragma once

#include "models/scoring/history.h"

namespace goodfaith::scoring {

// The first event of each complaint of the issue, the customer's and the others'.
std::vector<EventId> commonIssue(const History& history, const Case& matter);
// "9 customers complained of the same product in June, where 2 are usual"
QString tellCommonIssue(const History& history, const Case& matter);

}  // namespace goodfaith::scoring

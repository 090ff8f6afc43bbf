// SPDX-License-Identifier: GPL-3.0-or-later
// The brief: the score, the figures around it, and advice of two to five sentences that an agent
// can act on.
#pragma once

#include "models/domain/brief.h"
#include "models/scoring/score_customer.h"

namespace goodfaith::scoring {

Brief briefCustomer(const ScoringInput& input, const CustomerOverview& overview);

}  // namespace goodfaith::scoring

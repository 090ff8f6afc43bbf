// SPDX-License-Identifier: GPL-3.0-or-later
// The first step of resolving: what people decided, the newest decision first.
#pragma once

#include "models/domain/decision.h"
#include "models/domain/identity_key.h"
#include "models/identity/party_groups.h"

#include <vector>

namespace goodfaith::identity {

// `parties`: those of `groups`, sorted by content.
void applyDecisions(const std::vector<LinkedParty>& parties, const std::vector<Decision>& decisions,
                    PartyGroups& groups);

}  // namespace goodfaith::identity

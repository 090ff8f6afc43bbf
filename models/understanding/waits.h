// SPDX-License-Identifier: GPL-3.0-or-later
// How long inquiries waited (service metrics in ARCHITECTURE.md): from the oldest unanswered
// inbound contact of a conversation to our next human answer in it, or to a call that both took.
#pragma once

#include "models/domain/understanding.h"
#include "models/understanding/contacts.h"

#include <vector>

namespace goodfaith::understanding {

// By since, then inquiry. `caseOf`: by contact, -1 for none. Calls answered after `asOf` wait.
std::vector<Wait> waitsOf(const std::vector<Contact>& contacts, const std::vector<int>& caseOf,
                          Instant asOf);

}  // namespace goodfaith::understanding

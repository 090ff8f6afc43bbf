// SPDX-License-Identifier: GPL-3.0-or-later
// Groups contacts into cases: one matter complained of, with its chasers, answers, thanks, calls,
// refunds, returns and replacements. One pass by time.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/understanding.h"
#include "models/understanding/contacts.h"

#include <vector>

namespace goodfaith::understanding {

struct CaseBook {
    std::vector<Case> cases;  // by openedAt, then id
    std::vector<int> caseOf;  // by contact: place in cases, -1: none
};

// `facts` as of `asOf`; `contacts` by time.
CaseBook casesOf(const CustomerFacts& facts, const std::vector<Contact>& contacts, Instant asOf);

}  // namespace goodfaith::understanding

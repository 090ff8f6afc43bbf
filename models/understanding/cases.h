// SPDX-License-Identifier: GPL-3.0-or-later
// Groups contacts into cases: one matter complained of, with its chasers, answers, thanks, calls,
// refunds, returns and replacements. One pass by time.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/understanding.h"
#include "models/understanding/claims_on_record.h"

#include <vector>

namespace goodfaith::understanding {

struct CaseBook {
    std::vector<Case> cases;  // by openedAt, then id
    std::vector<int> caseOf;  // by contact: place in cases, -1: none
};

// `facts` as of `asOf`; `contacts` by time; `claims`: those that the records make.
CaseBook casesOf(const CustomerFacts& facts, const std::vector<Contact>& contacts,
                 const std::vector<RecordedClaim>& claims, Instant asOf);

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
// Finds common issues: surges of complaints by product, carrier, region or topic against their own
// past and the orders shipped. In a calm year an alarm is raised in far fewer than one shop of ten.
#pragma once

#include "models/domain/common_issue.h"
#include "models/issues/issue_facts.h"

namespace goodfaith::issues {

// As known at the end of `asOf`; facts that are later are left out. Alarms and what only counts for
// the customers in it, by first day. The order in which the facts were added does not matter.
std::vector<CommonIssue> findCommonIssues(IssueFacts facts, QDate asOf);

}  // namespace goodfaith::issues

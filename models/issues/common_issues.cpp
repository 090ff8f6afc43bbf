// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/issues/common_issues.h"

#include "models/issues/issue_scan.h"

namespace goodfaith::issues {

std::vector<CommonIssue> findCommonIssues(IssueFacts facts, QDate asOf) {
    facts.sort(dayNumber(asOf));
    return IssueScan(facts, dayNumber(asOf)).run();
}

}  // namespace goodfaith::issues

// SPDX-License-Identifier: GPL-3.0-or-later
// The common issues found with a set of parameters. Derived: kept only for sets that were fitted on
// the facts as they are. Writes within the caller's transaction.
#pragma once

#include "models/domain/common_issue.h"
#include "models/domain/overview.h"
#include "models/store/database.h"

namespace goodfaith::store {

class CommonIssueTable {
public:
    explicit CommonIssueTable(Database& database) : database_(database) {}

    // Drops those of sets that were fitted on other facts.
    void save(ParametersId parameters, const std::vector<CommonIssue>& issues);
    // By first day.
    std::vector<CommonIssue> load(ParametersId parameters) const;
    // Who is in them, with their number of complaints; the most first.
    std::vector<CustomerCount> customersOf(const CommonIssue& issue) const;

private:
    std::vector<IssueMember> membersOf(qint64 row) const;

    Database& database_;
};

}  // namespace goodfaith::store

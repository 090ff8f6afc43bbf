// SPDX-License-Identifier: GPL-3.0-or-later
// A surge of complaints by many customers about the same thing: what it is, since when, how many
// there are where how many are usual, and who is in it. Made by models/issues.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/understanding.h"

#include <QDate>
#include <QString>

#include <unordered_map>
#include <vector>

namespace goodfaith {

struct IssueMember {
    CaseId matter;
    CustomerId customer;
};

// What is complained of: a topic, a product, carrier or region, or a topic of one of them.
struct IssueSubject {
    Topic topic = Topic::None;  // None: whatever is wrong
    QString product;            // SKU, or the title where there is none; "" when not of a product
    QString productTitle;
    QString carrier;
    QString region;
};

struct CommonIssue {
    QString id;  // of its subject and first day: the same at every later look
    IssueSubject subject;
    QDate from, to;  // first and last day
    bool over = false;
    // Certain enough for an alarm; else it only counts for the customers in it.
    bool alarm = false;
    QDate raisedOn;       // the first day on which it could be known; of an alarm as such
    int complaints = 0;   // customers, each once
    double expected = 0;  // as many as are usual in that time
    std::vector<IssueMember> members;  // every case of it, by time
    QDate trendFrom;                   // the first day of the trend
    std::vector<int> trend;  // complaints a week of the same kind, before, in and after it
};

// All of a shop, as known at one instant.
class CommonIssues {
public:
    CommonIssues() = default;
    explicit CommonIssues(std::vector<CommonIssue> issues);

    const std::vector<CommonIssue>& all() const { return issues_; }  // by first day
    // The one that a case belongs to: an alarm before what is none, then the larger; or nullptr.
    const CommonIssue* of(CaseId matter) const;

private:
    std::vector<CommonIssue> issues_;
    std::unordered_map<CaseId, size_t> placeOf_;
};

}  // namespace goodfaith

// SPDX-License-Identifier: GPL-3.0-or-later
// Goes through a shop's days and looks on each at whatever was complained of on it, knowing only
// what was known then: so a look back finds what was found on the day, under the same id.
#pragma once

#include "models/domain/common_issue.h"
#include "models/issues/look.h"

#include <deque>
#include <memory>

namespace goodfaith::issues {

class IssueScan {
public:
    // Sorted facts that are not later than the as-of.
    IssueScan(const IssueFacts& facts, int asOf);
    // Alarms and what only counts for the customers in it, by first day.
    std::vector<CommonIssue> run();

private:
    struct Issue {
        int key = 0;
        int from = 0;
        int to = 0;
        int foundOn = 0;
        bool isAlarm = false;
        bool isOver = false;
        double perOrder = 0;
        double expected = 0;  // up to `to`
    };
    struct Candidate {
        double probability;
        int key;
    };

    void beginQuarter(int day);
    void lookAt(int day);
    void count(const std::vector<int>& keys);
    void join(const std::vector<int>& keys, int day);
    std::vector<Candidate> candidates(const std::vector<int>& keys, int day);
    void raise(const Candidate& candidate, int day);
    void open(int key, int day);
    void makeAlarm(Issue& issue, int day);
    void closeQuietOnes(int day);
    void close(Issue& issue, int day);
    void explain(const Issue& issue, int from, int to, bool isExplained);
    Issue* openIssueOf(int key);
    int notBefore(int key) const;
    double looksOfYear() const;
    bool comesBefore(const Candidate& a, const Candidate& b) const;
    IssueSubject subjectOf(const IssueKey& key) const;
    void addTrend(const Issue& issue, CommonIssue& told) const;
    CommonIssue described(const Issue& issue) const;

    const IssueFacts& facts_;
    int firstDay_;
    int asOf_;
    KeyBook book_;
    Found found_;
    std::unique_ptr<Exposure> exposure_;  // of the quarter
    ShopNorms norms_;
    std::unique_ptr<Look> look_;
    std::vector<Issue> issues_;
    std::map<int, size_t> openOf_;  // by key
    std::map<int, int> lastDayOf_;  // of the key's latest issue that is over
    std::deque<int> looks_;         // of each day of the last year
    int looksInYear_ = 0;
};

}  // namespace goodfaith::issues

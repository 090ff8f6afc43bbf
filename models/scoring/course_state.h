// SPDX-License-Identifier: GPL-3.0-or-later
// A customer as of one instant, as far as the course of the scores tells of it.
#pragma once

#include "models/domain/note.h"
#include "models/scoring/judged_case.h"
#include "models/scoring/score_customer.h"

namespace goodfaith::scoring {

// A contradicted complaint of somebody connected, and since when it is contradicted.
struct LinkedSince {
    LinkedCase linked;
    Instant since;
};

// What a course is a function of. `facts` and `readings`: of all that is known at `asOf`.
struct CourseInput {
    const CustomerFacts& facts;
    const std::vector<EventReading>& readings;
    const PeopleSaid& said;
    const Coverage& coverage;
    const ShopParameters& parameters;
    const ShopSettings& settings;
    Instant asOf;
    std::vector<LinkedSince> linked = {};
};

struct CourseCase {
    CaseId id;
    Instant openedAt;
    Topic topic = Topic::Other;
    QString order;  // its number; "" where none is known
    Standing standing = Standing::Unverified;
    bool againstRecords = false;
    std::vector<CaseFinding> findings;
    std::vector<EventId> complaints;
};

enum class Answering { InTime, Late, Overdue };

struct CourseState {
    Instant at;
    Instant windowStart;
    Score score;
    std::vector<CourseCase> cases;                   // by openedAt
    std::map<EventId, Answering> answers;            // of the inquiries of the window that were due
    std::map<EventId, std::optional<Money>> orders;  // of the window
    std::map<EventId, Money> refunds;                // of the window
};

// `issues`: those that the customer's cases are in.
CourseState stateAt(const CourseInput& input, const std::vector<CommonIssue>& issues, Instant at);

// Whether the two differ in anything but sums: in the verdict, what speaks for or against, or how
// complaints stand.
bool isSameStanding(const CourseState& a, const CourseState& b);

}  // namespace goodfaith::scoring

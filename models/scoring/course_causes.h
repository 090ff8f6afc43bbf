// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a customer between two looks at them, as parts of one sentence.
#pragma once

#include "models/domain/score_course.h"
#include "models/scoring/course_state.h"

namespace goodfaith::scoring {

struct Cause {
    int importance = 0;
    QString text;  // "a complaint about order 1042 (late)"
    std::vector<EventId> events;
};

// Filled by the functions below.
struct Between {
    const CourseInput& input;
    const CourseState& before;
    const CourseState& after;
    std::vector<Cause> causes = {};

    void add(int importance, const QString& text, const std::vector<EventId>& events) {
        causes.push_back({importance, text, events});
    }
};

// Complaints that came, or stand otherwise, or show more.
void addCases(Between& between);
// What the customer as a whole shows against them, or not any more.
void addReasons(Between& between);
// Of a verdict that changed although nothing else happened: sums passed a gate.
void addWeights(const std::vector<ReasonMove>& moves, Between& between);
// What orders, complaints or answers there were since then.
void addPurchases(Between& between);
void addUntroubledOrders(Between& between);
void addAnswers(Between& between);

// The largest first.
std::vector<ReasonMove> movesOf(const CourseState& before, const CourseState& after);

}  // namespace goodfaith::scoring

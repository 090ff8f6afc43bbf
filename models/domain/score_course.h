// SPDX-License-Identifier: GPL-3.0-or-later
// How a customer's scores came about: points over time, and the steps between them with what moved
// them. Computed from the facts, never kept. A point is as of the end of a day, the last as of the
// instant asked for; all are compared with the shop as of that instant, so that only what happened
// to the customer moves them.
#pragma once

#include "models/domain/score.h"

#include <QDate>

namespace goodfaith {

struct CoursePoint {
    QDate day;
    Instant at;
    std::optional<double> value, complaints, response;  // 0 to 100
    VerdictKind computed = VerdictKind::GoodFaith;      // what the evidence alone gives
    double pChronic = 0;
};

// A reason that came (0 before), went (0 after), grew or faded.
struct ReasonMove {
    QString code;
    double before = 0;
    double after = 0;
    QString text;  // as it was said last
    std::vector<EventId> events;
};

enum class StepKind {
    Records,    // what the records say moved it
    Judgement,  // an agent's word, which stands beside what is computed
};
QString nameOf(StepKind kind);

struct CourseStep {
    StepKind kind = StepKind::Records;
    Instant at;
    size_t before = 0, after = 0;  // the points it leads from and to
    QString text;                  // plain sentences, without the day
    std::vector<EventId> events;   // the customer's, by id
    std::vector<ReasonMove> reasons;
    std::optional<VerdictKind> judged;  // by an agent; nothing: taken back, or up for review
    QString by;                         // who judged; "" when nobody said
};

struct ScoreCourse {
    CustomerId customer;
    QString name;
    Instant asOf;
    ParametersId parameters;
    std::vector<CoursePoint> points;  // by time
    std::vector<CourseStep> steps;    // by time

    // Whether the computed verdict is another after the step.
    bool changesVerdict(const CourseStep& step) const {
        return points[step.before].computed != points[step.after].computed;
    }
};

}  // namespace goodfaith

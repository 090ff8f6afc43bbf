// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/course_state.h"

#include "models/scoring/evidence.h"
#include "models/understanding/understand.h"

#include <algorithm>
#include <string_view>

namespace goodfaith::scoring {
namespace {

// Others' complaints make an issue known on a day of its own.
CommonIssues knownOn(QDate day, const std::vector<CommonIssue>& issues) {
    std::vector<CommonIssue> known;
    std::copy_if(issues.begin(), issues.end(), std::back_inserter(known),
                 [&](const CommonIssue& issue) { return issue.raisedOn <= day; });
    return CommonIssues(std::move(known));
}

std::vector<LinkedCase> linkedAt(const CourseInput& input, Instant at) {
    std::vector<LinkedCase> linked;
    for (const LinkedSince& one : input.linked) {
        if (one.since <= at)
            linked.push_back(one.linked);
    }
    return linked;
}

CourseCase caseOf(const JudgedCase& judged, const History& history) {
    const Case& matter = *judged.matter;
    const OrderFact* order = matter.orders.empty() || matter.isGuessed()
                                 ? nullptr
                                 : history.order(matter.orders.front());
    return {matter.id,       matter.openedAt,
            matter.topic,    order == nullptr ? QString() : order->key,
            judged.standing, judged.againstRecords,
            judged.findings, matter.complaints};
}

void addAnswers(const History& history, CourseState& state) {
    for (const Wait& wait : history.waits()) {
        if (wait.since < history.windowStart())
            continue;
        const bool isLate = history.countedElapsed(wait) > history.settings().replyTarget;
        if (history.isAnswered(wait))
            state.answers[wait.inquiry] = isLate ? Answering::Late : Answering::InTime;
        else if (isLate)
            state.answers[wait.inquiry] = Answering::Overdue;
    }
}

std::vector<const char*> codesOf(const CourseCase& matter) {
    std::vector<const char*> codes;
    for (const CaseFinding& finding : matter.findings)
        codes.push_back(finding.evidence->code);
    return codes;
}

bool hasReason(const Score& score, const QString& code) {
    return std::any_of(score.reasons.begin(), score.reasons.end(),
                       [&](const Reason& reason) { return reason.code == code; });
}

}  // namespace

CourseState stateAt(const CourseInput& input, const std::vector<CommonIssue>& issues, Instant at) {
    const CustomerFacts facts = factsAsOf(input.facts, at);
    const Understanding understanding =
        understanding::understand(facts, input.readings, input.settings, at, input.said);
    const CommonIssues known = knownOn(dayOf(at, input.settings.timeZone), issues);
    const History history(facts, understanding, input.coverage, input.settings, at, &known);
    const auto cases = judgeCases(history);
    CourseState state;
    state.at = at;
    state.windowStart = history.windowStart();
    state.score = scoreHistory(history, cases, input.parameters, linkedAt(input, at));
    for (const JudgedCase& judged : cases)
        state.cases.push_back(caseOf(judged, history));
    addAnswers(history, state);
    for (const OrderFact* order : history.ordersOfWindow())
        state.orders[order->id] = order->total;
    for (const RefundFact& refund : facts.refunds) {
        if (refund.at >= history.windowStart())
            state.refunds[refund.id] = refund.amount;
    }
    return state;
}

bool isSameStanding(const CourseState& a, const CourseState& b) {
    const auto isSameCase = [](const CourseCase& one, const CourseCase& other) {
        return one.id == other.id && one.standing == other.standing &&
               codesOf(one) == codesOf(other);
    };
    const auto& reasons = a.score.reasons;
    return a.score.computed == b.score.computed && reasons.size() == b.score.reasons.size() &&
           std::all_of(reasons.begin(), reasons.end(),
                       [&](const Reason& reason) { return hasReason(b.score, reason.code); }) &&
           std::equal(a.cases.begin(), a.cases.end(), b.cases.begin(), b.cases.end(), isSameCase);
}

}  // namespace goodfaith::scoring

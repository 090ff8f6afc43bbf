// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/course_steps.h"

#include "models/scoring/course_causes.h"
#include "models/scoring/wording.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace goodfaith::scoring {
namespace {

constexpr double movesFrom = 10;  // of a score's 0 to 100
constexpr qsizetype mostCauses = 3;

bool hasMoved(const std::optional<double>& told, const std::optional<double>& now) {
    return told.has_value() != now.has_value() || (now && std::abs(*now - *told) >= movesFrom);
}

// "in February: ", or of more than a month "since November 2023: ": sums are looked at once a
// month.
QString spanText(Instant told, Instant now, const CourseInput& input) {
    const QTimeZone& zone = input.settings.timeZone;
    const QDate from = dayOf(told, zone).addDays(1);
    const QDate to = dayOf(now, zone);
    const bool isOneMonth = from.year() == to.year() && from.month() == to.month();
    const bool isThisYear = from.year() == dayOf(input.asOf, zone).year();
    return QStringLiteral("%1 %2: ").arg(
        isOneMonth ? QStringLiteral("in") : QStringLiteral("since"),
        QLocale(QLocale::English).toString(from, isThisYear ? u"MMMM" : u"MMMM yyyy"));
}

// Heaviest first; "…; and 2 more".
QString sentenceOf(std::vector<Cause>& causes, const CourseState& before,
                   const CourseState& after) {
    std::stable_sort(causes.begin(), causes.end(),
                     [](const Cause& a, const Cause& b) { return a.importance > b.importance; });
    QStringList texts;
    for (const Cause& cause : causes)
        texts << cause.text;
    const qsizetype left = texts.size() - mostCauses;
    if (left > 1)
        texts = texts.mid(0, mostCauses) << QStringLiteral("and %1 more").arg(left);
    const QString all = texts.join(QStringLiteral("; "));
    const VerdictKind verdict = after.score.computed;
    const bool isOther = verdict != before.score.computed;
    const QString again =
        isOther && verdict == VerdictKind::GoodFaith ? QStringLiteral(" again") : QString();
    return sentenceStart(isOther ? wordsOf(verdict) + again +
                                       (all.isEmpty() ? all : QStringLiteral(": ") + all)
                                 : all) +
           u'.';
}

std::unordered_set<EventId> eventsOf(const CustomerFacts& facts) {
    std::unordered_set<EventId> events;
    const auto add = [&](const auto& list) {
        for (const auto& fact : list)
            events.insert(fact.id);
    };
    add(facts.orders);
    add(facts.payments);
    add(facts.refunds);
    add(facts.returns);
    add(facts.shipments);
    add(facts.messages);
    add(facts.calls);
    return events;
}

QString byWhom(const QString& by) {
    return by.isEmpty() ? QString() : QStringLiteral(" by ") + by;
}

}  // namespace

StepTeller::StepTeller(const CourseInput& input, const CourseState& first)
    : input_(input),
      events_(scoring::eventsOf(input.facts)),
      toldValue_(&first),
      toldComplaints_(&first),
      toldResponse_(&first) {}

std::optional<CourseStep> StepTeller::tell(const CourseState& before, const CourseState& after) {
    Between between{input_, before, after};
    const auto moves = movesOf(before, after);
    addCases(between);
    addReasons(between);
    addWeights(moves, between);
    const bool isOnlySums = between.causes.empty();
    Instant since = after.at;
    const auto tellScore = [&](const CourseState*& told, auto scoreOf, auto add) {
        if (!hasMoved(scoreOf(told->score), scoreOf(after.score)))
            return;
        if (isOnlySums) {
            // Of a score that was not there before, what made it; else all that moved it since.
            const CourseState& from = scoreOf(told->score) ? *told : before;
            Between meanwhile{input_, from, after};
            add(meanwhile);
            between.causes.insert(between.causes.end(), meanwhile.causes.begin(),
                                  meanwhile.causes.end());
            since = std::min(since, from.at);
        }
        told = &after;
    };
    tellScore(
        toldValue_, [](const Score& score) { return score.purchaseValue.score; }, addPurchases);
    tellScore(
        toldComplaints_, [](const Score& score) { return score.complaints.score; },
        addUntroubledOrders);
    tellScore(
        toldResponse_, [](const Score& score) { return score.response.score; }, addAnswers);
    if (between.causes.empty() && before.score.computed == after.score.computed)
        return std::nullopt;
    if (isOnlySums && !between.causes.empty())
        between.causes.front().text.prepend(spanText(since, after.at, input_));
    CourseStep step;
    step.at = after.at;
    step.text = sentenceOf(between.causes, before, after);
    for (const Cause& cause : between.causes)
        step.events.insert(step.events.end(), cause.events.begin(), cause.events.end());
    step.events = own(std::move(step.events));
    step.reasons = moves;
    return step;
}

// Reasons may rest on others' complaints, too.
std::vector<EventId> StepTeller::own(std::vector<EventId> events) const {
    std::erase_if(events, [&](EventId event) { return events_.count(event) == 0; });
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    return events;
}

std::vector<CourseStep> judgementSteps(const CourseInput& input) {
    std::vector<CourseStep> steps;
    const auto add = [&](Instant at, const QString& text, const Judgement* judged) {
        CourseStep step;
        step.kind = StepKind::Judgement;
        step.at = at;
        step.text = text;
        if (judged != nullptr) {
            step.judged = judged->verdict;
            step.by = judged->by;
        }
        steps.push_back(std::move(step));
    };
    const auto& all = input.said.judgements;
    for (size_t i = 0; i < all.size() && all[i].at <= input.asOf; ++i) {
        const Judgement& one = all[i];
        const QString words =
            one.verdict ? QStringLiteral("Judged%1: %2").arg(byWhom(one.by), wordsOf(*one.verdict))
                        : QStringLiteral("Judgement taken back%1").arg(byWhom(one.by));
        add(one.at,
            one.reason.isEmpty() ? QString(words + u'.')
                                 : QStringLiteral("%1 (“%2”).").arg(words, one.reason),
            &one);
        const Instant ends = i + 1 < all.size() ? all[i + 1].at : input.asOf;
        if (one.verdict && one.reviewAt && *one.reviewAt <= ends)
            add(*one.reviewAt,
                QStringLiteral("The judgement of %1 is up for review: what the records say "
                               "counts again.")
                    .arg(dayText(one.at, input.asOf, input.settings.timeZone)),
                nullptr);
    }
    return steps;
}

}  // namespace goodfaith::scoring

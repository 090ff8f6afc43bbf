// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/course_causes.h"

#include "models/scoring/evidence.h"
#include "models/scoring/wording.h"

#include <algorithm>
#include <cmath>

namespace goodfaith::scoring {
namespace {

constexpr double reasonMovesFrom = 0.05;

// "it followed a late delivery", "the goods came back used".
QString clauseOf(const CaseEvidence& evidence) {
    const QString sentence = QString::fromLatin1(evidence.sentence);
    if (sentence.startsWith(QLatin1String("In %1 ")))
        return sentence.mid(6);
    return sentence.isEmpty() ? QStringLiteral("many others complain of the same")
                              : sentence.arg(QStringLiteral("it"));
}

// "about order 1042", or where none is known "of 3 May".
QString whichOf(const CourseCase& matter, const CourseInput& input) {
    return matter.order.isEmpty() ? QStringLiteral("of ") + dayText(matter.openedAt, input.asOf,
                                                                    input.settings.timeZone)
                                  : QStringLiteral("about order ") + matter.order;
}

Events eventsOf(const CourseCase& matter) {
    Events events = matter.complaints;
    for (const CaseFinding& finding : matter.findings)
        events.insert(events.end(), finding.events.begin(), finding.events.end());
    return events;
}

// Of the findings that make the case stand as it does.
QString clausesOf(const CourseCase& matter) {
    QStringList clauses;
    for (const CaseFinding& finding : matter.findings) {
        const bool isAgainst = finding.evidence->side == Side::Against;
        const bool tells =
            matter.standing == Standing::Contradicted ? finding.evidence->contradicts : !isAgainst;
        if (tells)
            clauses << clauseOf(*finding.evidence);
    }
    return clauses.join(QStringLiteral(" and "));
}

const CourseCase* caseIn(const CourseState& state, CaseId id) {
    const auto found = std::find_if(state.cases.begin(), state.cases.end(),
                                    [&](const CourseCase& matter) { return matter.id == id; });
    return found == state.cases.end() ? nullptr : &*found;
}

QString contradictedBy(const CourseCase& matter) {
    return matter.againstRecords ? QStringLiteral("our records contradict")
                                 : QStringLiteral("their own words contradict");
}

void addNewCase(const CourseCase& matter, int contradicted, Between& between) {
    constexpr int opened = 2, judged = 3;
    const QString topic = nameOf(matter.topic).replace(u'_', u' ');
    const QString what =
        QStringLiteral("a complaint %1%2")
            .arg(whichOf(matter, between.input),
                 matter.topic == Topic::Other ? QString() : QStringLiteral(" (%1)").arg(topic));
    switch (matter.standing) {
        case Standing::Contradicted:
            return between.add(
                judged,
                QStringLiteral("%1, the %2 that %3: %4")
                    .arg(what, ordinal(contradicted), contradictedBy(matter), clausesOf(matter)),
                eventsOf(matter));
        case Standing::Supported:
            return between.add(judged,
                               QStringLiteral("%1, confirmed: %2").arg(what, clausesOf(matter)),
                               eventsOf(matter));
        case Standing::Unverified:
            break;
    }
    between.add(opened, what, eventsOf(matter));
}

void addOtherStanding(const CourseCase& matter, const CourseCase& was, int contradicted,
                      Between& between) {
    constexpr int importance = 3;
    const QString which = whichOf(matter, between.input);
    const auto add = [&](const QString& text) { between.add(importance, text, eventsOf(matter)); };
    switch (matter.standing) {
        case Standing::Contradicted:
            return add(
                QStringLiteral("the %1 complaint that %2 (the one %3): %4")
                    .arg(ordinal(contradicted), contradictedBy(matter), which, clausesOf(matter)));
        case Standing::Supported:
            return add(
                QStringLiteral("the complaint %1 is confirmed: %2").arg(which, clausesOf(matter)));
        case Standing::Unverified:
            break;
    }
    add(was.standing == Standing::Contradicted
            ? QStringLiteral("nothing contradicts the complaint %1 any more").arg(which)
            : QStringLiteral("nothing confirms the complaint %1 any more").arg(which));
}

// What a case shows that it did not show before, though it stands as it did.
void addFindings(const CourseCase& matter, const CourseCase& was, Between& between) {
    for (const CaseFinding& finding : matter.findings) {
        const bool isKnown = std::any_of(
            was.findings.begin(), was.findings.end(),
            [&](const CaseFinding& other) { return other.evidence == finding.evidence; });
        if (isKnown)
            continue;
        Events events = matter.complaints;
        events.insert(events.end(), finding.events.begin(), finding.events.end());
        between.add(1,
                    QStringLiteral("in the complaint %1 %2")
                        .arg(whichOf(matter, between.input), clauseOf(*finding.evidence)),
                    events);
    }
}

const Reason* reasonIn(const CourseState& state, const QString& code) {
    const auto found = std::find_if(state.score.reasons.begin(), state.score.reasons.end(),
                                    [&](const Reason& reason) { return reason.code == code; });
    return found == state.score.reasons.end() ? nullptr : &*found;
}

bool isOfCustomer(const QString& code) {
    return std::any_of(
        customerEvidence().begin(), customerEvidence().end(),
        [&](const CustomerEvidence& evidence) { return code == QLatin1String(evidence.code); });
}

QString asClause(QString sentence) {
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toLower();
    return sentence;
}

}  // namespace

void addCases(Between& between) {
    int contradicted = 0;
    for (const CourseCase& matter : between.after.cases) {
        contradicted += matter.standing == Standing::Contradicted ? 1 : 0;
        const CourseCase* was = caseIn(between.before, matter.id);
        if (was == nullptr)
            addNewCase(matter, contradicted, between);
        else if (was->standing != matter.standing)
            addOtherStanding(matter, *was, contradicted, between);
        else
            addFindings(matter, *was, between);
    }
}

void addReasons(Between& between) {
    constexpr int importance = 2;
    for (const Reason& reason : between.after.score.reasons) {
        if (reason.weight > 0 && isOfCustomer(reason.code) &&
            reasonIn(between.before, reason.code) == nullptr)
            between.add(importance, asClause(reason.text), reason.events);
    }
    for (const Reason& reason : between.before.score.reasons) {
        if (reason.weight > 0 && isOfCustomer(reason.code) &&
            reasonIn(between.after, reason.code) == nullptr)
            between.add(importance, QStringLiteral("no longer so: ") + asClause(reason.text),
                        reason.events);
    }
}

std::vector<ReasonMove> movesOf(const CourseState& before, const CourseState& after) {
    std::vector<ReasonMove> moves;
    for (const Reason& reason : after.score.reasons) {
        const Reason* was = reasonIn(before, reason.code);
        const double weight = was == nullptr ? 0 : was->weight;
        if (was == nullptr || std::abs(reason.weight - weight) >= reasonMovesFrom)
            moves.push_back({reason.code, weight, reason.weight, reason.text, reason.events});
    }
    for (const Reason& reason : before.score.reasons) {
        if (reasonIn(after, reason.code) == nullptr)
            moves.push_back({reason.code, reason.weight, 0, reason.text, reason.events});
    }
    std::stable_sort(moves.begin(), moves.end(), [](const ReasonMove& a, const ReasonMove& b) {
        return std::abs(a.after - a.before) > std::abs(b.after - b.before);
    });
    return moves;
}

void addWeights(const std::vector<ReasonMove>& moves, Between& between) {
    const auto& before = between.before.score;
    const auto& after = between.after.score;
    if (!between.causes.empty() || before.computed == after.computed)
        return;
    Events faded;
    for (const Reason& reason : before.reasons) {
        const Reason* now = reasonIn(between.after, reason.code);
        if (reason.weight > 0 && (now == nullptr || now->weight < reason.weight))
            faded.insert(faded.end(), reason.events.begin(), reason.events.end());
    }
    if (after.computed < before.computed && !faded.empty())
        between.add(2, QStringLiteral("what spoke against them is long ago and fades"), faded);
    else if (!moves.empty())
        between.add(2, asClause(moves.front().text), moves.front().events);
}

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/advice.h"

#include "models/scoring/advice_words.h"
#include "models/scoring/evidence.h"
#include "models/scoring/promise_record.h"
#include "models/scoring/queue.h"
#include "models/scoring/wording.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace goodfaith::scoring {
namespace {

constexpr qsizetype mostSentences = 5;

struct Situation {
    const Brief& brief;
    const History& history;
    const std::vector<JudgedCase>& cases;
    const JudgedCase* current;  // the last one that is not resolved, if any
};

int casesWith(const Situation& situation, std::string_view code) {
    return static_cast<int>(std::count_if(
        situation.cases.begin(), situation.cases.end(), [&](const JudgedCase& judged) {
            return std::any_of(judged.findings.begin(), judged.findings.end(),
                               [&](const CaseFinding& f) { return f.evidence->code == code; });
        }));
}

bool has(const JudgedCase* judged, std::string_view code) {
    return judged != nullptr &&
           std::any_of(judged->findings.begin(), judged->findings.end(),
                       [&](const CaseFinding& f) { return f.evidence->code == code; });
}

// "36 hours", "9 working hours": as the target is measured.
QString waitedText(const Wait& wait, const History& history) {
    const Duration waited = history.counted(wait.since, history.asOf());
    if (history.asOf() - wait.since < std::chrono::minutes(1))
        return QStringLiteral("just now");
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(waited).count();
    return history.settings().targetsIn == TargetTime::Business
               ? counted(static_cast<int>(hours), u"working hour")
               : durationText(waited);
}

// "They have waited for an answer since Tuesday (26 hours; our target is 24 hours)."
QString owedAnswer(const Situation& situation) {
    const History& history = situation.history;
    const Wait* wait = longestWaiting(history);
    if (wait == nullptr)
        return {};
    const auto& settings = history.settings();
    const QString since = recentDayText(wait->since, history.asOf(), settings.timeZone);
    if (isGivenUp(*wait, history))
        return adviceText(wait->kind == RecordKind::Call ? QStringLiteral("owed.call_back")
                                                         : QStringLiteral("owed.old_message"),
                          {{QStringLiteral("since"), since}});
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(settings.replyTarget).count();
    const bool isBusiness = settings.targetsIn == TargetTime::Business;
    return adviceText(QStringLiteral("owed.answer"),
                      {{QStringLiteral("since"), since},
                       {QStringLiteral("waited"), waitedText(*wait, history)},
                       {QStringLiteral("target"),
                        counted(static_cast<int>(hours), isBusiness ? u"working hour" : u"hour")}});
}

// The answer and the promise that are owed, in one sentence.
QString owed(const Situation& situation) {
    QString answer = owedAnswer(situation);
    const Promise* promise = nextPromise(situation.history);
    if (promise == nullptr)
        return answer;
    const QString text = promiseText(*promise, situation.history);
    if (answer.isEmpty())
        return adviceText(QStringLiteral("owed.promise"), {{QStringLiteral("promise"), text}});
    answer.chop(1);
    return adviceText(QStringLiteral("owed.answer_and_promise"),
                      {{QStringLiteral("answer"), answer}, {QStringLiteral("promise"), text}});
}

// What we did: the failures they met most often, over all their complaints.
QString ourPart(const Situation& situation) {
    static constexpr auto codes = std::to_array<const char*>(
        {"late_delivery", "carrier_exception", "billing_confirms", "return_confirms", "we_admitted",
         "slow_reply", "common_issue", "broken_promise"});
    std::vector<std::pair<int, const char*>> counts;
    for (const char* code : codes) {
        if (const int count = casesWith(situation, code); count > 0)
            counts.emplace_back(count, code);
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    constexpr size_t most = 2;
    counts.resize(std::min(counts.size(), most));
    QStringList said;
    for (const auto& [count, code] : counts)
        said << adviceText(
            QStringLiteral("part.of"),
            {{QStringLiteral("failure"), adviceText(QStringLiteral("part.") + QLatin1String(code))},
             {QStringLiteral("complaints"), counted(count, u"complaint")}});
    return said.isEmpty()
               ? QString()
               : adviceText(QStringLiteral("part"), {{QStringLiteral("failures"), listText(said)}});
}

// "14 orders worth €1,820 within 24 months, 3 complaints about them."
QString worthAndFrequency(const Situation& situation) {
    const auto& value = situation.brief.score.purchaseValue;
    const auto cases = static_cast<int>(std::count_if(
        situation.cases.begin(), situation.cases.end(), [&](const JudgedCase& judged) {
            return judged.matter->openedAt >= situation.history.windowStart();
        }));
    QStringList amounts;
    for (const auto& [currency, minor] : value.net.sums())
        amounts << moneyText({minor, currency});
    const SlotValues values{
        {QStringLiteral("orders"), counted(value.orders, u"order")},
        {QStringLiteral("sum"), listText(amounts)},
        {QStringLiteral("months"), counted(situation.history.settings().windowMonths, u"month")},
        {QStringLiteral("complaints"), cases == 0 ? adviceText(QStringLiteral("worth.no_complaint"))
                                                  : counted(cases, u"complaint")}};
    if (value.orders == 0)
        return adviceText(QStringLiteral("worth.no_order"), values);
    return adviceText(amounts.isEmpty() ? QStringLiteral("worth.unknown") : QStringLiteral("worth"),
                      values);
}

QString evidence(const Situation& situation) {
    const auto count = [&](Standing standing) {
        return static_cast<int>(
            std::count_if(situation.cases.begin(), situation.cases.end(),
                          [&](const JudgedCase& judged) { return judged.standing == standing; }));
    };
    const auto all = static_cast<int>(situation.cases.size());
    const auto say = [&](const QString& name, int some) {
        return adviceText(name, {{QStringLiteral("count"), QString::number(some)},
                                 {QStringLiteral("complaints"), counted(all, u"complaint")}});
    };
    const int confirmed = count(Standing::Supported);
    const int contradicted = count(Standing::Contradicted);
    const bool isPattern = situation.brief.score.verdict != VerdictKind::GoodFaith;
    if (contradicted > 0)
        return say(isPattern ? QStringLiteral("evidence.contradicted")
                             : QStringLiteral("evidence.no_pattern"),
                   contradicted);
    if (isPattern)
        return adviceText(QStringLiteral("evidence.often"));
    if (confirmed > 0)
        return say(QStringLiteral("evidence.confirmed"), confirmed);
    return all == 0 ? QString() : adviceText(QStringLiteral("evidence.nothing"));
}

QString apology(const Situation& situation) {
    if (has(situation.current, "late_delivery")) {
        const int count = casesWith(situation, "late_delivery");
        return count == 1 ? adviceText(QStringLiteral("sorry.late_delivery"))
                          : adviceText(QStringLiteral("sorry.late_again"),
                                       {{QStringLiteral("ordinal"), ordinal(count)}});
    }
    for (const char* code : {"carrier_exception", "billing_confirms"}) {
        if (has(situation.current, code))
            return adviceText(QStringLiteral("sorry.") + QLatin1String(code));
    }
    return {};
}

// "remedy.late" where there is such a sentence, else "remedy".
QString ofTopic(const QString& name, Topic topic) {
    const QString its = name + u'.' + nameOf(topic);
    return adviceText(hasAdvice(its) ? its : name);
}

QString stepWithoutCase(const Situation& situation) {
    const Promise* promise = nextPromise(situation.history);
    const QTimeZone& zone = situation.history.settings().timeZone;
    if (promise != nullptr && dayOf(promise->due, zone) <= dayOf(situation.history.asOf(), zone))
        return adviceText(QStringLiteral("no_case.promise"));
    if (const Wait* wait = longestWaiting(situation.history))
        return adviceText(isGivenUp(*wait, situation.history) ? QStringLiteral("no_case.silence")
                                                              : QStringLiteral("no_case.answer"));
    return adviceText(situation.brief.score.verdict == VerdictKind::GoodFaith
                          ? QStringLiteral("no_case")
                          : QStringLiteral("no_case.careful"));
}

// Questions first where there is doubt, and never a refusal by itself.
QString nextStep(const Situation& situation) {
    const JudgedCase* current = situation.current;
    if (current == nullptr)
        return stepWithoutCase(situation);
    const bool isSupported = current->standing == Standing::Supported;
    const bool isDoubted = current->standing == Standing::Contradicted ||
                           situation.brief.score.verdict != VerdictKind::GoodFaith;
    if (!isSupported && isDoubted)
        return ofTopic(QStringLiteral("careful"), current->matter->topic);
    constexpr int often = 2;
    const QString sorry = apology(situation);
    const int asked = situation.brief.score.response.chasers;
    const QString name = (sorry.isEmpty() ? QStringLiteral("step") : QStringLiteral("step.sorry")) +
                         (asked < often     ? QString()
                          : sorry.isEmpty() ? QStringLiteral(".often_asked")
                                            : QStringLiteral("_often_asked"));
    return sentenceStart(adviceText(
        name,
        {{QStringLiteral("sorry"), sorry},
         {QStringLiteral("remedy"), ofTopic(QStringLiteral("remedy"), current->matter->topic)},
         {QStringLiteral("times"), times(asked)}}));
}

// "Returns are known up to 3 May.": what ended longer ago than the grace we give. Where the records
// of several kinds end in the same days: "Our records end between 28 May and 3 June."
QString staleness(const Situation& situation) {
    static const std::pair<RecordKind, const char*> kinds[] = {
        {RecordKind::Order, "orders"},     {RecordKind::Shipment, "deliveries"},
        {RecordKind::Return, "returns"},   {RecordKind::Refund, "refunds"},
        {RecordKind::Message, "messages"},
    };
    const Instant asOf = situation.history.asOf();
    const auto dayOfEnd = [&](Instant end) {
        return dayText(end, asOf, situation.history.settings().timeZone);
    };
    std::vector<Instant> ends;
    QStringList parts;
    for (const auto& [kind, words] : kinds) {
        const auto known = situation.brief.dataKnownTo.find(kind);
        if (known == situation.brief.dataKnownTo.end() ||
            known->second + situation.history.grace() >= asOf)
            continue;
        ends.push_back(known->second);
        parts << adviceText(
            parts.isEmpty() ? QStringLiteral("stale.first") : QStringLiteral("stale.next"),
            {{QStringLiteral("kind"), QLatin1String(words)},
             {QStringLiteral("day"), dayOfEnd(known->second)}});
    }
    if (parts.isEmpty())
        return {};
    const auto [first, last] = std::minmax_element(ends.begin(), ends.end());
    constexpr auto sameDays = std::chrono::days(7);
    const SlotValues values{{QStringLiteral("kinds"), listText(parts)},
                            {QStringLiteral("day"), dayOfEnd(*last)},
                            {QStringLiteral("first"), dayOfEnd(*first)},
                            {QStringLiteral("last"), dayOfEnd(*last)}};
    if (ends.size() < 3 || *last - *first > sameDays)
        return sentenceStart(adviceText(QStringLiteral("stale"), values));
    return adviceText(dayOfEnd(*first) == dayOfEnd(*last) ? QStringLiteral("stale.day")
                                                          : QStringLiteral("stale.between"),
                      values);
}

}  // namespace

QStringList adviceFor(const Brief& brief, const History& history,
                      const std::vector<JudgedCase>& cases) {
    const Situation situation{brief, history, cases, currentCase(cases)};
    QStringList sentences{owed(situation), ourPart(situation), worthAndFrequency(situation),
                          evidence(situation), nextStep(situation)};
    const QString stale = staleness(situation);
    sentences.removeAll(QString());
    if (!stale.isEmpty() && sentences.size() == mostSentences)
        sentences.removeAll(worthAndFrequency(situation));  // the tiles beside it say it too
    if (!stale.isEmpty())
        sentences.insert(sentences.size() - 1, stale);
    return sentences;
}

}  // namespace goodfaith::scoring

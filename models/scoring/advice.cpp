// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/advice.h"

#include "models/scoring/evidence.h"
#include "models/scoring/promise_record.h"
#include "models/scoring/queue.h"
#include "models/scoring/wording.h"

#include <algorithm>
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

const Wait* longestWaiting(const History& history) {
    const auto open =
        std::find_if(history.waits().begin(), history.waits().end(), [&](const Wait& wait) {
            return !history.isAnswered(wait) && wordThatEnds(history, wait) == nullptr;
        });
    return open == history.waits().end() ? nullptr : &*open;
}

// Who wrote that long ago waits no more: then it is a failure of ours to own up to.
bool isGivenUp(const Wait& wait, const History& history) {
    constexpr auto patience = std::chrono::days(30);
    return history.asOf() - wait.since > patience;
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
    const Instant asOf = history.asOf();
    const auto& settings = history.settings();
    const QString since = recentDayText(wait->since, asOf, settings.timeZone);
    if (isGivenUp(*wait, history))
        return (wait->kind == RecordKind::Call
                    ? QStringLiteral("Nobody called back after their call of %1.")
                    : QStringLiteral("Their message of %1 was never answered."))
            .arg(since);
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(settings.replyTarget).count();
    const bool isBusiness = settings.targetsIn == TargetTime::Business;
    return QStringLiteral("They have waited for an answer since %1 (%2; our target is %3).")
        .arg(since, waitedText(*wait, history),
             counted(static_cast<int>(hours), isBusiness ? u"working hour" : u"hour"));
}

// The answer and the promise that are owed, in one sentence.
QString owed(const Situation& situation) {
    QString answer = owedAnswer(situation);
    const Promise* promise = nextPromise(situation.history);
    if (promise == nullptr)
        return answer;
    const QString text =
        QStringLiteral("we promised %1.").arg(promiseText(*promise, situation.history));
    if (answer.isEmpty())
        return u'W' + text.mid(1);
    answer.chop(1);
    return answer + QStringLiteral("; ") + text;
}

// What we did: the failures they met most often, over all their complaints.
QString ourPart(const Situation& situation) {
    static const std::pair<const char*, const char*> parts[] = {
        {"late_delivery", "a late delivery"},
        {"carrier_exception", "a parcel that the carrier lost, damaged or sent back"},
        {"billing_confirms", "a double charge or a late refund"},
        {"return_confirms", "goods that proved faulty"},
        {"we_admitted", "a fault that we admitted or made good"},
        {"slow_reply", "an answer later than our target"},
        {"common_issue", "trouble that many others have too"},
        {"broken_promise", "a promise that we did not keep"},
    };
    std::vector<std::pair<int, QString>> counts;
    for (const auto& [code, words] : parts) {
        if (const int count = casesWith(situation, code); count > 0)
            counts.emplace_back(count, QLatin1String(words));
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    constexpr size_t most = 2;
    counts.resize(std::min(counts.size(), most));
    QStringList said;
    for (const auto& [count, words] : counts)
        said << QStringLiteral("%1 in %2").arg(words, counted(count, u"complaint"));
    return said.isEmpty() ? QString() : QStringLiteral("Our part: %1.").arg(listText(said));
}

// "14 orders worth €1,820 within 24 months, 3 complaints about them."
QString worthAndFrequency(const Situation& situation) {
    const auto& score = situation.brief.score;
    const int months = situation.history.settings().windowMonths;
    const auto cases = static_cast<int>(std::count_if(
        situation.cases.begin(), situation.cases.end(), [&](const JudgedCase& judged) {
            return judged.matter->openedAt >= situation.history.windowStart();
        }));
    const QString complaints =
        cases == 0 ? QStringLiteral("no complaint") : counted(cases, u"complaint");
    if (score.purchaseValue.orders == 0)
        return QStringLiteral("No order within %1 is known, and %2.")
            .arg(counted(months, u"month"), complaints);
    QStringList amounts;
    for (const auto& [currency, minor] : score.purchaseValue.net.sums())
        amounts << moneyText({minor, currency});
    const QString worth =
        amounts.isEmpty() ? QString() : QStringLiteral(" worth %1").arg(listText(amounts));
    return QStringLiteral("They placed %1%2 within %3 and made %4.")
        .arg(counted(score.purchaseValue.orders, u"order"), worth, counted(months, u"month"),
             complaints);
}

QString evidence(const Situation& situation) {
    const auto count = [&](Standing standing) {
        return static_cast<int>(
            std::count_if(situation.cases.begin(), situation.cases.end(),
                          [&](const JudgedCase& judged) { return judged.standing == standing; }));
    };
    const auto all = static_cast<int>(situation.cases.size());
    const int confirmed = count(Standing::Supported);
    const int contradicted = count(Standing::Contradicted);
    if (contradicted > 0 && situation.brief.score.verdict != VerdictKind::GoodFaith)
        return QStringLiteral(
                   "Our records and their words do not fit together in %1 of %2: a pattern worth a "
                   "second look.")
            .arg(contradicted)
            .arg(counted(all, u"complaint"));
    if (situation.brief.score.verdict != VerdictKind::GoodFaith)
        return QStringLiteral(
            "They complain far more often than is usual: a pattern worth a second "
            "look.");
    if (contradicted > 0)
        return QStringLiteral(
                   "Our records and their words do not fit together in %1 of %2; that is no "
                   "pattern.")
            .arg(contradicted)
            .arg(counted(all, u"complaint"));
    if (confirmed > 0)
        return QStringLiteral("Our records confirm %1 of %2.")
            .arg(confirmed)
            .arg(counted(all, u"complaint"));
    return all == 0 ? QString() : QStringLiteral("Nothing weighty speaks against what they say.");
}

QString apology(const Situation& situation) {
    if (has(situation.current, "late_delivery")) {
        const int count = casesWith(situation, "late_delivery");
        return count == 1
                   ? QStringLiteral("Say sorry for the delay")
                   : QStringLiteral("Say sorry for the delay, it is the %1").arg(ordinal(count));
    }
    if (has(situation.current, "carrier_exception"))
        return QStringLiteral("Say sorry for what happened to the parcel");
    if (has(situation.current, "billing_confirms"))
        return QStringLiteral("Say sorry and put the money right");
    return {};
}

QString remedyFor(Topic topic) {
    switch (topic) {
        case Topic::NotReceived:
            return QStringLiteral("believe them and send it again");
        case Topic::MissingPart:
            return QStringLiteral("believe them and send the missing part");
        case Topic::WrongItem:
            return QStringLiteral("believe them and send the right item");
        case Topic::Damaged:
        case Topic::Defective:
            return QStringLiteral("believe them and offer a replacement or a refund");
        case Topic::Billing:
        case Topic::RefundNotPaid:
            return QStringLiteral("check the payment today and say when the money comes");
        case Topic::ReturnRefused:
            return QStringLiteral("look at the return again and give the reason");
        case Topic::Late:
            return QStringLiteral("find the parcel and name a new date");
        case Topic::None:
        case Topic::Service:
        case Topic::Website:
        case Topic::Other:
            break;
    }
    return QStringLiteral("answer what they ask and name the next step");
}

// Questions first, and never a refusal by itself.
QString carefulStep(Topic topic) {
    if (topic == Topic::NotReceived)
        return QStringLiteral(
            "Ask the carrier for the proof of delivery and call them before sending anything.");
    if (topic == Topic::Damaged || topic == Topic::Defective || topic == Topic::WrongItem ||
        topic == Topic::MissingPart)
        return QStringLiteral("Ask for the return first, then refund or replace.");
    return QStringLiteral("Call instead of writing, and go through the records with them.");
}

QString stepWithoutCase(const Situation& situation) {
    const Promise* promise = nextPromise(situation.history);
    const QTimeZone& zone = situation.history.settings().timeZone;
    if (promise != nullptr && dayOf(promise->due, zone) <= dayOf(situation.history.asOf(), zone))
        return QStringLiteral("Do today what was promised, or say when; no complaint is open.");
    if (const Wait* wait = longestWaiting(situation.history))
        return isGivenUp(*wait, situation.history)
                   ? QStringLiteral(
                         "No complaint is open: say sorry for the silence when you write.")
                   : QStringLiteral("Answer today; no complaint is open.");
    return situation.brief.score.verdict == VerdictKind::GoodFaith
               ? QStringLiteral("No complaint is open: help as with any good customer.")
               : QStringLiteral(
                     "No complaint is open; with the next one ask for the return or look at the "
                     "proof of delivery first.");
}

QString nextStep(const Situation& situation) {
    const JudgedCase* current = situation.current;
    if (current == nullptr)
        return stepWithoutCase(situation);
    const bool isSupported = current->standing == Standing::Supported;
    const bool isDoubted = current->standing == Standing::Contradicted ||
                           situation.brief.score.verdict != VerdictKind::GoodFaith;
    if (!isSupported && isDoubted)
        return carefulStep(current->matter->topic);
    const QString sorry = apology(situation);
    QString step = remedyFor(current->matter->topic);
    constexpr int askedOften = 2;
    if (situation.brief.score.response.chasers >= askedOften)
        step += QStringLiteral("; call instead of writing, they had to ask again %1")
                    .arg(times(situation.brief.score.response.chasers));
    if (sorry.isEmpty())
        step[0] = step[0].toUpper();
    return (sorry.isEmpty() ? step : QString(sorry + QStringLiteral("; then ") + step)) + u'.';
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
        const QString verb = parts.isEmpty() ? QStringLiteral("are known ") : QString();
        parts << QLatin1String(words) + u' ' + verb + QStringLiteral("up to ") +
                     dayOfEnd(known->second);
    }
    if (parts.isEmpty())
        return {};
    const auto [first, last] = std::minmax_element(ends.begin(), ends.end());
    constexpr auto sameDays = std::chrono::days(7);
    if (ends.size() > 2 && *last - *first <= sameDays)
        return dayOfEnd(*first) == dayOfEnd(*last)
                   ? QStringLiteral("Our records end on %1.").arg(dayOfEnd(*last))
                   : QStringLiteral("Our records end between %1 and %2.")
                         .arg(dayOfEnd(*first), dayOfEnd(*last));
    QString text = listText(parts) + u'.';
    text[0] = text[0].toUpper();
    return text;
}

const JudgedCase* currentCase(const std::vector<JudgedCase>& cases) {
    const auto open = std::find_if(cases.rbegin(), cases.rend(), [](const JudgedCase& judged) {
        return judged.matter->state != CaseState::Resolved;
    });
    return open == cases.rend() ? nullptr : &*open;
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

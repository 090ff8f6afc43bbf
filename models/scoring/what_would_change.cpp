// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/what_would_change.h"

#include "models/scoring/complaint_frequency.h"
#include "models/scoring/verdict.h"
#include "models/scoring/wording.h"

#include <algorithm>
#include <deque>
#include <string_view>

namespace goodfaith::scoring {
namespace {

using Cases = std::vector<JudgedCase>;

struct Outcome {
    VerdictKind verdict = VerdictKind::GoodFaith;
    double pChronic = 0;
};

Outcome outcomeOf(const CustomerInput& input, const Cases& cases) {
    const CustomerInput changed{input.history, cases,        input.parameters,
                                input.prior,   input.linked, Sentences::LeftOut};
    const double p = chronicProbability(reasonsFrom(changed));
    const auto mature = static_cast<int>(matureOrders(input.history).size());
    return {verdictFrom(changed, p, mature), p};
}

QString quoted(VerdictKind verdict) {
    return u'\u201c' + wordsOf(verdict) + u'\u201d';
}

// "order 1042", or where none is known "the complaint of 3 May".
QString subjectOf(const Case& matter, const History& history) {
    const OrderFact* order = matter.orders.empty() ? nullptr : history.order(matter.orders.front());
    if (order != nullptr && !order->key.isEmpty())
        return QStringLiteral("order ") + order->key;
    return QStringLiteral("the complaint of %1")
        .arg(dayText(matter.openedAt, history.asOf(), history.settings().timeZone));
}

// What would have to come to light for this item not to hold; %1 is the order.
QString recordAgainst(std::string_view code) {
    static const std::pair<std::string_view, const char*> records[] = {
        {"no_return", "The return of %1 arriving"},
        {"proof_of_delivery", "Word from the carrier that %1 was not delivered"},
        {"returned_used", "Word from the warehouse that %1 did not come back used"},
        {"returned_empty", "Word from the warehouse that %1 did not come back empty"},
        {"returned_other", "Word from the warehouse that the right item of %1 came back"},
        {"double_recovery", "What was made good twice for %1 coming back to us"},
        {"own_words", "An explanation of what they wrote before about %1"},
    };
    const auto* found = std::find_if(std::begin(records), std::end(records),
                                     [&](const auto& record) { return record.first == code; });
    return QLatin1String(found == std::end(records) ? "A record that explains %1" : found->second);
}

bool contradicts(const CaseFinding& finding) {
    return finding.evidence->contradicts;
}

bool isContradicted(const JudgedCase& judged) {
    return judged.standing == Standing::Contradicted;
}

void removeFinding(JudgedCase& judged, const CaseEvidence* evidence) {
    std::erase_if(judged.findings,
                  [&](const CaseFinding& finding) { return finding.evidence == evidence; });
    judged.againstRecords =
        std::any_of(judged.findings.begin(), judged.findings.end(), [](const CaseFinding& finding) {
            return contradicts(finding) && finding.evidence->basis == Basis::Records;
        });
    if (std::none_of(judged.findings.begin(), judged.findings.end(), contradicts))
        judged.standing = Standing::Unverified;
}

// One item against, left out.
struct Without {
    size_t place = 0;  // of its case
    const CaseEvidence* evidence = nullptr;
    Outcome outcome;
};

// The one that changes most; nothing where none is against.
std::optional<Without> strongest(const CustomerInput& input, const Cases& cases) {
    std::optional<Without> best;
    for (size_t place = 0; place < cases.size(); ++place) {
        for (const CaseFinding& finding : cases[place].findings) {
            if (!contradicts(finding))
                continue;
            Cases changed = cases;
            removeFinding(changed[place], finding.evidence);
            const Outcome outcome = outcomeOf(input, changed);
            if (!best || std::tie(outcome.verdict, outcome.pChronic) <
                             std::tie(best->outcome.verdict, best->outcome.pChronic))
                best = Without{place, finding.evidence, outcome};
        }
    }
    return best;
}

// How many items must be left out, the strongest first, until the verdict is a milder one.
std::optional<int> leastToLeaveOut(const CustomerInput& input, VerdictKind now, VerdictKind& then) {
    Cases cases = input.cases;
    for (int count = 1;; ++count) {
        const auto without = strongest(input, cases);
        if (!without)
            return std::nullopt;
        then = without->outcome.verdict;
        if (then < now)
            return count;
        removeFinding(cases[without->place], without->evidence);
    }
}

QString ifRecordsCame(const CustomerInput& input, VerdictKind now) {
    const auto without = strongest(input, input.cases);
    if (!without)
        return {};
    const QString record = recordAgainst(without->evidence->code)
                               .arg(subjectOf(*input.cases[without->place].matter, input.history));
    if (without->outcome.verdict < now)
        return QStringLiteral("%1 would make this %2.")
            .arg(record, quoted(without->outcome.verdict));
    VerdictKind then = now;
    const auto count = leastToLeaveOut(input, now, then);
    if (!count)
        return QStringLiteral("%1 would take away the strongest reason.").arg(record);
    return QStringLiteral(
               "%1 would take away the strongest reason; %2 such records would make "
               "this %3.")
        .arg(record)
        .arg(*count)
        .arg(quoted(then));
}

// Where no case is contradicted: complaints that our records come to confirm.
QString ifComplaintsProvedRight(const CustomerInput& input, VerdictKind now) {
    Cases cases = input.cases;
    int count = 0;
    for (JudgedCase& judged : cases) {
        if (judged.standing == Standing::Supported)
            continue;
        judged.standing = Standing::Supported;
        std::erase_if(judged.findings, contradicts);
        ++count;
        const Outcome outcome = outcomeOf(input, cases);
        if (outcome.verdict < now)
            return QStringLiteral("Records that confirm %1 more would make this %2.")
                .arg(counted(count, u"complaint"), quoted(outcome.verdict));
    }
    return {};
}

// So many complaints more that our records contradict, each on an order of its own.
class Hypothetical {
public:
    Hypothetical(const CustomerInput& input, int count) : cases_(input.cases) {
        const auto evidence = std::find_if(
            caseEvidence().begin(), caseEvidence().end(),
            [](const auto& item) { return item.contradicts && item.basis == Basis::Records; });
        for (int i = 1; i <= count; ++i) {
            Case& matter = matters_.emplace_back();
            matter.id = EventId(-i);
            matter.openedAt = matter.lastAt = input.history.asOf();
            matter.topic = Topic::NotReceived;
            matter.asks = {Ask::Refund};
            matter.orders = {EventId(-i)};
            cases_.push_back({&matter, Standing::Contradicted, {{&*evidence, {matter.id}}}, true});
        }
    }
    const Cases& cases() const { return cases_; }

private:
    std::deque<Case> matters_;  // never moves them
    Cases cases_;
};

QString ifMoreWereContradicted(const CustomerInput& input, VerdictKind now) {
    constexpr int most = 4;
    for (int count = 1; count <= most; ++count) {
        const Outcome outcome = outcomeOf(input, Hypothetical(input, count).cases());
        if (outcome.verdict <= now)
            continue;
        const bool isFirst = std::none_of(input.cases.begin(), input.cases.end(), isContradicted);
        if (isFirst)
            return QStringLiteral("It would take %1 that our records contradict to change this.")
                .arg(counted(count, u"complaint"));
        return QStringLiteral("%1 that our records contradict would make this %2.")
            .arg(count == 1 ? QStringLiteral("One more complaint")
                            : QStringLiteral("%1 more complaints").arg(count),
                 quoted(outcome.verdict));
    }
    return {};
}

}  // namespace

QStringList whatWouldChange(const CustomerInput& input) {
    const VerdictKind now = outcomeOf(input, input.cases).verdict;
    QStringList sentences;
    if (now != VerdictKind::GoodFaith) {
        sentences << ifRecordsCame(input, now);
        if (sentences.back().isEmpty())
            sentences.back() = ifComplaintsProvedRight(input, now);
    }
    if (now != VerdictKind::ChronicPattern)
        sentences << ifMoreWereContradicted(input, now);
    sentences.removeAll(QString());
    if (sentences.isEmpty())
        sentences << QStringLiteral("No single record would change this.");
    return sentences;
}

QStringList changesWorthSaying(const Brief& brief) {
    const Score& score = brief.score;
    const bool speaksAnythingAgainst =
        score.computed != VerdictKind::GoodFaith ||
        std::any_of(score.reasons.begin(), score.reasons.end(),
                    [](const Reason& reason) { return reason.weight > 0; });
    return speaksAnythingAgainst ? brief.whatWouldChange : QStringList();
}

}  // namespace goodfaith::scoring

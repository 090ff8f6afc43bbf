// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/verdict.h"

#include "models/scoring/wording.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

namespace goodfaith::scoring {
namespace {

constexpr double chronicFrom = 0.90;
constexpr double needsLookFrom = 0.50;
constexpr int contradictedForChronic = 3;
constexpr int contradictedForLook = 2;
constexpr int claimsForChronic = 5;
constexpr int claimsForLook = 4;
constexpr double timesUsual = 4;
constexpr int fewOrders = 3;
constexpr int fewCases = 3;
constexpr double leastWeight = 0.005;  // what has faded below it is not worth a sentence

// "the one complaint", "the complaint of 3 May", "all 3 complaints", "2 of 3 complaints".
QString someOf(const std::vector<const Case*>& some, const CustomerInput& input) {
    const size_t all = input.cases.size();
    if (all == 1)
        return QStringLiteral("the one complaint");
    if (some.size() == 1) {
        const History& history = input.history;
        return QStringLiteral("the complaint of %1")
            .arg(dayText(some.front()->openedAt, history.asOf(), history.settings().timeZone));
    }
    if (some.size() == all)
        return QStringLiteral("all %1 complaints").arg(all);
    return QStringLiteral("%1 of %2 complaints").arg(some.size()).arg(all);
}

// An item as it holds: how often it counts, faded, and what it says.
struct Shown {
    const char* code;
    double weight = 0;  // of each time
    double amount = 0;
    QString text;
    std::vector<EventId> events;
};

// By this shop's own judgements, where there are enough.
template <class Evidence>
double weightOf(const Evidence& evidence, const CustomerInput& input) {
    const auto& own = input.parameters.ownWeights;
    const auto found = own.empty() ? own.end() : own.find(QLatin1String(evidence.code));
    return found == own.end() ? evidence.weight.weight : found->second;
}

// How much of its weight what contradicts this case counts.
double rankOf(const JudgedCase& judged, const CustomerInput& input) {
    const auto& ranks = shippedWeights().ranks;
    size_t before = 0;
    for (const JudgedCase* other = input.cases.data(); other != &judged; ++other)
        before += other->standing == Standing::Contradicted ? 1 : 0;
    return ranks[std::min(before, ranks.size() - 1)];
}

std::optional<Shown> shownBy(const CaseEvidence& evidence, const CustomerInput& input) {
    Shown shown{evidence.code, weightOf(evidence, input), 0, {}, {}};
    const bool fades = evidence.side == Side::Against;
    std::vector<const Case*> cases;
    for (const auto& judged : input.cases) {
        for (const auto& finding : judged.findings) {
            if (finding.evidence != &evidence)
                continue;
            cases.push_back(judged.matter);
            const double counts = evidence.contradicts ? rankOf(judged, input) : 1;
            shown.amount +=
                fades ? counts * fading(judged.matter->openedAt, input.history.asOf()) : 1;
            shown.events.insert(shown.events.end(), finding.events.begin(), finding.events.end());
        }
    }
    if (cases.empty())
        return std::nullopt;
    shown.amount = std::min(shown.amount, evidence.weight.most);
    shown.text = input.sentence([&] {
        return evidence.tell != nullptr
                   ? evidence.tell(input.history, *cases.back())
                   : sentenceStart(
                         QString::fromLatin1(evidence.sentence).arg(someOf(cases, input)));
    });
    return shown;
}

std::optional<Shown> shownBy(const CustomerEvidence& evidence, const CustomerInput& input) {
    auto finding = evidence.find(input);
    if (!finding)
        return std::nullopt;
    const double faded = finding->latest ? fading(*finding->latest, input.history.asOf()) : 1;
    return Shown{evidence.code, weightOf(evidence, input),
                 std::min(finding->amount, evidence.weight.most) * faded, std::move(finding->text),
                 std::move(finding->events)};
}

// In the order of the tables.
std::vector<Shown> shownBy(const CustomerInput& input) {
    std::vector<Shown> all;
    const auto keep = [&](std::optional<Shown> shown) {
        if (shown)
            all.push_back(std::move(*shown));
    };
    for (const auto& evidence : caseEvidence())
        keep(shownBy(evidence, input));
    for (const auto& evidence : customerEvidence())
        keep(shownBy(evidence, input));
    return all;
}

void tidy(std::vector<EventId>& events) {
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
}

// What contradicts, over all contradicted cases.
struct Contradictions {
    std::vector<const Case*> cases;
    std::set<std::string_view> kinds;
    int byRecords = 0;
};

Contradictions contradictionsIn(const std::vector<JudgedCase>& cases) {
    Contradictions found;
    for (const auto& judged : cases) {
        if (judged.standing != Standing::Contradicted)
            continue;
        found.cases.push_back(judged.matter);
        found.byRecords += judged.againstRecords ? 1 : 0;
        for (const auto& finding : judged.findings) {
            if (finding.evidence->contradicts)
                found.kinds.insert(finding.evidence->code);
        }
    }
    return found;
}

bool isPatternOfContradictions(const Contradictions& found) {
    const bool allByRecords = found.byRecords == static_cast<int>(found.cases.size());
    return countOnOwnOrders(found.cases) >= contradictedForChronic &&
           (found.kinds.size() >= 2 || allByRecords);
}

std::vector<const Case*> claimsOfWindow(const History& history,
                                        const std::vector<JudgedCase>& cases) {
    auto claims = unsupportedOfWindow(history, cases);
    std::erase_if(claims, [](const Case* matter) { return !asksForValue(*matter); });
    return claims;
}

bool isPatternOfClaims(const CustomerInput& input, int leastClaims) {
    const auto claims = claimsOfWindow(input.history, input.cases);
    const auto exposure = static_cast<int>(input.history.orders().size());
    const auto count = static_cast<int>(claims.size());
    return countOnOwnOrders(claims) >= leastClaims &&
           lowReaches(rounded(timesUsual * input.prior.mean), input.prior, count, exposure);
}

}  // namespace

std::map<QString, double> amountsOf(const CustomerInput& input) {
    std::map<QString, double> amounts;
    for (const Shown& shown : shownBy(input))
        amounts.emplace(QLatin1String(shown.code), shown.amount);
    return amounts;
}

std::vector<Reason> reasonsFrom(const CustomerInput& input) {
    std::vector<Reason> reasons;
    for (Shown& shown : shownBy(input)) {
        const double weight = rounded(shown.weight * shown.amount);
        if (std::abs(weight) < leastWeight)
            continue;
        tidy(shown.events);
        reasons.push_back(
            {QLatin1String(shown.code), weight, std::move(shown.text), std::move(shown.events)});
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
        return std::abs(a.weight) > std::abs(b.weight);
    });
    return reasons;
}

double chronicProbability(const std::vector<Reason>& reasons) {
    const double prior = shippedWeights().prior;
    double logOdds = std::log(prior / (1 - prior));
    for (const auto& reason : reasons)
        logOdds += reason.weight;
    return rounded(1 / (1 + std::exp(-logOdds)));
}

bool mayBeDoubted(const History& history, const std::vector<JudgedCase>& cases) {
    const auto contradicted = std::count_if(cases.begin(), cases.end(), [](const auto& judged) {
        return judged.standing == Standing::Contradicted;
    });
    return contradicted >= contradictedForLook ||
           countOnOwnOrders(claimsOfWindow(history, cases)) >= claimsForLook;
}

VerdictKind verdictFrom(const CustomerInput& input, double chronicProbability, int matureOrders) {
    if (!mayBeDoubted(input.history, input.cases))
        return VerdictKind::GoodFaith;
    const bool isLittleKnown =
        matureOrders < fewOrders && static_cast<int>(input.cases.size()) < fewCases;
    const Contradictions found = contradictionsIn(input.cases);
    if (chronicProbability >= chronicFrom && !isLittleKnown &&
        (isPatternOfContradictions(found) || isPatternOfClaims(input, claimsForChronic)))
        return VerdictKind::ChronicPattern;
    const bool isSuspect =
        static_cast<int>(found.cases.size()) >= contradictedForLook && found.byRecords > 0;
    if (chronicProbability >= needsLookFrom &&
        (isSuspect || isPatternOfClaims(input, claimsForLook)))
        return VerdictKind::NeedsLook;
    return VerdictKind::GoodFaith;
}

// The latest word counts: it may be that earlier ones are taken back.
const Judgement* standingJudgement(const std::vector<Judgement>& judgements, Instant asOf) {
    const auto latest = std::find_if(judgements.rbegin(), judgements.rend(),
                                     [&](const Judgement& one) { return one.at <= asOf; });
    const bool stands = latest != judgements.rend() && latest->verdict &&
                        (!latest->reviewAt || *latest->reviewAt > asOf);
    return stands ? &*latest : nullptr;
}

}  // namespace goodfaith::scoring

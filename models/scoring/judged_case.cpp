// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/judged_case.h"

#include "models/scoring/evidence.h"
#include "models/scoring/evidence_of_case.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace goodfaith::scoring {
namespace {

using namespace std::string_view_literals;

bool isCode(const CaseFinding& finding, std::string_view code) {
    return finding.evidence->code == code;
}

bool explains(const CaseFinding& finding, const std::vector<Topic>& claimed) {
    return std::any_of(explanations().begin(), explanations().end(),
                       [&](const Explanation& explanation) {
                           const auto& topics = explanation.topics;
                           return isCode(finding, explanation.code) &&
                                  (topics.empty() ||
                                   std::find_first_of(topics.begin(), topics.end(), claimed.begin(),
                                                      claimed.end()) != topics.end());
                       });
}

// What we said or sent on trust says nothing of what came to be known only later: "sorry, our
// fault" is no finding about the parcel that comes back empty a week after. That nothing came back
// proves nothing of the goods: after such a word it stays excused.
bool isOnTrust(const History& history, const CaseFinding& against,
               const std::vector<CaseFinding>& explaining) {
    const Instant proven = knownSince(history, against.events);
    return against.evidence->contradicts && !isCode(against, "no_return"sv) &&
           std::all_of(explaining.begin(), explaining.end(), [&](const CaseFinding& finding) {
               return isCode(finding, "we_admitted"sv) &&
                      knownSince(history, finding.events) < proven;
           });
}

bool isExcused(const CaseFinding& against, const std::vector<CaseFinding>& findings) {
    return std::any_of(excuses().begin(), excuses().end(), [&](const Excuse& excuse) {
        return isCode(against, excuse.voids) &&
               std::any_of(findings.begin(), findings.end(), [&](const CaseFinding& finding) {
                   return isCode(finding, excuse.code);
               });
    });
}

JudgedCase judge(const History& history, const Case& matter) {
    JudgedCase judged{&matter, Standing::Unverified, {}, false};
    Case withoutGuess = matter;
    if (matter.isGuessed())
        withoutGuess.orders.clear();
    for (const auto& evidence : caseEvidence()) {
        const Case& seen = evidence.side == Side::Against ? withoutGuess : matter;
        if (auto events = evidence.find(history, seen); !events.empty())
            judged.findings.push_back({&evidence, std::move(events)});
    }
    const auto all = judged.findings;
    const auto claimed = claimedTopics(history, matter);
    std::vector<CaseFinding> explaining;
    std::copy_if(all.begin(), all.end(), std::back_inserter(explaining),
                 [&](const CaseFinding& finding) { return explains(finding, claimed); });
    const bool isExplained = !explaining.empty();
    std::erase_if(judged.findings, [&](const CaseFinding& finding) {
        const bool isVoid = isExplained && !isOnTrust(history, finding, explaining);
        return finding.evidence->side == Side::Against && (isVoid || isExcused(finding, all));
    });
    const auto speaksAgainst = [](const CaseFinding& finding) {
        return finding.evidence->side == Side::Against && finding.evidence->contradicts;
    };
    const auto isRecorded = [&](const CaseFinding& finding) {
        return speaksAgainst(finding) && finding.evidence->basis == Basis::Records;
    };
    judged.againstRecords = std::any_of(judged.findings.begin(), judged.findings.end(), isRecorded);
    if (std::any_of(judged.findings.begin(), judged.findings.end(), speaksAgainst))
        judged.standing = Standing::Contradicted;
    else if (isExplained)
        judged.standing = Standing::Supported;
    return judged;
}

}  // namespace

std::vector<JudgedCase> judgeCases(const History& history) {
    std::vector<JudgedCase> judged;
    judged.reserve(history.cases().size());
    for (const auto& matter : history.cases())
        judged.push_back(judge(history, matter));
    return judged;
}

const JudgedCase* currentCase(const std::vector<JudgedCase>& cases) {
    const auto open = std::find_if(cases.rbegin(), cases.rend(), [](const JudgedCase& judged) {
        return judged.matter->state != CaseState::Resolved;
    });
    return open == cases.rend() ? nullptr : &*open;
}

bool asksForValue(const Case& matter) {
    return std::any_of(matter.asks.begin(), matter.asks.end(), [](Ask ask) {
        return ask == Ask::Refund || ask == Ask::Replacement || ask == Ask::Compensation;
    });
}

int countOnOwnOrders(const std::vector<const Case*>& cases) {
    // Those with fewest orders choose first. A count too low is in the customer's favour.
    auto byChoice = cases;
    std::stable_sort(byChoice.begin(), byChoice.end(), [](const Case* a, const Case* b) {
        return a->orders.size() < b->orders.size();
    });
    std::set<EventId> taken;
    for (const Case* matter : byChoice) {
        for (const EventId order : matter->orders) {
            if (taken.insert(order).second)
                break;
        }
    }
    return static_cast<int>(taken.size());
}

std::vector<const Case*> unsupportedOfWindow(const History& history,
                                             const std::vector<JudgedCase>& cases) {
    std::vector<const Case*> found;
    for (const auto& judged : cases) {
        const Case& matter = *judged.matter;
        if (judged.standing != Standing::Supported && !matter.orders.empty() &&
            !matter.isGuessed() && matter.openedAt >= history.windowStart())
            found.push_back(judged.matter);
    }
    return found;
}

}  // namespace goodfaith::scoring

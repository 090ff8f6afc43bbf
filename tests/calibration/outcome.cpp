// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/outcome.h"

#include "models/scoring/complaint_frequency.h"
#include "models/scoring/score_customer.h"
#include "models/scoring/verdict.h"

#include <algorithm>

namespace goodfaith::calibration {
namespace {

bool isAbout(const scoring::JudgedCase& judged, EventId order) {
    const auto& orders = judged.matter->orders;
    return std::find(orders.begin(), orders.end(), order) != orders.end();
}

void follow(const SimulatedCustomer& customer, const std::vector<scoring::JudgedCase>& cases,
            Outcome& outcome) {
    using scoring::Standing;
    for (const auto& judged : cases)
        outcome.all += judged.standing == Standing::Contradicted;
    for (const EventId order : customer.abused) {
        const auto any = [&](auto is) {
            return std::any_of(cases.begin(), cases.end(), [&](const auto& judged) {
                return isAbout(judged, order) && is(judged.standing);
            });
        };
        outcome.heard += any([](Standing) { return true; });
        if (any([](Standing standing) { return standing == Standing::Contradicted; }))
            ++outcome.contradicted;
        else
            outcome.excused +=
                any([](Standing standing) { return standing == Standing::Supported; });
    }
}

// Who shares something with another account that has contradicted cases.
void linkHouseholds(const SimulatedShop& shop, std::vector<Outcome>& outcomes) {
    std::map<int, std::vector<size_t>> households;
    for (size_t i = 0; i < outcomes.size(); ++i) {
        if (shop.customers[i].household > 0)
            households[shop.customers[i].household].push_back(i);
    }
    for (const auto& [household, members] : households) {
        for (const size_t member : members) {
            const bool isLinked = std::any_of(members.begin(), members.end(), [&](size_t other) {
                return other != member && outcomes[other].all > 0;
            });
            if (isLinked)
                outcomes[member].amounts.emplace(QStringLiteral("linked_identity"), 1);
        }
    }
}

Outcome outcomeOf(const SimulatedShop& shop, const SimulatedCustomer& customer,
                  const Understanding& understanding, const ShopParameters& parameters) {
    const scoring::History history(customer.facts, understanding, shop.coverage, shop.settings,
                                   shop.asOf, &parameters.issues);
    const auto cases = scoring::judgeCases(history);
    const Score score = scoring::scoreHistory(history, cases, parameters, {});
    Outcome outcome;
    outcome.kind = customer.kind;
    outcome.person = customer.person;
    outcome.abusiveClaims = int(customer.abused.size());
    outcome.verdict = score.verdict;
    outcome.pChronic = score.pChronic;
    outcome.amounts =
        scoring::amountsOf({history, cases, parameters, scoring::priorOf(parameters), {}});
    for (const EventId order : customer.abused)
        outcome.fadedClaims += scoring::fading(customer.facts.order(order)->orderedAt, shop.asOf);
    follow(customer, cases, outcome);
    return outcome;
}

}  // namespace

bool isPattern(const Outcome& outcome) {
    constexpr int claims = 2;
    return isHabitual(outcome.kind) && outcome.abusiveClaims >= claims &&
           outcome.fadedClaims >= claims / 2.0;
}

std::vector<Outcome> outcomesOf(const SimulatedShop& shop) {
    std::vector<Understanding> understandings;
    understandings.reserve(shop.customers.size());
    for (const SimulatedCustomer& customer : shop.customers)
        understandings.push_back(understood(shop, customer));
    const ShopParameters parameters = fittedParameters(shop, understandings);
    std::vector<Outcome> outcomes;
    outcomes.reserve(shop.customers.size());
    for (size_t i = 0; i < shop.customers.size(); ++i)
        outcomes.push_back(outcomeOf(shop, shop.customers[i], understandings[i], parameters));
    linkHouseholds(shop, outcomes);
    return outcomes;
}

}  // namespace goodfaith::calibration

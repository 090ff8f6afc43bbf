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

using LinkedCases = std::vector<LinkedCase>;

// Those who share a phone, an address or a payer, and what is contradicted of them.
class Households {
public:
    Households(const SimulatedShop& shop, const std::vector<Understanding>& understandings,
               const ShopParameters& parameters) {
        for (size_t i = 0; i < shop.customers.size(); ++i) {
            const SimulatedCustomer& customer = shop.customers[i];
            if (customer.household == 0)
                continue;
            const scoring::History history(customer.facts, understandings[i], shop.coverage,
                                           shop.settings, shop.asOf, &parameters.issues);
            for (const auto& judged : scoring::judgeCases(history)) {
                if (judged.standing == scoring::Standing::Contradicted)
                    cases_[customer.household].push_back(linkedTo(customer, *judged.matter));
            }
        }
    }

    // By openedAt.
    LinkedCases linkedTo(const SimulatedCustomer& customer) const {
        LinkedCases linked;
        const auto found = cases_.find(customer.household);
        if (found == cases_.end())
            return linked;
        for (const LinkedCase& other : found->second) {
            if (other.connection.other != customer.facts.id)
                linked.push_back(other);
        }
        std::stable_sort(
            linked.begin(), linked.end(),
            [](const LinkedCase& a, const LinkedCase& b) { return a.openedAt < b.openedAt; });
        return linked;
    }

private:
    static LinkedCase linkedTo(const SimulatedCustomer& other, const Case& matter) {
        return {{other.facts.id, ConnectionKind::Address, matter.id, matter.openedAt},
                matter.id,
                matter.openedAt};
    }

    std::map<int, LinkedCases> cases_;  // by household
};

Outcome outcomeOf(const SimulatedShop& shop, const SimulatedCustomer& customer,
                  const Understanding& understanding, const ShopParameters& parameters,
                  const LinkedCases& linked) {
    const scoring::History history(customer.facts, understanding, shop.coverage, shop.settings,
                                   shop.asOf, &parameters.issues);
    const auto cases = scoring::judgeCases(history);
    const Score score = scoring::scoreHistory(history, cases, parameters, linked);
    Outcome outcome;
    outcome.kind = customer.kind;
    outcome.person = customer.person;
    outcome.abusiveClaims = int(customer.abused.size());
    outcome.onRecord = customer.onRecord;
    outcome.verdict = score.verdict;
    outcome.pChronic = score.pChronic;
    outcome.amounts =
        scoring::amountsOf({history, cases, parameters, scoring::priorOf(parameters), linked});
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
    const Households households(shop, understandings, parameters);
    std::vector<Outcome> outcomes;
    outcomes.reserve(shop.customers.size());
    for (size_t i = 0; i < shop.customers.size(); ++i)
        outcomes.push_back(outcomeOf(shop, shop.customers[i], understandings[i], parameters,
                                     households.linkedTo(shop.customers[i])));
    return outcomes;
}

}  // namespace goodfaith::calibration

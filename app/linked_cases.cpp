// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linked_cases.h"

#include "app/understood_customers.h"
#include "models/identity/postal_address.h"
#include "models/scoring/judged_case.h"
#include "models/store/connection_table.h"

#include <algorithm>

namespace goodfaith::app {

std::vector<LinkedCase> LinkedCases::through(const std::vector<Connection>& connections) {
    std::vector<LinkedCase> linked;
    for (const Connection& connection : connections) {
        if (connection.since > by_.asOf)
            continue;
        for (const Contradicted& found : contradictedOf(connection.other))
            linked.push_back({connection, found.matter, found.openedAt});
    }
    std::stable_sort(linked.begin(), linked.end(), [](const LinkedCase& a, const LinkedCase& b) {
        return a.openedAt < b.openedAt;
    });
    return linked;
}

const std::vector<LinkedCases::Contradicted>& LinkedCases::contradictedOf(CustomerId customer) {
    const auto [known, isNew] = known_.try_emplace(customer);
    if (!isNew)
        return known->second;
    const auto judge = [&](const CustomerFacts& facts, const Understanding& understanding) {
        const scoring::History history(facts, understanding, by_.coverage, by_.settings, by_.asOf,
                                       &by_.parameters.issues);
        for (const scoring::JudgedCase& judged : scoring::judgeCases(history)) {
            if (judged.standing == scoring::Standing::Contradicted)
                known->second.push_back({judged.matter->id, judged.matter->openedAt});
        }
    };
    forEachUnderstood(database_, by_.settings, by_.asOf, judge, customer);
    return known->second;
}

void keepAddressKeys(store::Database& database) {
    constexpr int partiesAtOnce = 20'000;
    store::ConnectionTable table(database);
    for (;;) {
        const auto parties = table.withoutAddressKey(partiesAtOnce);
        if (parties.empty())
            return;
        std::vector<std::pair<PartyId, QString>> keys;
        for (const auto& [party, said] : parties)
            keys.emplace_back(party, identity::addressKey(identity::readAddress(said)));
        store::Transaction transaction(database);
        table.saveAddressKeys(keys);
        transaction.commit();
    }
}

}  // namespace goodfaith::app

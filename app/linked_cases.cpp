// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linked_cases.h"

#include "app/understood_customers.h"
#include "models/identity/postal_address.h"
#include "models/store/connection_table.h"

#include <algorithm>
#include <mutex>
#include <set>

namespace goodfaith::app {

namespace {

ContradictedCases contradictedWithin(UnderstoodCustomers& customers, const JudgedBy& by,
                                     store::CustomerRange range) {
    ContradictedCases all;
    customers.forEach(range, [&](const CustomerFacts& facts, const Understanding& understanding) {
        const scoring::History history(facts, understanding, by.coverage, by.settings, by.asOf,
                                       &by.parameters.issues);
        addContradicted(facts.id, scoring::judgeCases(history), all);
    });
    return all;
}

}  // namespace

void addContradicted(CustomerId customer, const std::vector<scoring::JudgedCase>& cases,
                     ContradictedCases& all) {
    for (const scoring::JudgedCase& judged : cases) {
        if (judged.standing == scoring::Standing::Contradicted)
            all[customer].push_back({judged.matter->id, judged.matter->openedAt});
    }
}

ContradictedCases contradictedOf(store::Database& database, const JudgedBy& by,
                                 const std::vector<Connection>& connections) {
    ContradictedCases all;
    std::set<CustomerId> others;
    for (const Connection& connection : connections)
        others.insert(connection.other);
    if (others.empty())
        return all;
    UnderstoodCustomers customers(database, by.settings, by.asOf);
    for (const CustomerId other : others)
        all.merge(contradictedWithin(customers, by, other));
    return all;
}

ContradictedCases contradictedOfAll(store::Database& database, const JudgedBy& by) {
    ContradictedCases all;
    std::mutex mutex;
    forEachShare({database.path(), sharesOf(database), by.settings, by.asOf},
                 [&](UnderstoodCustomers& customers, store::CustomerRange share) {
                     ContradictedCases found = contradictedWithin(customers, by, share);
                     const std::lock_guard lock(mutex);
                     all.merge(found);
                 });
    return all;
}

std::vector<LinkedCase> linkedThrough(const std::vector<Connection>& connections,
                                      const ContradictedCases& contradicted, Instant asOf) {
    std::vector<LinkedCase> linked;
    for (const Connection& connection : connections) {
        const auto found = contradicted.find(connection.other);
        if (connection.since > asOf || found == contradicted.end())
            continue;
        for (const ContradictedCase& one : found->second)
            linked.push_back({connection, one.matter, one.openedAt});
    }
    std::stable_sort(linked.begin(), linked.end(), [](const LinkedCase& a, const LinkedCase& b) {
        return a.openedAt < b.openedAt;
    });
    return linked;
}

std::vector<LinkedCase> linkedTo(CustomerId customer, const Connections& connections,
                                 const ContradictedCases& contradicted, Instant asOf) {
    const auto found = connections.find(customer);
    return found == connections.end() ? std::vector<LinkedCase>()
                                      : linkedThrough(found->second, contradicted, asOf);
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

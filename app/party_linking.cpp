// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/party_linking.h"

#include "app/record_preparation.h"
#include "models/store/derived_tables.h"
#include "models/store/import_undo.h"
#include "models/store/record_remaking.h"
#include "models/store/settings_table.h"

#include <algorithm>

namespace goodfaith::app {
namespace {

constexpr size_t partiesAtOnce = 10'000;
// Counts up when the same parties may come out as other customers.
constexpr qint64 linkingRules = 1;

identity::Cluster clusterOf(const LinkedParty& alone) {
    return {{{alone.party, QStringLiteral("first"), {}, {}}}};
}

}  // namespace

struct PartyLinking::Work {
    LinkingResult result;
    std::vector<PartyId> concerned;   // whose component may be another now
    std::vector<PartyId> cameOrWent;  // whose keys may join nobody now, or somebody
    std::set<CustomerId> leftBy;      // customers that parties went away from
    std::unordered_set<PartyId> settled;
    std::unordered_map<PartyId, const LinkedParty*> known;  // of the components at hand
};

PartyLinking::PartyLinking(store::Database& database)
    : database_(database),
      links_(database),
      graph_(database, identity::isSharedKey),
      founders_(database) {}

// Whoever shares a key with one who goes may be joined otherwise without them.
void PartyLinking::unlinkIdle(const std::vector<PartyId>& left, Cause cause, Work& work) {
    for (const PartyId idle : links_.idleAmong(left)) {
        const auto neighbours = graph_.neighboursOf(idle);
        const auto unlinked = links_.unlink(idle);
        leaveNumbers(idle, unlinked, neighbours, cause);
        work.concerned.insert(work.concerned.end(), neighbours.begin(), neighbours.end());
        work.cameOrWent.push_back(idle);
        work.leftBy.insert(unlinked.customer);
        work.result.regrouped = true;
    }
    if (!work.cameOrWent.empty())
        graph_.forget();
}

// To whoever was the same customer and stays on a timeline, else to a neighbour: a corrected row
// may have put somebody else in its place. Nobody's, they stay its own.
void PartyLinking::leaveNumbers(PartyId idle, const store::PartyLinks::Unlinked& unlinked,
                                const std::vector<PartyId>& neighbours, Cause cause) {
    if (cause == Cause::Act) {
        if (!unlinked.heir.isNone())
            founders_.lend(idle, unlinked.heir);
    } else if (!unlinked.heirIsPlaced && !neighbours.empty()) {
        founders_.passOn(idle, neighbours.front());
    } else if (!unlinked.heir.isNone()) {
        founders_.passOn(idle, unlinked.heir);
    }
}

void PartyLinking::takeBackNumbers(const std::vector<PartyId>& waiting, Work& work) {
    for (const PartyId party : waiting) {
        const auto borrowers = founders_.takeBack(party);
        work.concerned.insert(work.concerned.end(), borrowers.begin(), borrowers.end());
    }
    graph_.forget();
}

LinkingResult PartyLinking::relink(const std::vector<PartyId>& arrived,
                                   const std::vector<PartyId>& left, Cause cause) {
    Work work;
    graph_.forget();
    unlinkIdle(left, cause, work);
    std::vector<PartyId> waiting;
    for (const PartyId id : arrived) {
        if (graph_.isWaiting(id))
            waiting.push_back(id);
    }
    if (cause == Cause::Act)
        takeBackNumbers(waiting, work);
    graph_.arrive(waiting);
    work.cameOrWent.insert(work.cameOrWent.end(), waiting.begin(), waiting.end());
    work.concerned.insert(work.concerned.end(), waiting.begin(), waiting.end());
    return finish(std::move(work));
}

LinkingResult PartyLinking::relinkWaiting(const std::vector<PartyId>& left) {
    return relink(links_.waiting(), left);
}

LinkingResult PartyLinking::relinkAround(const std::vector<QByteArray>& contents) {
    Work work;
    graph_.forget();
    work.concerned = graph_.partiesOf(contents);
    return finish(std::move(work));
}

LinkingResult PartyLinking::relinkEverybody(const std::vector<PartyId>& left) {
    Work work;
    graph_.forget();
    unlinkIdle(left, Cause::Imports, work);
    work.concerned = links_.placed();
    work.cameOrWent.insert(work.cameOrWent.end(), work.concerned.begin(), work.concerned.end());
    return finish(std::move(work));
}

LinkingResult PartyLinking::finish(Work work) {
    const auto more = graph_.decideShared(work.cameOrWent);
    work.concerned.insert(work.concerned.end(), more.begin(), more.end());
    std::vector<PartyId> some;
    for (const PartyId party : work.concerned) {
        if (some.size() >= partiesAtOnce) {
            resolveAround(std::exchange(some, {}), work);
            graph_.forget();
        }
        some.push_back(party);
    }
    resolveAround(some, work);
    LinkingResult& result = work.result;
    for (const CustomerId customer : work.leftBy) {
        if (!links_.isEmpty(customer)) {
            result.changed.insert(customer);
            continue;
        }
        founders_.retire(customer);
        result.changed.erase(customer);
        if (result.created.erase(customer) == 0)
            result.gone.insert(customer);
    }
    return std::move(result);
}

void PartyLinking::resolveAround(const std::vector<PartyId>& parties, Work& work) {
    std::vector<PartyId> unsettled;
    std::copy_if(parties.begin(), parties.end(), std::back_inserter(unsettled),
                 [&](PartyId party) { return !work.settled.contains(party); });
    const store::PartyComponents components = graph_.componentsOf(unsettled);
    work.known.clear();
    for (const auto* some : {&components.alone, &components.together}) {
        for (const LinkedParty& party : *some)
            work.known.emplace(party.party, &party);
    }
    for (const LinkedParty& party : components.alone)
        settle(clusterOf(party), work);
    if (components.together.empty())
        return;
    const auto decisions = graph_.decisionsAmong(components.together);
    for (const auto& cluster : identity::resolve(components.together, decisions))
        settle(cluster, work);
}

// The lowest number that one of them founded, else a new one.
void PartyLinking::settle(const identity::Cluster& cluster, Work& work) {
    CustomerId number;
    for (const auto& member : cluster.members) {
        const CustomerId founded = work.known.at(member.party)->founded;
        if (number.isNone() || (!founded.isNone() && founded < number))
            number = founded;
    }
    if (number.isNone()) {
        number = founders_.found(cluster.members.front().party);
        work.result.created.insert(number);
    } else if (founders_.revive(number)) {
        work.result.created.insert(number);
    }
    for (const auto& member : cluster.members) {
        links_.link({member.party, number, member.rule, member.evidence, member.joinedTo});
        work.settled.insert(member.party);
        const CustomerId before = work.known.at(member.party)->customer;
        if (before == number)
            continue;
        work.result.changed.insert(number);
        if (!before.isNone()) {
            work.leftBy.insert(before);
            work.result.regrouped = true;
        }
    }
}

void keepLinksByTheRules(store::Database& database) {
    if (store::PartyLinks(database).rules() == linkingRules)
        return;
    store::Transaction transaction(database);
    store::PartyLinks(database).setRules(linkingRules);
    RecordPreparation preparation(store::SettingsTable(database).load());
    const auto remade = store::makeEverythingAnew(
        database, [&](ImportedRecord record) { return preparation.prepare(std::move(record)); });
    PartyLinking(database).relinkEverybody(remade.left);
    store::forgetUnusedParties(database);
    if (!remade.arrived.empty())
        store::DerivedTables(database).advanceFactsRevision();
    transaction.commit();
}

}  // namespace goodfaith::app

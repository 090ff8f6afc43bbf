// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/party_links.h"

#include "models/store/statement.h"

#include <set>

namespace goodfaith::store {
namespace {

template <class Id>
std::vector<Id> idsOf(Query<Id>& query) {
    std::vector<Id> ids;
    for (const auto& [id] : query.all())
        ids.push_back(id);
    return ids;
}

}  // namespace

// Those that a batch runs many times.
struct PartyLinks::Statements {
    explicit Statements(const Database& database)
        : customer(database, "SELECT customer_id FROM link WHERE party_id = :party"),
          anyOf(database, "SELECT party_id FROM link WHERE customer_id = :customer LIMIT 1"),
          link(database,
               "INSERT INTO link (party_id, customer_id, rule, evidence, joined_to) "
               "VALUES (:party, :customer, :rule, :evidence, :joined) "
               "ON CONFLICT (party_id) DO UPDATE SET customer_id = excluded.customer_id, "
               "rule = excluded.rule, evidence = excluded.evidence, "
               "joined_to = excluded.joined_to WHERE customer_id <> excluded.customer_id "
               "OR rule IS NOT excluded.rule OR evidence IS NOT excluded.evidence "
               "OR joined_to IS NOT excluded.joined_to"),
          linked(database, "DELETE FROM unlinked_party WHERE party_id = :party"),
          idle(database,
               "SELECT customer_id FROM link WHERE party_id = :party AND NOT EXISTS "
               "(SELECT 1 FROM record WHERE record.party_id = link.party_id)"),
          heir(database,
               "SELECT party_id, EXISTS (SELECT 1 FROM record "
               "WHERE record.party_id = link.party_id) AS placed FROM link "
               "WHERE customer_id = :customer AND party_id <> :party ORDER BY placed DESC, "
               "EXISTS (SELECT 1 FROM founder WHERE founder.party_id = link.party_id), "
               "party_id LIMIT 1"),
          unlink(database, "DELETE FROM link WHERE party_id = :party"),
          wait(database, "INSERT INTO unlinked_party (party_id) VALUES (:party)") {}

    Query<CustomerId> customer;
    Query<PartyId> anyOf;
    Statement link;
    Statement linked;
    Query<CustomerId> idle;
    Query<PartyId, bool> heir;
    Statement unlink;
    Statement wait;
};

PartyLinks::PartyLinks(Database& database)
    : database_(database), statements_(std::make_unique<Statements>(database)) {}

PartyLinks::~PartyLinks() = default;

std::vector<PartyId> PartyLinks::waiting() const {
    Query<PartyId> ids(database_,
                       "SELECT party_id FROM unlinked_party WHERE EXISTS (SELECT 1 FROM record "
                       "WHERE record.party_id = unlinked_party.party_id) ORDER BY party_id");
    return idsOf(ids);
}

std::vector<PartyId> PartyLinks::placed() const {
    Query<PartyId> ids(database_,
                       "SELECT DISTINCT party_id FROM record WHERE party_id IS NOT NULL "
                       "ORDER BY party_id");
    return idsOf(ids);
}

CustomerId PartyLinks::customerOf(PartyId party) const {
    const auto found = statements_->customer.one(party);
    return found ? std::get<0>(*found) : CustomerId();
}

bool PartyLinks::isEmpty(CustomerId customer) const {
    return !statements_->anyOf.one(customer);
}

void PartyLinks::link(const PartyLink& link) {
    statements_->link.run(link.party, link.customer, link.rule, link.evidence, link.joinedTo);
    statements_->linked.run(link.party);
}

std::vector<PartyId> PartyLinks::idleAmong(const std::vector<PartyId>& parties) const {
    const std::set<PartyId> asked(parties.begin(), parties.end());
    std::vector<PartyId> idle;
    for (const PartyId party : asked) {
        if (statements_->idle.one(party))
            idle.push_back(party);
    }
    return idle;
}

PartyLinks::Unlinked PartyLinks::unlink(PartyId party) {
    Unlinked unlinked;
    unlinked.customer = customerOf(party);
    if (const auto heir = statements_->heir.one(unlinked.customer, party))
        std::tie(unlinked.heir, unlinked.heirIsPlaced) = *heir;
    statements_->unlink.run(party);
    statements_->wait.run(party);
    return unlinked;
}

qint64 PartyLinks::rules() const {
    Query<qint64> query(database_, "SELECT value FROM meta WHERE name = 'linking_rules'");
    return std::get<0>(query.one().value());
}

void PartyLinks::setRules(qint64 rules) {
    Statement(database_, "UPDATE meta SET value = :rules WHERE name = 'linking_rules'").run(rules);
}

}  // namespace goodfaith::store

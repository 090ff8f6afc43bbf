// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/party_links.h"

#include "models/store/statement.h"

#include <algorithm>
#include <map>
#include <set>

namespace goodfaith::store {
namespace {

using KeyRow = std::tuple<PartyId, NormalisedKey::Kind, QString, bool, SourceId>;

void addKey(LinkedParty& party, const KeyRow& row) {
    const auto& [id, kind, value, joins, source] = row;
    party.keys.push_back({kind, value, joins});
    if (!source.isNone())
        party.source = source;
}

}  // namespace

// Those that a batch runs many times.
struct PartyLinks::Statements {
    explicit Statements(const Database& database)
        : waiting(database,
                  "SELECT party_id FROM unlinked_party WHERE party_id = :party "
                  "AND EXISTS (SELECT 1 FROM record WHERE record.party_id = "
                  "unlinked_party.party_id)"),
          customer(database, "SELECT customer_id FROM link WHERE party_id = :party"),
          keys(database,
               "SELECT party_id, kind, value, joins, source_id FROM party_key "
               "WHERE party_id = :party ORDER BY kind, value"),
          sharing(database,
                  "SELECT party_id, source_id FROM party_key "
                  "WHERE kind = :kind AND value = :value AND joins = 1"),
          createCustomer(database, "INSERT INTO customer DEFAULT VALUES"),
          link(database,
               "INSERT INTO link (party_id, customer_id, rule, evidence) "
               "VALUES (:party, :customer, :rule, :evidence) ON CONFLICT (party_id) DO UPDATE SET "
               "customer_id = excluded.customer_id, rule = excluded.rule, "
               "evidence = excluded.evidence"),
          linked(database, "DELETE FROM unlinked_party WHERE party_id = :party"),
          idle(database,
               "SELECT customer_id FROM link WHERE party_id = :party AND NOT EXISTS "
               "(SELECT 1 FROM record WHERE record.party_id = link.party_id)"),
          unlink(database, "DELETE FROM link WHERE party_id = :party"),
          wait(database, "INSERT INTO unlinked_party (party_id) VALUES (:party)"),
          members(database,
                  "SELECT party_id FROM link WHERE customer_id = :customer ORDER BY party_id"),
          founders(database,
                   "SELECT old_id, customer_alias.party_id FROM customer_alias "
                   "JOIN link ON link.party_id = customer_alias.party_id "
                   "AND link.customer_id = customer_alias.customer_id "
                   "WHERE customer_alias.customer_id = :customer ORDER BY old_id"),
          dropAlias(database, "DELETE FROM customer_alias WHERE old_id = :old"),
          restoreCustomer(database, "INSERT INTO customer (id) VALUES (:id)"),
          dropCustomer(database, "DELETE FROM customer WHERE id = :id") {}

    void setIdle(PartyId party) {
        unlink.run(party);
        wait.run(party);
    }

    LinkedParty read(PartyId id) {
        LinkedParty party;
        party.party = id;
        if (const auto found = customer.one(id))
            party.customer = std::get<0>(*found);
        for (const auto& row : keys.all(id))
            addKey(party, row);
        return party;
    }

    Query<PartyId> waiting;
    Query<CustomerId> customer;
    Query<PartyId, NormalisedKey::Kind, QString, bool, SourceId> keys;
    Query<PartyId, SourceId> sharing;
    Statement createCustomer;
    Statement link;
    Statement linked;
    Query<CustomerId> idle;
    Statement unlink;
    Statement wait;
    Query<PartyId> members;
    Query<CustomerId, PartyId> founders;
    Statement dropAlias;
    Statement restoreCustomer;
    Statement dropCustomer;
};

PartyLinks::PartyLinks(Database& database)
    : database_(database), statements_(std::make_unique<Statements>(database)) {}

PartyLinks::~PartyLinks() = default;

std::vector<LinkedParty> PartyLinks::unlinked() const {
    Query<PartyId> ids(database_,
                       "SELECT party_id FROM unlinked_party WHERE EXISTS (SELECT 1 FROM record "
                       "WHERE record.party_id = unlinked_party.party_id) ORDER BY party_id");
    std::vector<LinkedParty> parties;
    for (const auto& [id] : ids.all())
        parties.push_back(statements_->read(id));
    return parties;
}

std::vector<LinkedParty> PartyLinks::unlinkedAmong(const std::vector<PartyId>& parties) const {
    std::vector<LinkedParty> found;
    for (const PartyId id : parties) {
        if (statements_->waiting.one(id))
            found.push_back(statements_->read(id));
    }
    return found;
}

CustomerId PartyLinks::customerOf(PartyId party) const {
    const auto found = statements_->customer.one(party);
    return found ? std::get<0>(*found) : CustomerId();
}

std::vector<LinkedParty> PartyLinks::sharingKeys(const std::vector<LinkedParty>& parties) const {
    std::set<PartyId> found;
    std::map<PartyId, const LinkedParty*> asked;
    for (const auto& party : parties) {
        found.insert(party.party);
        asked.emplace(party.party, &party);
        for (const auto& key : party.keys) {
            if (!key.joins)
                continue;
            const bool isShopNumber = key.kind == NormalisedKey::Kind::ShopNumber;
            for (const auto& [id, source] : statements_->sharing.all(key.kind, key.value)) {
                if (!isShopNumber || source == party.source)
                    found.insert(id);
            }
        }
    }
    std::vector<LinkedParty> all;
    for (const PartyId id : found) {
        if (const auto known = asked.find(id); known != asked.end()) {
            all.push_back(*known->second);
            continue;
        }
        LinkedParty party = statements_->read(id);
        // Somebody merely copied in is nobody's.
        if (!party.customer.isNone() || statements_->waiting.one(id))
            all.push_back(std::move(party));
    }
    return all;
}

CustomerId PartyLinks::createCustomer() {
    statements_->createCustomer.run();
    return CustomerId(lastInsertedId(database_));
}

void PartyLinks::link(PartyId party, CustomerId customer, const QString& rule,
                      const QString& evidence) {
    statements_->link.run(party, customer, rule, evidence);
    statements_->linked.run(party);
}

void PartyLinks::absorb(CustomerId kept, CustomerId absorbed, const QString& rule,
                        const QString& evidence) {
    if (kept == absorbed)
        return;
    const auto first = statements_->members.one(absorbed);
    const PartyId founder = first ? std::get<0>(*first) : PartyId();
    Statement(database_,
              "UPDATE link SET customer_id = :kept, rule = :rule, evidence = :evidence "
              "WHERE customer_id = :absorbed")
        .run(kept, rule, evidence, absorbed);
    Statement(database_, "UPDATE customer_alias SET customer_id = :kept WHERE customer_id = :gone")
        .run(kept, absorbed);
    Statement(database_,
              "INSERT INTO customer_alias (old_id, customer_id, party_id) "
              "VALUES (:old, :kept, :founder)")
        .run(absorbed, kept, founder);
    Statement(database_, "DELETE FROM customer WHERE id = :absorbed").run(absorbed);
}

std::vector<CustomerId> PartyLinks::unlinkIdle(const std::vector<PartyId>& parties) {
    std::set<CustomerId> customers;
    for (const PartyId party : parties) {
        if (const auto customer = statements_->idle.one(party)) {
            customers.insert(std::get<0>(*customer));
            statements_->setIdle(party);
        }
    }
    return {customers.begin(), customers.end()};
}

std::vector<LinkedParty> PartyLinks::takeApart(CustomerId customer) {
    std::vector<PartyId> members;
    for (const auto& [party] : statements_->members.all(customer))
        members.push_back(party);
    std::map<PartyId, CustomerId> founders;
    for (const auto& [number, party] : statements_->founders.all(customer))
        founders.try_emplace(party, number);
    const auto isOwn = [&](PartyId party) { return !founders.contains(party); };
    const auto own = std::find_if(members.begin(), members.end(), isOwn);
    if (!members.empty())
        founders[own == members.end() ? members.front() : *own] = customer;
    else
        statements_->dropCustomer.run(customer);
    std::vector<LinkedParty> apart;
    for (const PartyId party : members) {
        const auto founded = founders.find(party);
        if (founded == founders.end()) {
            statements_->setIdle(party);
        } else if (founded->second != customer) {
            statements_->dropAlias.run(founded->second);
            statements_->restoreCustomer.run(founded->second);
            link(party, founded->second, QStringLiteral("first"), {});
        }
        apart.push_back(statements_->read(party));
    }
    return apart;
}

}  // namespace goodfaith::store

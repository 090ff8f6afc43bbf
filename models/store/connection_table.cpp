// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/connection_table.h"

#include "models/domain/identity_key.h"
#include "models/store/statement.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace goodfaith::store {
namespace {

// Who has what, and by which event: the columns value, customer_id, record_id, at.
struct Held {
    ConnectionKind kind;
    std::string sql;
};

const std::vector<Held>& heldByKind() {
    static const std::string records =
        "JOIN record ON record.party_id = link.party_id AND record.at IS NOT NULL ";
    static const std::vector<Held> all{
        {ConnectionKind::Phone,
         "SELECT value, customer_id, record.id, at FROM party_key "
         "JOIN link ON link.party_id = party_key.party_id " +
             records + "WHERE party_key.kind = " + std::to_string(int(NormalisedKey::Kind::Phone))},
        {ConnectionKind::Address,
         "SELECT value, customer_id, record.id, at FROM party_address "
         "JOIN link ON link.party_id = party_address.party_id " +
             records +
             "WHERE value IS NOT NULL UNION ALL "
             "SELECT value, customer_id, record.id, at FROM party_address "
             "JOIN record_party ON record_party.party_id = party_address.party_id "
             "AND role = " +
             std::to_string(int(PartyRole::Recipient)) +
             " JOIN record ON record.id = record_party.record_id AND record.at IS NOT NULL "
             "JOIN link ON link.party_id = record.party_id WHERE value IS NOT NULL"},
        {ConnectionKind::Payer,
         "SELECT payer, customer_id, record.id, at FROM payment_detail "
         "JOIN record ON record.id = payment_detail.record_id AND record.at IS NOT NULL "
         "JOIN link ON link.party_id = record.party_id"},
    };
    return all;
}

std::string withHeld(const Held& held, const std::string& select) {
    return "WITH held (value, customer_id, record_id, at) AS NOT MATERIALIZED (" + held.sql + ") " +
           select;
}

// The engine takes of a group the row with the smallest `at`.
constexpr auto firstOfEach =
    "SELECT value, customer_id, record_id, min(at) FROM held WHERE value IN (SELECT value FROM "
    "held GROUP BY value HAVING count(DISTINCT customer_id) BETWEEN 2 AND :most) "
    "GROUP BY value, customer_id ORDER BY value, customer_id";
constexpr auto firstOfValue =
    "SELECT value, customer_id, record_id, min(at) FROM held WHERE value = :value "
    "GROUP BY customer_id ORDER BY customer_id";
constexpr auto valuesOfCustomer = "SELECT DISTINCT value FROM held WHERE customer_id = :customer";

struct Holder {
    CustomerId customer;
    EventId event;
    Instant since;
};

class Gathering {
public:
    explicit Gathering(ConnectionKind kind, Connections& connections)
        : kind_(kind), connections_(connections) {}

    void take(const QString& value, const Holder& holder) {
        if (value != value_)
            finish();
        value_ = value;
        holders_.push_back(holder);
    }

    void finish() {
        for (const Holder& one : holders_) {
            for (const Holder& other : holders_) {
                if (one.customer != other.customer && holders_.size() <= mostConnected)
                    add(one, other);
            }
        }
        holders_.clear();
    }

private:
    // Two may share several numbers: once is enough.
    void add(const Holder& one, const Holder& other) {
        const Connection made{other.customer, kind_, one.event, std::max(one.since, other.since)};
        auto& known = connections_[one.customer];
        const auto same = std::find_if(known.begin(), known.end(), [&](const Connection& before) {
            return before.other == made.other && before.kind == made.kind;
        });
        if (same == known.end())
            known.push_back(made);
        else if (made.since < same->since)
            *same = made;
    }

    ConnectionKind kind_;
    Connections& connections_;
    QString value_;
    std::vector<Holder> holders_;
};

using Holders = Query<QString, CustomerId, EventId, Instant>;

template <class... Bound>
void gather(Holders& query, Gathering& gathering, const Bound&... bound) {
    for (query.start(bound...); query.next();) {
        const auto& [value, customer, event, since] = query.row();
        gathering.take(value, {customer, event, since});
    }
    gathering.finish();
}

void sort(std::vector<Connection>& connections) {
    std::sort(connections.begin(), connections.end(), [](const Connection& a, const Connection& b) {
        return std::tie(a.other, a.kind) < std::tie(b.other, b.kind);
    });
}

}  // namespace

std::vector<std::pair<PartyId, PartyKeys>> ConnectionTable::withoutAddressKey(int limit) const {
    Query<PartyId, QString, QString, QString, QString, QString> query(
        database_,
        "SELECT id, street, postcode, city, region, country FROM party "
        "WHERE street IS NOT NULL "
        "AND id > (SELECT COALESCE(max(party_id), 0) FROM party_address) "
        "ORDER BY id LIMIT :most");
    std::vector<std::pair<PartyId, PartyKeys>> parties;
    for (auto& [party, street, postcode, city, region, country] : query.all(limit)) {
        PartyKeys keys;
        keys.street = street;
        keys.postcode = postcode;
        keys.city = city;
        keys.region = region;
        keys.country = country;
        parties.emplace_back(party, std::move(keys));
    }
    return parties;
}

void ConnectionTable::saveAddressKeys(const std::vector<std::pair<PartyId, QString>>& keys) {
    Statement insert(database_,
                     "INSERT INTO party_address (party_id, value) VALUES (:party, :value)");
    for (const auto& [party, key] : keys)
        insert.run(party, key);
}

// One value after the other: asked for all of them at once, the engine goes through everybody's.
std::vector<Connection> ConnectionTable::of(CustomerId customer) const {
    Connections connections;
    for (const Held& held : heldByKind()) {
        Gathering gathering(held.kind, connections);
        Query<QString> values(database_, withHeld(held, valuesOfCustomer));
        Holders holders(database_, withHeld(held, firstOfValue));
        for (const auto& [value] : values.all(customer))
            gather(holders, gathering, value);
    }
    sort(connections[customer]);
    return std::move(connections[customer]);
}

Connections ConnectionTable::all() const {
    Connections connections;
    for (const Held& held : heldByKind()) {
        Gathering gathering(held.kind, connections);
        Holders holders(database_, withHeld(held, firstOfEach));
        gather(holders, gathering, mostConnected);
    }
    for (auto& [customer, known] : connections)
        sort(known);
    return connections;
}

}  // namespace goodfaith::store

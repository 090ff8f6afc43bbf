// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/party_reader.h"

#include "models/store/statement.h"

#include <algorithm>
#include <map>

namespace goodfaith::store {
namespace {

using KeyQuery = Query<NormalisedKey::Kind, QString, bool, bool>;

PartyKeys keysOf(const Database& database, PartyId party) {
    Query<QString, QString, QString, QString, QString, QString, QString, QString, QString, QString>
        query(database,
              "SELECT email, phone, shop_number, name, company, street, postcode, city, region, "
              "country FROM party WHERE id = :party");
    PartyKeys keys;
    std::tie(keys.email, keys.phone, keys.shopNumber, keys.name, keys.company, keys.street,
             keys.postcode, keys.city, keys.region, keys.country) = query.one(party).value();
    return keys;
}

// Each below whom it was joined to, else in the order in which they are.
std::vector<PartyOverview> inOrderOfJoining(std::vector<PartyOverview> parties) {
    std::multimap<PartyId, size_t> joined;
    std::vector<size_t> turn;
    for (size_t i = parties.size(); i-- > 0;) {
        const auto isWhom = [&](const PartyOverview& other) {
            return other.party == parties[i].joinedTo;
        };
        if (std::any_of(parties.begin(), parties.end(), isWhom))
            joined.emplace(parties[i].joinedTo, i);
        else
            turn.push_back(i);
    }
    std::vector<PartyOverview> ordered;
    while (!turn.empty()) {
        PartyOverview& next = parties[turn.back()];
        turn.pop_back();
        const auto [begin, end] = joined.equal_range(next.party);
        for (auto below = begin; below != end; ++below)
            turn.push_back(below->second);
        joined.erase(begin, end);
        ordered.push_back(std::move(next));
    }
    for (const auto& [whom, party] : joined)  // a ring: the links are older than the rules
        ordered.push_back(std::move(parties[party]));
    return ordered;
}

}  // namespace

std::vector<PartyOverview> readParties(const Database& database, CustomerId customer) {
    Query<PartyId, QByteArray, QString, QString, QString, PartyId, int, std::optional<Instant>,
          std::optional<Instant>>
        query(database,
              "SELECT party.id, content_hash, source.name, rule, evidence, joined_to, "
              "count(record.id), min(record.at), max(record.at) FROM link "
              "JOIN party ON party.id = link.party_id "
              "LEFT JOIN source ON source.id = party.source_id "
              "LEFT JOIN record ON record.party_id = link.party_id "
              "AND record.kind NOT IN (:customer_kind, :item_kind) "
              "WHERE link.customer_id = :customer GROUP BY party.id ORDER BY party.id");
    KeyQuery keys(database,
                  "SELECT party_key.kind, party_key.value, joins, shared_key.value IS NOT NULL "
                  "FROM party_key LEFT JOIN shared_key ON shared_key.kind = party_key.kind "
                  "AND shared_key.value = party_key.value WHERE party_id = :party "
                  "ORDER BY party_key.kind, party_key.value");
    std::vector<PartyOverview> parties;
    for (auto& [party, content, source, rule, evidence, joinedTo, events, first, last] :
         query.all(RecordKind::Customer, RecordKind::OrderItem, customer)) {
        PartyOverview& one = parties.emplace_back();
        one = {
            party, content, keysOf(database, party), source, {}, rule, evidence, joinedTo, events,
            first, last};
        for (const auto& [kind, value, joins, isShared] : keys.all(party))
            one.keys.push_back({{kind, value, joins}, isShared});
    }
    return inOrderOfJoining(std::move(parties));
}

std::optional<CommonAddress> mostCommonAddress(const Database& database) {
    Query<QString, qint64> busiest(
        database,
        "SELECT lower(party.email) AS address, count(DISTINCT record.id) AS messages FROM record "
        "JOIN record_party ON record_party.record_id = record.id "
        "JOIN party ON party.id = record_party.party_id "
        "WHERE record.kind = :kind AND party.email IS NOT NULL "
        "GROUP BY address ORDER BY messages DESC, address LIMIT 1");
    const auto found = busiest.one(RecordKind::Message);
    if (!found)
        return std::nullopt;
    Query<qint64> all(database, "SELECT count(*) FROM record WHERE kind = :kind");
    return CommonAddress{std::get<0>(*found), std::get<1>(*found),
                         std::get<0>(*all.one(RecordKind::Message))};
}

}  // namespace goodfaith::store

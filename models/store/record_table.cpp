// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/record_table.h"

namespace goodfaith::store {
namespace {

std::optional<qint64> minorOf(const Projection& projection) {
    return projection.amount ? std::optional(projection.amount->minor) : std::nullopt;
}

QString currencyOf(const Projection& projection) {
    return projection.amount ? projection.amount->currency.code() : QString();
}

}  // namespace

RecordTable::RecordTable(Database& database, SourceId source)
    : database_(database),
      source_(source),
      hasKind_(database, "SELECT EXISTS (SELECT 1 FROM record WHERE kind = :kind)"),
      select_(database,
              "SELECT id, asserted, direction, order_record_id, party_id, party_inherited "
              "FROM record WHERE kind = :kind AND key = :key AND source_id = :source"),
      insert_(database,
              "INSERT INTO record (kind, key, source_id, asserted, at, direction, title, snippet, "
              "amount_minor, currency, status, order_record_id, party_id, party_inherited) VALUES "
              "(:kind, :key, :source, 1, :at, :direction, :title, :snippet, :minor, :currency, "
              ":status, :order, :party, :inherited)"),
      update_(database,
              "UPDATE record SET asserted = 1, at = :at, direction = :direction, title = :title, "
              "snippet = :snippet, amount_minor = :minor, currency = :currency, status = :status, "
              "order_record_id = :order, party_id = :party, party_inherited = :inherited "
              "WHERE id = :id"),
      insertPlaceholder_(database,
                         "INSERT INTO record (kind, key, source_id, asserted) "
                         "VALUES (:kind, :key, :source, 0)"),
      passOn_(database,
              "UPDATE record SET party_id = :party "
              "WHERE order_record_id = :order AND party_inherited = 1"),
      selectParties_(database,
                     "SELECT role, party_id, is_ours, is_counterpart, party.email "
                     "FROM record_party JOIN party ON party.id = record_party.party_id "
                     "WHERE record_id = :id ORDER BY role, position"),
      selectBuyer_(database,
                   "SELECT party_id, party.email FROM record JOIN party ON party.id = party_id "
                   "WHERE record.id = :id AND asserted = 1 AND party_inherited = 0"),
      insertParty_(database,
                   "INSERT INTO record_party (record_id, role, position, party_id, is_ours, "
                   "is_counterpart) VALUES (:id, :role, :position, :party, :ours, :counterpart)"),
      deleteParties_(database, "DELETE FROM record_party WHERE record_id = :id") {}

bool RecordTable::isSurelyNew(RecordKind kind, const QString& key) {
    auto known = wasEmpty_.find(kind);
    if (known == wasEmpty_.end())
        known = wasEmpty_.emplace(kind, !std::get<0>(hasKind_.one(kind).value())).first;
    return known->second && (!written_ || !written_->mayHave(kind, key));
}

std::optional<KnownRecord> RecordTable::find(RecordKind kind, const QString& key) {
    if (isSurelyNew(kind, key))
        return std::nullopt;
    const auto found = select_.one(kind, key, source_);
    if (!found)
        return std::nullopt;
    const auto& [id, asserted, direction, order, party, inherited] = *found;
    return KnownRecord{id, asserted, {direction, order, party, inherited}};
}

EventId RecordTable::insert(RecordKind kind, const QString& key, const Projection& projection,
                            const Placement& placement) {
    insert_.run(kind, key, source_, projection.at, placement.direction, projection.title,
                projection.snippet, minorOf(projection), currencyOf(projection), projection.status,
                placement.order, placement.party, placement.inherited);
    return added(kind, key);
}

EventId RecordTable::added(RecordKind kind, const QString& key) {
    const EventId id(lastInsertedId(database_));
    if (const auto known = wasEmpty_.find(kind); known != wasEmpty_.end() && known->second) {
        if (!written_)
            written_.emplace();
        written_->add(kind, key);
    }
    return id;
}

void RecordTable::update(EventId id, const Projection& projection, const Placement& placement) {
    update_.run(projection.at, placement.direction, projection.title, projection.snippet,
                minorOf(projection), currencyOf(projection), projection.status, placement.order,
                placement.party, placement.inherited, id);
}

KnownRecord RecordTable::order(const QString& key) {
    if (const auto known = find(RecordKind::Order, key))
        return *known;
    insertPlaceholder_.run(RecordKind::Order, key, source_);
    KnownRecord placeholder;
    placeholder.id = added(RecordKind::Order, key);
    return placeholder;
}

void RecordTable::passPartyOn(EventId order, PartyId party) {
    passOn_.run(party, order);
}

std::vector<RecordParty> RecordTable::parties(EventId id) {
    std::vector<RecordParty> parties;
    for (const auto& [role, party, isOurs, isCounterpart, email] : selectParties_.all(id))
        parties.push_back({role, party, isOurs, isCounterpart, email});
    if (!parties.empty())
        return parties;
    if (const auto buyer = selectBuyer_.one(id))
        parties.push_back(
            {PartyRole::Buyer, std::get<0>(*buyer), false, true, std::get<1>(*buyer)});
    return parties;
}

void RecordTable::insertParties(EventId id, const std::vector<RecordParty>& parties,
                                PartyId timeline) {
    if (isBuyerAlone(parties) && parties.front().party == timeline)
        return;
    int position = 0;
    const RecordParty* previous = nullptr;
    for (const auto& party : parties) {
        position = previous != nullptr && previous->role == party.role ? position + 1 : 0;
        insertParty_.run(id, party.role, position, party.party, party.isOurs, party.isCounterpart);
        previous = &party;
    }
}

void RecordTable::replaceParties(EventId id, const std::vector<RecordParty>& parties,
                                 PartyId timeline) {
    deleteParties_.run(id);
    insertParties(id, parties, timeline);
}

bool isBuyerAlone(const std::vector<RecordParty>& parties) {
    return parties.size() == 1 && parties[0].role == PartyRole::Buyer && parties[0].isCounterpart &&
           !parties[0].isOurs;
}

QString mailboxOf(const std::vector<RecordParty>& parties) {
    for (const auto& party : parties) {
        if (party.isOurs && !party.email.isEmpty())
            return party.email.toLower();
    }
    return {};
}

}  // namespace goodfaith::store

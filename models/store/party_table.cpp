// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/party_table.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

constexpr size_t mostRemembered = 100'000;

}  // namespace

PartyTable::PartyTable(Database& database, SourceId source, bool searchable)
    : database_(database),
      source_(source),
      searchable_(searchable),
      select_(database, "SELECT id FROM party WHERE content_hash = :hash"),
      insert_(database,
              "INSERT INTO party (content_hash, source_id, email, phone, shop_number, name, "
              "company, street, postcode, city, region, country) VALUES (:hash, :source, :email, "
              ":phone, :number, :name, :company, :street, :postcode, :city, :region, :country)"),
      insertUnlinked_(database, "INSERT INTO unlinked_party (party_id) VALUES (:id)"),
      insertKey_(database,
                 "INSERT INTO party_key (kind, value, party_id, joins, source_id) "
                 "VALUES (:kind, :value, :party, :joins, :source) "
                 "ON CONFLICT (kind, value, party_id) DO NOTHING"),
      selectKeys_(database,
                  "SELECT email, phone, shop_number, name, company, street, postcode, city, "
                  "region, country FROM party WHERE id = :id"),
      selectNormalised_(database,
                        "SELECT kind, value, joins FROM party_key WHERE party_id = :id "
                        "ORDER BY kind, value"),
      deleteParty_(database, "DELETE FROM party WHERE id = :id"),
      deleteUnlinked_(database, "DELETE FROM unlinked_party WHERE party_id = :id"),
      deleteKeys_(database, "DELETE FROM party_key WHERE party_id = :id"),
      index_(database) {}

PartyId PartyTable::resolve(const std::string& hash, const PartyKeys& keys,
                            const std::vector<NormalisedKey>& normalised) {
    if (const auto known = known_.find(hash); known != known_.end())
        return known->second;
    PartyId party = find(hash);
    if (party.isNone())
        party = insert(hash, keys, normalised);
    else if (renewsKeys_)
        renew(party, keys, normalised);
    if (known_.size() >= mostRemembered)
        known_.clear();
    known_.emplace(hash, party);
    return party;
}

PartyId PartyTable::find(const std::string& hash) {
    const auto found = select_.one(hash);
    return found ? PartyId(std::get<0>(*found)) : PartyId();
}

PartyId PartyTable::insert(const std::string& hash, const PartyKeys& keys,
                           const std::vector<NormalisedKey>& normalised) {
    const SourceId source = keys.shopNumber.isEmpty() ? SourceId() : source_;
    insert_.run(hash, source, keys.email, keys.phone, keys.shopNumber, keys.name, keys.company,
                keys.street, keys.postcode, keys.city, keys.region, keys.country);
    const PartyId party(lastInsertedId(database_));
    insertUnlinked_.run(party);
    insertKeys(party, normalised);
    if (searchable_)
        index_.add(party, keys, normalised);
    return party;
}

void PartyTable::insertKeys(PartyId party, const std::vector<NormalisedKey>& normalised) {
    for (const auto& key : normalised) {
        const bool isShopNumber = key.kind == NormalisedKey::Kind::ShopNumber;
        insertKey_.run(key.kind, key.value, party, key.joins, isShopNumber ? source_ : SourceId());
    }
}

void PartyTable::renew(PartyId party, const PartyKeys& keys,
                       std::vector<NormalisedKey> normalised) {
    const auto known = normalisedKeysOf(party);
    std::sort(normalised.begin(), normalised.end(),
              [](const NormalisedKey& a, const NormalisedKey& b) {
                  return std::tie(a.kind, a.value) < std::tie(b.kind, b.value);
              });
    if (known == normalised)
        return;
    index_.remove(party, keys, known);
    deleteKeys_.run(party);
    insertKeys(party, normalised);
    index_.add(party, keys, normalised);
}

PartyKeys PartyTable::keysOf(PartyId party) {
    PartyKeys keys;
    if (const auto found = selectKeys_.one(party)) {
        std::tie(keys.email, keys.phone, keys.shopNumber, keys.name, keys.company, keys.street,
                 keys.postcode, keys.city, keys.region, keys.country) = *found;
    }
    return keys;
}

std::vector<NormalisedKey> PartyTable::normalisedKeysOf(PartyId party) {
    std::vector<NormalisedKey> keys;
    for (const auto& [kind, value, joins] : selectNormalised_.all(party))
        keys.push_back({kind, value, joins});
    return keys;
}

void PartyTable::remove(PartyId party) {
    index_.remove(party, keysOf(party), normalisedKeysOf(party));
    deleteKeys_.run(party);
    deleteUnlinked_.run(party);
    deleteParty_.run(party);
    forget();
}

}  // namespace goodfaith::store

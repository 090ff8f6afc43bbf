// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/party_graph.h"

#include "models/store/statement.h"

#include <algorithm>
#include <set>

namespace goodfaith::store {
namespace {

// A key of more names than this is of many persons, whatever they are called.
constexpr size_t mostNames = 100;

bool hasParties(const Database& database) {
    Query<bool> query(database, "SELECT EXISTS (SELECT 1 FROM party)");
    return std::get<0>(query.one().value());
}

}  // namespace

struct PartyGraph::Statements {
    explicit Statements(const Database& database)
        : party(database,
                "SELECT name, content_hash, link.customer_id, "
                "(SELECT min(number) FROM founder WHERE founder.party_id = party.id), "
                "EXISTS (SELECT 1 FROM record WHERE record.party_id = party.id) "
                "FROM party LEFT JOIN link ON link.party_id = party.id WHERE party.id = :party"),
          keys(database,
               "SELECT kind, value, joins, source_id FROM party_key WHERE party_id = :party "
               "ORDER BY kind, value"),
          bearers(database,
                  "SELECT party_id, source_id FROM party_key "
                  "WHERE kind = :kind AND value = :value AND joins = 1"),
          names(database,
                "SELECT name FROM party_key JOIN party ON party.id = party_id "
                "WHERE kind = :kind AND value = :value AND joins = 1 AND name IS NOT NULL "
                "AND EXISTS (SELECT 1 FROM record WHERE record.party_id = party.id)"),
          ofContent(database, "SELECT id FROM party WHERE content_hash = :content") {}

    Query<QString, QByteArray, CustomerId, CustomerId, bool> party;
    Query<NormalisedKey::Kind, QString, bool, SourceId> keys;
    Query<PartyId, SourceId> bearers;
    Query<QString> names;
    Query<PartyId> ofContent;
};

PartyGraph::PartyGraph(Database& database, SharedRule isShared)
    : database_(database),
      isShared_(std::move(isShared)),
      statements_(std::make_unique<Statements>(database)),
      shared_(database),
      decisions_(database) {
    if (!hasParties(database))
        arrived_.emplace();
}

PartyGraph::~PartyGraph() = default;

PartyGraph::KeyName PartyGraph::nameOf(const LinkedParty& party, const NormalisedKey& key) {
    const bool ofSource = key.kind == NormalisedKey::Kind::ShopNumber;
    return {key.kind, ofSource ? party.source : SourceId(), key.value};
}

PartyGraph::Node& PartyGraph::read(PartyId id) {
    const auto [known, isNew] = nodes_.try_emplace(id);
    Node& node = known->second;
    if (!isNew)
        return node;
    LinkedParty& party = node.party;
    party.party = id;
    if (auto found = statements_->party.one(id)) {
        std::tie(party.name, party.content, party.customer, party.founded, node.isPlaced) =
            std::move(*found);
    }
    return node;
}

const LinkedParty& PartyGraph::withKeys(PartyId id) {
    Node& node = read(id);
    if (node.hasKeys)
        return node.party;
    node.hasKeys = true;
    for (auto& [kind, value, joining, source] : statements_->keys.all(id)) {
        node.party.keys.push_back({kind, value, joining});
        if (!source.isNone())
            node.party.source = source;
    }
    return node.party;
}

bool PartyGraph::isWaiting(PartyId id) {
    const Node& node = read(id);
    return node.isPlaced && node.party.customer.isNone();
}

std::vector<PartyId> PartyGraph::partiesOf(const std::vector<QByteArray>& contents) {
    std::vector<PartyId> parties;
    for (const QByteArray& content : contents) {
        const auto found = statements_->ofContent.one(content);
        if (found && read(std::get<0>(*found)).isPlaced)
            parties.push_back(std::get<0>(*found));
    }
    return parties;
}

bool PartyGraph::joins(const NormalisedKey& key) const {
    return key.joins && !shared_.contains(key.kind, key.value);
}

void PartyGraph::arrive(const std::vector<PartyId>& parties) {
    if (!arrived_)
        return;
    for (const PartyId id : parties) {
        const LinkedParty& arriving = withKeys(id);
        for (const NormalisedKey& key : arriving.keys) {
            const KeyName name = nameOf(arriving, key);
            if (arrived_->mayHave(key.kind, key.value))
                bearers_.remove(name);
            else
                bearers_.insert(name, {id});
            arrived_->add(key.kind, key.value);
        }
    }
}

const std::vector<PartyId>& PartyGraph::bearersOf(const KeyName& key) {
    const auto known = bearers_.constFind(key);
    if (known != bearers_.constEnd())
        return *known;
    std::vector<PartyId> bearers;
    for (const auto& [id, source] : statements_->bearers.all(key.kind, key.value)) {
        if (key.source.isNone() || source == key.source)
            bearers.push_back(id);
    }
    return *bearers_.insert(key, std::move(bearers));
}

std::vector<PartyId> PartyGraph::neighboursOf(PartyId id) {
    std::set<PartyId> found;
    const LinkedParty& party = withKeys(id);
    for (const NormalisedKey& key : party.keys) {
        if (!joins(key))
            continue;
        const auto& bearers = bearersOf(nameOf(party, key));
        found.insert(bearers.begin(), bearers.end());
    }
    const auto same = partiesOf(decisions_.sameAs(party.content));
    found.insert(same.begin(), same.end());
    found.erase(id);
    std::erase_if(found, [&](PartyId other) { return !read(other).isPlaced; });
    return {found.begin(), found.end()};
}

bool PartyGraph::hasManyNames(const KeyName& key) {
    std::set<QString> names;
    for (statements_->names.start(key.kind, key.value); statements_->names.next();) {
        names.insert(std::get<0>(statements_->names.row()));
        if (names.size() > mostNames)
            break;
    }
    statements_->names.stop();
    return names.size() > mostNames ||
           (names.size() > 1 && isShared_(key.kind, {names.begin(), names.end()}));
}

std::vector<PartyId> PartyGraph::decideShared(const std::vector<PartyId>& parties) {
    std::unordered_set<QString> decided;
    std::vector<PartyId> concerned;
    for (const PartyId id : parties) {
        const LinkedParty& party = withKeys(id);
        for (const NormalisedKey& key : party.keys) {
            const KeyName name = nameOf(party, key);
            const auto known = bearers_.constFind(name);
            const bool isAlone = known != bearers_.constEnd() && known->size() == 1;
            const bool mayBeShared = key.joins && key.kind != NormalisedKey::Kind::ShopNumber;
            if (!mayBeShared || (isAlone && joins(key)))
                continue;
            if (!decided.insert(QString::number(static_cast<int>(key.kind)) + key.value).second)
                continue;
            if (!shared_.set(key.kind, key.value, hasManyNames(name)))
                continue;
            const auto& bearers = bearersOf(name);
            concerned.insert(concerned.end(), bearers.begin(), bearers.end());
        }
    }
    return concerned;
}

// By keys and by words, whatever the way.
std::vector<LinkedParty> PartyGraph::componentOf(PartyId start,
                                                 std::unordered_set<PartyId>& reached) {
    std::vector<PartyId> members{start};
    QSet<KeyName> followed;
    std::vector<LinkedParty> component;
    for (size_t next = 0; next < members.size(); ++next) {
        LinkedParty party = withKeys(members[next]);
        const auto follow = [&](PartyId other) {
            if (!reached.contains(other) && read(other).isPlaced) {
                reached.insert(other);
                members.push_back(other);
            }
        };
        for (NormalisedKey& key : party.keys) {
            key.joins = joins(key);
            const KeyName name = nameOf(party, key);
            if (!key.joins || followed.contains(name))
                continue;
            const auto& bearers = bearersOf(name);
            if (bearers.size() > 1) {
                followed.insert(name);
                std::for_each(bearers.begin(), bearers.end(), follow);
            }
        }
        for (const PartyId other : partiesOf(decisions_.sameAs(party.content)))
            follow(other);
        component.push_back(std::move(party));
    }
    return component;
}

PartyComponents PartyGraph::componentsOf(const std::vector<PartyId>& parties) {
    PartyComponents components;
    std::unordered_set<PartyId> reached;
    for (const PartyId start : parties) {
        if (!read(start).isPlaced || !reached.insert(start).second)
            continue;
        auto component = componentOf(start, reached);
        auto& where = component.size() > 1 ? components.together : components.alone;
        std::move(component.begin(), component.end(), std::back_inserter(where));
    }
    return components;
}

std::vector<Decision> PartyGraph::decisionsAmong(const std::vector<LinkedParty>& parties) const {
    std::vector<QByteArray> contents;
    for (const LinkedParty& party : parties)
        contents.push_back(party.content);
    return decisions_.among(contents);
}

void PartyGraph::forget() {
    nodes_.clear();
    bearers_.clear();
}

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Parties and what connects them: keys that join, and people's words that two are one. Whoever is
// on no timeline is no part of it. What was read is remembered until forget(): between changes of
// parties, links and records.
#pragma once

#include "models/domain/identity_key.h"
#include "models/store/decision_table.h"
#include "models/store/key_filter.h"
#include "models/store/shared_key_table.h"

#include <functional>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace goodfaith::store {

// Whole components. Keys that join nobody say so.
struct PartyComponents {
    std::vector<LinkedParty> together;  // of components of several parties
    std::vector<LinkedParty> alone;
};

class PartyGraph {
public:
    // Whether a key joins nobody whose bearers have these names, each once, in order.
    using SharedRule = std::function<bool(NormalisedKey::Kind, const std::vector<QString>& names)>;

    PartyGraph(Database& database, SharedRule isShared);
    ~PartyGraph();

    // Whether a party is of the graph, and linked to nobody yet.
    bool isWaiting(PartyId id);
    // The parties of the graph of these contents.
    std::vector<PartyId> partiesOf(const std::vector<QByteArray>& contents);
    // Those that came to the graph since forget() was called: all of them before anything is asked
    // of one.
    void arrive(const std::vector<PartyId>& parties);
    // Who shares a key with this one, or is said to be one with it; it itself may be no part of the
    // graph any more.
    std::vector<PartyId> neighboursOf(PartyId id);
    // After these came or went: decides again which of their keys join nobody. Returns who bears
    // those of which that changed.
    std::vector<PartyId> decideShared(const std::vector<PartyId>& parties);
    PartyComponents componentsOf(const std::vector<PartyId>& parties);
    std::vector<Decision> decisionsAmong(const std::vector<LinkedParty>& parties) const;
    void forget();

private:
    // A key as it is compared: shop numbers mean something within their source alone.
    struct KeyName {
        NormalisedKey::Kind kind = NormalisedKey::Kind::Email;
        SourceId source;
        QString value;
        friend bool operator==(const KeyName&, const KeyName&) = default;
        friend size_t qHash(const KeyName& name, size_t seed = 0) {
            return qHashMulti(seed, static_cast<int>(name.kind), name.source, name.value);
        }
    };
    struct Node {
        LinkedParty party;
        bool isPlaced = false;  // on a timeline
        bool hasKeys = false;   // they were read
    };
    struct Statements;

    static KeyName nameOf(const LinkedParty& party, const NormalisedKey& key);
    Node& read(PartyId id);
    const LinkedParty& withKeys(PartyId id);
    bool joins(const NormalisedKey& key) const;
    const std::vector<PartyId>& bearersOf(const KeyName& key);
    bool hasManyNames(const KeyName& key);
    std::vector<LinkedParty> componentOf(PartyId start, std::unordered_set<PartyId>& reached);

    Database& database_;
    SharedRule isShared_;
    std::unique_ptr<Statements> statements_;
    SharedKeyTable shared_;
    DecisionTable decisions_;
    std::unordered_map<PartyId, Node> nodes_;
    QHash<KeyName, std::vector<PartyId>> bearers_;
    // Keys that arrived, in a database that had none before: others bear nobody.
    std::optional<KeyFilter<NormalisedKey::Kind>> arrived_;
};

}  // namespace goodfaith::store

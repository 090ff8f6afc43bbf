// SPDX-License-Identifier: GPL-3.0-or-later
// Records: one row for each thing that happened, and who took part in it.
#pragma once

#include "models/store/key_filter.h"
#include "models/store/party_table.h"
#include "models/store/projection.h"
#include "models/store/statement.h"

#include <map>

namespace goodfaith::store {

// Somebody who took part in a record.
struct RecordParty {
    PartyRole role = PartyRole::Buyer;
    PartyId party;
    bool isOurs = false;
    bool isCounterpart = false;
    QString email;
};

// What is derived of a record beside its projection.
struct Placement {
    Direction direction = Direction::None;
    EventId order;           // the one it belongs to
    PartyId party;           // whose timeline it is on
    bool inherited = false;  // the party is the order's
    friend bool operator==(const Placement&, const Placement&) = default;
};

struct KnownRecord {
    EventId id;
    bool asserted = false;  // not merely named by another record
    Placement placement;
};

class RecordTable {
public:
    RecordTable(Database& database, SourceId source);

    std::optional<KnownRecord> find(RecordKind kind, const QString& key);
    EventId insert(RecordKind kind, const QString& key, const Projection& projection,
                   const Placement& placement);
    void update(EventId id, const Projection& projection, const Placement& placement);
    // The order of that number; a placeholder until it is imported.
    KnownRecord order(const QString& key);
    // What belongs to the order and has no party of its own follows it.
    void passPartyOn(EventId order, PartyId party);

    std::vector<RecordParty> parties(EventId id);
    // A buyer alone takes no row while the record is on its own timeline: it is the record's party.
    void insertParties(EventId id, const std::vector<RecordParty>& parties, PartyId timeline);
    void replaceParties(EventId id, const std::vector<RecordParty>& parties, PartyId timeline);

private:
    bool isSurelyNew(RecordKind kind, const QString& key);
    EventId added(RecordKind kind, const QString& key);

    Database& database_;
    SourceId source_;
    std::map<RecordKind, bool> wasEmpty_;  // of the kinds asked for: when it was asked first
    std::optional<KeyFilter<RecordKind>> written_;  // what came since, of those that were
    Query<bool> hasKind_;
    Query<EventId, bool, Direction, EventId, PartyId, bool> select_;
    Statement insert_;
    Statement update_;
    Statement insertPlaceholder_;
    Statement passOn_;
    Query<PartyRole, PartyId, bool, bool, QString> selectParties_;
    Query<PartyId, QString> selectBuyer_;
    Statement insertParty_;
    Statement deleteParties_;
};

// Then the record's own party says it all, and most records are so.
bool isBuyerAlone(const std::vector<RecordParty>& parties);
// The first of our own addresses among them, lower case.
QString mailboxOf(const std::vector<RecordParty>& parties);

}  // namespace goodfaith::store

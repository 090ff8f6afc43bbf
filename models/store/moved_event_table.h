// SPDX-License-Identifier: GPL-3.0-or-later
// Records that a person put on another timeline than their own keys say, as far as that stands.
// Read once: make another after a change.
#pragma once

#include "models/domain/act.h"
#include "models/domain/record.h"
#include "models/store/statement.h"

#include <map>
#include <optional>
#include <set>

namespace goodfaith::store {

// What a record is named by, whatever its number.
struct RecordName {
    SourceId source;
    RecordKind kind = RecordKind::Order;
    QString key;
    friend bool operator<(const RecordName& a, const RecordName& b) {
        return std::tie(a.source, a.kind, a.key) < std::tie(b.source, b.kind, b.key);
    }
};

class MovedEventTable {
public:
    explicit MovedEventTable(Database& database);

    // Keeps what an act says; this object does not know of it. Within the caller's transaction.
    void add(ActId act, const RecordName& record, const QByteArray& content);
    // The record of any such act, whether it stands or not.
    std::optional<RecordName> recordOf(ActId act) const;

    // On whose timeline somebody put it: none when nobody did, or while nothing is known of them.
    PartyId timelineOf(const RecordName& record);
    // Whether somebody put it anywhere.
    bool names(const RecordName& record) const { return anchors_.contains(record); }
    // The records that are on another timeline than somebody put them on, though both are known.
    std::vector<RecordName> misplaced();

private:
    Database& database_;
    std::map<RecordName, QByteArray> anchors_;
    Query<PartyId> party_;
};

}  // namespace goodfaith::store

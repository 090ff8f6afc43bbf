// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what an import asserts. Each assertion is kept; what is current is the fold of all live
// ones by the record's own date, then import, field by field: a later one replaces only what it
// knows.
#pragma once

#include "models/domain/identity_key.h"
#include "models/domain/record.h"
#include "models/store/database.h"

#include <vector>

namespace goodfaith::store {

// A party with the normalised keys that identify it.
struct WritableParty {
    ImportedParty party;
    std::vector<NormalisedKey> keys;
    bool isOurs = false;  // our own address or number: never a customer
};

// A record with what the caller derived from it.
struct WritableRecord {
    ImportedRecord record;
    Direction direction = Direction::None;
    std::vector<WritableParty> parties;  // as record.parties, in the same order
    int counterpart = -1;  // index of the party whose timeline it is on; -1: none, or its order's
};

enum class WriteEffect { Inserted, Updated, Unchanged };

struct WrittenRecord {
    EventId event;
    WriteEffect effect = WriteEffect::Inserted;
    PartyId counterpart;  // none when it has none of its own
};

class FactWriter {
public:
    FactWriter(Database& database, SourceId source, ImportId import);
    ~FactWriter();

    // Within the caller's transaction. An unfinished import that starts over reports the effects
    // that it had the first time, so that its counts come out as if it had never stopped.
    WrittenRecord write(const WritableRecord& record);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

}  // namespace goodfaith::store

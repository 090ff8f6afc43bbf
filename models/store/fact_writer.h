// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what an import asserts. Each assertion is kept; what is current is the fold of all live
// ones by the record's own date, then import, field by field: a later one replaces only what it
// knows.
#pragma once

#include "models/store/database.h"
#include "models/store/prepared_record.h"

#include <memory>

namespace goodfaith::store {

enum class WriteEffect { Inserted, Updated, Unchanged };

struct WrittenRecord {
    EventId event;  // none while it waits
    WriteEffect effect = WriteEffect::Inserted;
    PartyId counterpart;   // none when it has none of its own
    bool isStale = false;  // it says otherwise than what is known, and changed nothing: it is older
};

// For a dry run it is enough to know what would happen: what nobody will read (details, words, what
// a list shows, coverage, the search index) is left out, and a record waits to be written until
// something asks about it.
enum class WriteScope { Everything, EffectsOnly };

class FactWriter {
public:
    // `prepare`: for records that are made anew from what several imports say.
    FactWriter(Database& database, SourceId source, ImportId import, PrepareRecord prepare,
               WriteScope scope = WriteScope::Everything);
    ~FactWriter();

    // Within the caller's transaction. An unfinished import that starts over reports the effects
    // that it had the first time, so that its counts come out as if it had never stopped.
    WrittenRecord write(const PreparedRecord& record);
    // The parties that records went away from since this was asked last: what linked them may stand
    // no longer.
    std::vector<PartyId> takeLeft();
    // Before another writer writes into the same transaction: now nothing waits.
    void settle();

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

}  // namespace goodfaith::store

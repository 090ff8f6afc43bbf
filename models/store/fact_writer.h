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
    WrittenRecord write(const PreparedRecord& record);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

}  // namespace goodfaith::store

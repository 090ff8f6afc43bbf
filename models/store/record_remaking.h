// SPDX-License-Identifier: GPL-3.0-or-later
// Makes records anew as all that is said of them comes out, after a person put them on another
// timeline or took that back. Within the caller's transaction, who links the parties again.
#pragma once

#include "models/store/moved_event_table.h"
#include "models/store/prepared_record.h"

namespace goodfaith::store {

struct RemadeRecords {
    std::vector<PartyId> left;     // parties that records went away from
    std::vector<PartyId> arrived;  // parties that records went to
};

// What a record is named by; nothing when there is none of that number.
std::optional<RecordName> recordNamed(Database& database, EventId event);
Direction directionOf(Database& database, EventId event);

RemadeRecords makeAnew(Database& database, const std::vector<RecordName>& records,
                       const PrepareRecord& prepare);
// Every record, with the keys that its parties have by the rules of now.
RemadeRecords makeEverythingAnew(Database& database, const PrepareRecord& prepare);
// Of all moved records, those that are elsewhere than where a person put them: that party or that
// record may have come only now.
RemadeRecords placeMovedRecords(Database& database, const PrepareRecord& prepare);

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Saves what a record is now: its columns, typed detail, words and parties, whose timeline it is on
// and what follows from that. One way for whoever makes a record anew: imports and their undoing.
#pragma once

#include "models/store/assertion_body.h"
#include "models/store/detail_tables.h"
#include "models/store/moved_event_table.h"
#include "models/store/reading_table.h"
#include "models/store/record_table.h"
#include "models/store/text_index.h"

namespace goodfaith::store {

class RecordProjector {
public:
    RecordProjector(PartyTable& parties, RecordTable& records, DetailTables& details,
                    TextIndex& texts, ReadingTable& readings, MovedEventTable& moved)
        : parties_(parties),
          records_(records),
          details_(details),
          texts_(texts),
          readings_(readings),
          moved_(moved) {}

    // Whose timeline a record is on that these take part in: where a person put it, else its
    // counterpart's, else its order's.
    Placement place(const RecordName& name, const Projection& projection,
                    const std::vector<RecordParty>& taking, Direction direction);
    void save(RecordKind kind, const KnownRecord& known, const Projection& projection,
              const std::vector<RecordParty>& taking, const Placement& placement);

    // Saves a record as all that is said of it comes out. A function of `folded`: however it came
    // about, the same facts are kept.
    Placement makeAnew(const RecordName& name, const KnownRecord& known, AssertionBody folded,
                       const PrepareRecord& prepare);

    // The parties that records went away from since this was asked last, with repetitions.
    std::vector<PartyId> takeLeft() { return std::exchange(left_, {}); }

private:
    PartyTable& parties_;
    RecordTable& records_;
    DetailTables& details_;
    TextIndex& texts_;
    ReadingTable& readings_;
    MovedEventTable& moved_;
    std::vector<PartyId> left_;
};

// The parties of a record, by role.
std::vector<RecordParty> partiesOf(const PreparedRecord& prepared, PartyTable& parties);

}  // namespace goodfaith::store

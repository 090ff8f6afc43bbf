// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote down about customers, as far as it stands. Anchored to a party's content and to
// records by name, so that it follows whoever they become. Writes within the caller's transaction.
#pragma once

#include "models/domain/note.h"
#include "models/store/moved_event_table.h"

#include <map>

namespace goodfaith::store {

class NoteTable {
public:
    explicit NoteTable(Database& database) : database_(database) {}

    void add(ActId act, const QByteArray& content, const Note& note);
    void add(ActId act, const RecordName& message, bool kept);
    // The word's event is the record's.
    void add(ActId act, const RecordName& text, const ReadingWord& word);

    // Of any act, whether it stands or not.
    std::optional<Note> noteOf(ActId act) const;
    // Of what text an act is.
    std::optional<RecordName> textOf(ActId act) const;
    std::optional<ReadingWord> readingWordOf(ActId act) const;
    // What stands of what was said of one text: its words only.
    PeopleSaid saidOf(EventId text) const;
    // Whom an act of either kind is about now; none while nothing is known of them.
    CustomerId customerOf(ActId act) const;

    // Of everybody: people write little, so one look is enough.
    std::map<CustomerId, PeopleSaid> all() const;

private:
    Database& database_;
};

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/note_table.h"

namespace goodfaith::store {
namespace {

using NoteQuery =
    Query<CustomerId, ActId, Instant, QString, QString, PromiseKind, std::optional<Instant>>;
using WordQuery = Query<CustomerId, Instant, EventId, bool, QString>;

Note noteFrom(const NoteQuery::Row& row) {
    const auto& [customer, act, at, by, text, kind, due] = row;
    return {act, at, by, text, kind, due};
}

constexpr const char* selectNotes =
    "SELECT link.customer_id, act.id, act.at, act.by_whom, note.text, note.promise_kind, "
    "note.due_at FROM note JOIN act ON act.id = note.act_id "
    "LEFT JOIN party ON party.content_hash = note.content_hash "
    "LEFT JOIN link ON link.party_id = party.id ";

constexpr const char* selectWords =
    "SELECT link.customer_id, act.at, record.id, promise_word.kept, act.by_whom FROM promise_word "
    "JOIN act ON act.id = promise_word.act_id "
    "JOIN record ON record.source_id = promise_word.source_id "
    "AND record.kind = promise_word.kind AND record.key = promise_word.key "
    "JOIN link ON link.party_id = record.party_id ";

using ReadingQuery = Query<CustomerId, Instant, EventId, bool, Topic, QString>;
constexpr const char* selectReadingWords =
    "SELECT link.customer_id, act.at, record.id, complains, topic, act.by_whom FROM reading_word "
    "JOIN act ON act.id = reading_word.act_id "
    "JOIN record ON record.source_id = reading_word.source_id "
    "AND record.kind = reading_word.kind AND record.key = reading_word.key "
    "JOIN link ON link.party_id = record.party_id ";

}  // namespace

void NoteTable::add(ActId act, const QByteArray& content, const Note& note) {
    Statement(database_,
              "INSERT INTO note (act_id, content_hash, text, promise_kind, due_at) "
              "VALUES (:act, :content, :text, :kind, :due)")
        .run(act, content, note.text, note.kind, note.due);
}

void NoteTable::add(ActId act, const RecordName& message, bool kept) {
    Statement(database_,
              "INSERT INTO promise_word (act_id, source_id, kind, key, kept) "
              "VALUES (:act, :source, :kind, :key, :kept)")
        .run(act, message.source, message.kind, message.key, kept);
}

std::optional<Note> NoteTable::noteOf(ActId act) const {
    NoteQuery query(database_, std::string(selectNotes) + "WHERE act.id = :act");
    const auto row = query.one(act);
    return row ? std::optional<Note>(noteFrom(*row)) : std::nullopt;
}

void NoteTable::add(ActId act, const RecordName& text, const ReadingWord& word) {
    const auto topic = word.topic == Topic::None ? std::nullopt : std::optional(word.topic);
    Statement(database_,
              "INSERT INTO reading_word (act_id, source_id, kind, key, complains, topic) "
              "VALUES (:act, :source, :kind, :key, :complains, :topic)")
        .run(act, text.source, text.kind, text.key, word.complains, topic);
}

std::optional<ReadingWord> NoteTable::readingWordOf(ActId act) const {
    Query<bool, Topic> query(database_,
                             "SELECT complains, topic FROM reading_word WHERE act_id = :act");
    const auto row = query.one(act);
    if (!row)
        return std::nullopt;
    return ReadingWord{{}, {}, std::get<0>(*row), std::get<1>(*row)};
}

std::optional<RecordName> NoteTable::textOf(ActId act) const {
    Query<SourceId, RecordKind, QString> query(
        database_,
        "SELECT source_id, kind, key FROM promise_word WHERE act_id = :act "
        "UNION ALL SELECT source_id, kind, key FROM reading_word WHERE act_id = :same");
    const auto row = query.one(act, act);
    if (!row)
        return std::nullopt;
    const auto& [source, kind, key] = *row;
    return RecordName{source, kind, key};
}

CustomerId NoteTable::customerOf(ActId act) const {
    NoteQuery notes(database_, std::string(selectNotes) + "WHERE act.id = :act");
    if (const auto row = notes.one(act))
        return std::get<0>(*row);
    WordQuery words(database_, std::string(selectWords) + "WHERE act.id = :act");
    if (const auto row = words.one(act))
        return std::get<0>(*row);
    ReadingQuery readings(database_, std::string(selectReadingWords) + "WHERE act.id = :act");
    const auto row = readings.one(act);
    return row ? std::get<0>(*row) : CustomerId();
}

std::map<CustomerId, PeopleSaid> NoteTable::all() const {
    std::map<CustomerId, PeopleSaid> said;
    NoteQuery notes(database_,
                    std::string(selectNotes) + "WHERE act.state = :stands ORDER BY act.id");
    for (const auto& row : notes.all(ActState::Stands)) {
        if (const CustomerId customer = std::get<0>(row); !customer.isNone())
            said[customer].notes.push_back(noteFrom(row));
    }
    WordQuery words(database_,
                    std::string(selectWords) + "WHERE act.state = :stands ORDER BY act.id");
    for (const auto& [customer, at, event, kept, by] : words.all(ActState::Stands))
        said[customer].promiseWords.push_back({at, event, kept, by});
    ReadingQuery readings(
        database_, std::string(selectReadingWords) + "WHERE act.state = :stands ORDER BY act.id");
    for (const auto& [customer, at, event, complains, topic, by] : readings.all(ActState::Stands))
        said[customer].readingWords.push_back({at, event, complains, topic, by});
    return said;
}

PeopleSaid NoteTable::saidOf(EventId text) const {
    constexpr const char* ofText =
        "WHERE record.id = :event AND act.state = :stands ORDER BY act.id";
    PeopleSaid said;
    WordQuery words(database_, std::string(selectWords) + ofText);
    for (const auto& [customer, at, event, kept, by] : words.all(text, ActState::Stands))
        said.promiseWords.push_back({at, event, kept, by});
    ReadingQuery readings(database_, std::string(selectReadingWords) + ofText);
    for (const auto& [customer, at, event, complains, topic, by] :
         readings.all(text, ActState::Stands))
        said.readingWords.push_back({at, event, complains, topic, by});
    return said;
}

}  // namespace goodfaith::store

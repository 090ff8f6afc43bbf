// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/moved_event_table.h"

namespace goodfaith::store {

MovedEventTable::MovedEventTable(Database& database)
    : database_(database), party_(database, "SELECT id FROM party WHERE content_hash = :content") {
    Query<SourceId, RecordKind, QString, QByteArray> query(
        database,
        "SELECT source_id, moved_event.kind, key, content_hash FROM moved_event "
        "JOIN act ON act.id = moved_event.act_id WHERE act.state = :stands ORDER BY act.id");
    for (const auto& [source, kind, key, content] : query.all(ActState::Stands))
        anchors_.insert_or_assign({source, kind, key}, content);
}

void MovedEventTable::add(ActId act, const RecordName& record, const QByteArray& content) {
    Statement(database_,
              "INSERT INTO moved_event (act_id, source_id, kind, key, content_hash) "
              "VALUES (:act, :source, :kind, :key, :content)")
        .run(act, record.source, record.kind, record.key, content);
}

std::optional<RecordName> MovedEventTable::recordOf(ActId act) const {
    Query<SourceId, RecordKind, QString> query(
        database_, "SELECT source_id, kind, key FROM moved_event WHERE act_id = :act");
    const auto found = query.one(act);
    if (!found)
        return std::nullopt;
    const auto& [source, kind, key] = *found;
    return RecordName{source, kind, key};
}

PartyId MovedEventTable::timelineOf(const RecordName& record) {
    if (anchors_.empty())
        return {};
    const auto anchor = anchors_.find(record);
    if (anchor == anchors_.end())
        return {};
    const auto party = party_.one(anchor->second);
    return party ? std::get<0>(*party) : PartyId();
}

std::vector<RecordName> MovedEventTable::misplaced() {
    Query<PartyId> at(database_,
                      "SELECT party_id FROM record WHERE kind = :kind AND key = :key "
                      "AND source_id = :source AND asserted = 1");
    std::vector<RecordName> records;
    for (const auto& [record, anchor] : anchors_) {
        const PartyId wanted = timelineOf(record);
        const auto found = at.one(record.kind, record.key, record.source);
        if (!wanted.isNone() && found && std::get<0>(*found) != wanted)
            records.push_back(record);
    }
    return records;
}

}  // namespace goodfaith::store

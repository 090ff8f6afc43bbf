// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/reading_table.h"

#include <QStringList>

namespace goodfaith::store {
namespace {

int bitsOf(const std::vector<Ask>& asks) {
    int bits = 0;
    for (const Ask ask : asks)
        bits |= 1 << static_cast<int>(ask);
    return bits;
}

QString linesOf(const std::vector<QString>& lines) {
    return QStringList(lines.begin(), lines.end()).join(u'\n');
}

}  // namespace

bool isRead(RecordKind kind) {
    return kind == RecordKind::Message || kind == RecordKind::Call || kind == RecordKind::Chat ||
           kind == RecordKind::ContactForm;
}

ReadingTable::ReadingTable(Database& database)
    : save_(database,
            "INSERT INTO reading (record_id, version, new_text, nature, probability, complaint, "
            "topic, asks, threat, says_received, says_works, thanks, admits, moved_by, promises, "
            "refuses, asks_them) VALUES "
            "(:id, :version, :text, :nature, :probability, :complaint, :topic, :asks, :threat, "
            ":received, :works, :thanks, :admits, :moved, :promises, :refuses, :asks_them) "
            "ON CONFLICT (record_id) DO "
            "UPDATE SET "
            "version = excluded.version, new_text = excluded.new_text, nature = excluded.nature, "
            "probability = excluded.probability, complaint = excluded.complaint, "
            "topic = excluded.topic, asks = excluded.asks, threat = excluded.threat, "
            "says_received = excluded.says_received, says_works = excluded.says_works, "
            "thanks = excluded.thanks, admits = excluded.admits, moved_by = excluded.moved_by, "
            "promises = excluded.promises, refuses = excluded.refuses, "
            "asks_them = excluded.asks_them"),
      insert_(database, "INSERT INTO reading (record_id, version) VALUES (:id, 0)"),
      renew_(database,
             "INSERT INTO reading (record_id, version) "
             "SELECT record_id, 0 FROM record_text WHERE record_id = :id "
             "ON CONFLICT (record_id) DO UPDATE SET version = 0") {}

void ReadingTable::save(int version, EventId event, const Reading& reading) {
    save_.run(event, version, reading.newText, reading.nature, reading.complaintProbability,
              reading.complaint, reading.topic, bitsOf(reading.asks), reading.threat,
              reading.saysReceived, reading.saysWorks, reading.thanks, reading.admits,
              linesOf(reading.movedBy), textOf(reading.promises), reading.refuses,
              reading.asksThem);
}

void ReadingTable::add(EventId event, RecordKind kind) {
    if (isRead(kind))
        insert_.run(event);
}

void ReadingTable::renew(EventId event, RecordKind kind) {
    if (isRead(kind))
        renew_.run(event);
}

}  // namespace goodfaith::store

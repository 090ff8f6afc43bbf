// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/reading_queue.h"

namespace goodfaith::store {
namespace {

bool isRead(RecordKind kind) {
    return kind == RecordKind::Message || kind == RecordKind::Call || kind == RecordKind::Chat ||
           kind == RecordKind::ContactForm;
}

}  // namespace

ReadingQueue::ReadingQueue(Database& database)
    : insert_(database, "INSERT INTO reading (record_id, version) VALUES (:id, 0)"),
      renew_(database,
             "INSERT INTO reading (record_id, version) "
             "SELECT record_id, 0 FROM record_text WHERE record_id = :id "
             "ON CONFLICT (record_id) DO UPDATE SET version = 0") {}

void ReadingQueue::add(EventId event, RecordKind kind) {
    if (isRead(kind))
        insert_.run(event);
}

void ReadingQueue::renew(EventId event, RecordKind kind) {
    if (isRead(kind))
        renew_.run(event);
}

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
// The typed tables beside a record: one row of the table of its kind.
#pragma once

#include "models/store/projection.h"
#include "models/store/statement.h"

#include <map>

namespace goodfaith::store {

class DetailTables {
public:
    explicit DetailTables(Database& database);
    // `mailbox`: the address of ours that a message came to or went from.
    void insert(EventId event, const Detail& detail, const QString& mailbox);
    void replace(EventId event, const Detail& detail, const QString& mailbox);
    void remove(EventId event, RecordKind kind);

private:
    void removeFrom(const char* table, EventId event);

    Database& database_;
    std::map<const char*, Statement> delete_;
    Statement insertOrder_;
    Statement insertItem_;
    Statement insertRefund_;
    Statement insertReturn_;
    Statement insertShipment_;
    Statement insertMessage_;
    Statement insertCall_;
    Statement insertChat_;
    Statement insertContact_;
    Statement insertPayment_;
};

}  // namespace goodfaith::store

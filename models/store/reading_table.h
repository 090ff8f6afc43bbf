// SPDX-License-Identifier: GPL-3.0-or-later
// What texts say, as it was read. A reading of version 0 stands for one that is still to be made,
// or to be made again.
#pragma once

#include "models/domain/record.h"
#include "models/domain/understanding.h"
#include "models/store/statement.h"

namespace goodfaith::store {

// Whether texts of that kind are read at all.
bool isRead(RecordKind kind);

class ReadingTable {
public:
    explicit ReadingTable(Database& database);
    // In place of what was read before.
    void save(int version, EventId event, const Reading& reading);
    void add(EventId event, RecordKind kind);
    // The text or its direction changed.
    void renew(EventId event, RecordKind kind);

private:
    Statement save_;
    Statement insert_;
    Statement renew_;
};

}  // namespace goodfaith::store

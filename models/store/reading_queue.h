// SPDX-License-Identifier: GPL-3.0-or-later
// Which texts are still to be read. A reading of version 0 stands for one that is missing or
// out of date.
#pragma once

#include "models/domain/record.h"
#include "models/store/statement.h"

namespace goodfaith::store {

class ReadingQueue {
public:
    explicit ReadingQueue(Database& database);
    void add(EventId event, RecordKind kind);
    // The text or its direction changed.
    void renew(EventId event, RecordKind kind);

private:
    Statement insert_;
    Statement renew_;
};

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Several rows of one record made one: a call's lines in a log of events. Rows of
// other records may stand between them. Memory is bounded: of more than `most` records at a time
// the oldest is given out as it is.
#pragma once

#include "models/domain/record.h"

#include <QHash>

#include <list>
#include <vector>

namespace goodfaith::importers {

class RecordJoiner {
public:
    explicit RecordJoiner(size_t most = 1000) : most_(most) {}

    // A later row replaces what it knows.
    void add(ImportedRecord record);

    // The records that are complete as far as can be known, in the order of their first rows.
    std::vector<ImportedRecord> takeOldest();
    std::vector<ImportedRecord> takeAll();

private:
    size_t most_;
    std::list<ImportedRecord> open_;
    QHash<QString, std::list<ImportedRecord>::iterator> byKey_;

    ImportedRecord takeFirst();
};

}  // namespace goodfaith::importers

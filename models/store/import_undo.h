// SPDX-License-Identifier: GPL-3.0-or-later
// Takes an import back: its assertions go, and every record it spoke of becomes what the others say
// of it. What nobody else asserts goes too; an order that others name becomes a placeholder again.
// The ledger keeps the import, marked as undone. All within the caller's transaction, who links the
// parties again afterwards.
#pragma once

#include "models/store/fact_writer.h"

#include <functional>

namespace goodfaith::store {

struct UndoneImport {
    qint64 removed = 0;            // records that nobody else asserts
    qint64 changed = 0;            // records that others say something else of
    std::vector<PartyId> left;     // parties that records went away from
    std::vector<PartyId> arrived;  // parties that records went to
};

// Told after every batch how many assertions were taken back; false stops (and the caller rolls
// back).
using UndoProgress = std::function<bool(qint64 done)>;

UndoneImport takeBack(Database& database, ImportId import, const PrepareRecord& prepare,
                      const UndoProgress& progress);

// Parties that take part in no record are forgotten, with their keys.
void forgetUnusedParties(Database& database);

}  // namespace goodfaith::store

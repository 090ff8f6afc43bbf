// SPDX-License-Identifier: GPL-3.0-or-later
// Takes an import back, so that everything is as if it had never been made: the facts, who is who,
// and what follows from both. What people set stays, and the ledger keeps the import as undone.
#pragma once

#include "models/domain/overview.h"

#include <functional>
#include <stop_token>

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

struct UndoReport {
    ImportSummary summary;  // of the import, now undone
    qint64 removed = 0;     // records that nothing else told of
    qint64 changed = 0;     // records that are now as other imports say
    qint64 customersRemoved = 0;
    double seconds = 0;
};

// Told how many of the import's records were taken back.
using UndoObserver = std::function<void(qint64 done)>;

// One transaction: a stop before its end changes nothing. Throws Failure: NotFound when there is no
// such import, WrongUse when it is undone already, Database when another import is at work.
UndoReport undoImport(const QString& databasePath, ImportId import, const UndoObserver& observer,
                      std::stop_token stop);

// The facts alone: what is derived of them is left to the caller, as is the lock.
UndoReport undoFacts(store::Database& database, ImportId import, const UndoObserver& observer,
                     std::stop_token stop);

}  // namespace goodfaith::app

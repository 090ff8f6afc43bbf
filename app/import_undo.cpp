// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_undo.h"

#include "app/clock.h"
#include "app/import_lock.h"
#include "app/party_linking.h"
#include "app/record_preparation.h"
#include "app/shop_refresh.h"
#include "models/domain/failure.h"
#include "models/store/customer_reader.h"
#include "models/store/derived_tables.h"
#include "models/store/import_ledger.h"
#include "models/store/import_undo.h"
#include "models/store/record_remaking.h"
#include "models/store/settings_table.h"

#include <QElapsedTimer>

#include <algorithm>

namespace goodfaith::app {
namespace {

ImportSummary undoable(store::Database& database, ImportId id) {
    const auto imports = store::ImportLedger(database).all();
    const auto found = std::find_if(imports.begin(), imports.end(),
                                    [&](const ImportSummary& import) { return import.id == id; });
    if (found == imports.end())
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("There is no import %1. \"imports\" lists those there are.")
                          .arg(id.value()));
    if (found->undone)
        throw Failure(FailureKind::WrongUse, QStringLiteral("Import %1 (%2) is undone already.")
                                                 .arg(QString::number(id.value()), found->path));
    return *found;
}

// What people moved may have come back to where its own keys put it.
void relink(store::Database& database, store::UndoneImport undone,
            const store::PrepareRecord& prepare) {
    const auto moved = store::placeMovedRecords(database, prepare);
    undone.arrived.insert(undone.arrived.end(), moved.arrived.begin(), moved.arrived.end());
    undone.left.insert(undone.left.end(), moved.left.begin(), moved.left.end());
    PartyLinking(database).relink(undone.arrived, undone.left);
}

}  // namespace

UndoReport undoFacts(store::Database& database, ImportId import, const UndoObserver& observer,
                     std::stop_token stop) {
    UndoReport report;
    report.summary = undoable(database, import);
    RecordPreparation preparation(store::SettingsTable(database).load());
    const store::CustomerReader customers(database);
    const qint64 customersBefore = customers.customerCount();
    store::Transaction transaction(database);
    const store::PrepareRecord prepare = [&](ImportedRecord record) {
        return preparation.prepare(std::move(record));
    };
    const store::UndoneImport undone = store::takeBack(database, import, prepare, [&](qint64 done) {
        if (observer)
            observer(done);
        return !stop.stop_requested();
    });
    if (stop.stop_requested())
        throw Failure(FailureKind::Interrupted,
                      QStringLiteral("Interrupted. The import stands as it was."));
    relink(database, undone, prepare);
    store::forgetUnusedParties(database);
    store::DerivedTables(database).advanceFactsRevision();
    transaction.commit();
    report.summary.undone = true;
    report.removed = undone.removed;
    report.changed = undone.changed;
    report.customersRemoved = customersBefore - customers.customerCount();
    return report;
}

UndoReport undoImport(const QString& databasePath, ImportId import, const UndoObserver& observer,
                      std::stop_token stop) {
    QElapsedTimer timer;
    timer.start();
    store::Database database(databasePath);
    const ImportLock lock(databasePath);
    UndoReport report = undoFacts(database, import, observer, stop);
    refreshIfStale(database, now(), {}, stop);
    report.seconds = static_cast<double>(timer.elapsed()) / 1000;
    return report;
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/past_imports_controller.h"

#include "app/import_undo.h"
#include "models/domain/failure.h"
#include "models/store/import_ledger.h"
#include "views/past_imports.h"

namespace goodfaith::app {
namespace {

struct Past {
    std::vector<ImportSummary> imports;
    std::vector<CoverageRow> coverage;
};

Past readPast(Shop& shop) {
    const store::ImportLedger ledger(shop.database());
    return {ledger.all(), ledger.coverage()};
}

// None when it was stopped: then the import stands as it was.
std::optional<items::UndoOutcome> undoneUnlessStopped(const QString& databasePath, ImportId import,
                                                      const UndoObserver& observer,
                                                      const std::stop_token& stop) {
    try {
        const UndoReport report = undoImport(databasePath, import, observer, stop);
        return items::UndoOutcome{report.summary.path, report.removed, report.changed,
                                  report.customersRemoved};
    } catch (const Failure& failure) {
        if (failure.kind() != FailureKind::Interrupted)
            throw;
        return {};
    }
}

}  // namespace

PastImportsController::PastImportsController(views::PastImports& past, WorkerThread& worker,
                                             QString databasePath)
    : QObject(&past), past_(past), worker_(worker), databasePath_(std::move(databasePath)) {
    connect(&past, &views::PastImports::undoWanted, this, &PastImportsController::undo);
    connect(&past, &views::PastImports::cancelWanted, this, [this] { stop_->request_stop(); });
}

void PastImportsController::showAll() {
    worker_.ask(this, readPast, [this](Past past) {
        past_.setImports(std::move(past.imports));
        past_.setCoverage(std::move(past.coverage));
    });
}

void PastImportsController::undo(ImportId import) {
    stop_ = std::make_unique<std::stop_source>();
    isUndoing_ = true;
    const auto work = [this, import, stop = *stop_, closing = worker_.stopToken()](Shop&) {
        const std::stop_callback stopToo(closing, [stop]() mutable { stop.request_stop(); });
        const auto tell = [this](qint64 done) {
            QMetaObject::invokeMethod(this, [this, done] { past_.setUndoProgress(done); });
        };
        return undoneUnlessStopped(databasePath_, import, tell, stop.get_token());
    };
    worker_.ask(
        this, work,
        [this](const std::optional<items::UndoOutcome>& outcome) {
            isUndoing_ = false;
            if (outcome)
                past_.setUndone(*outcome);
            else
                past_.undoEnded(tr("Cancelled. The import stands as it was."));
            Q_EMIT undone();
        },
        [this](const QString& message) {
            isUndoing_ = false;
            past_.undoEnded(message);
            Q_EMIT undone();
        });
}

}  // namespace goodfaith::app

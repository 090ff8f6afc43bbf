// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/import_controller.h"

#include "app/reject_file.h"
#include "models/domain/failure.h"
#include "models/items/format.h"
#include "models/items/import_rows.h"
#include "models/store/import_ledger.h"
#include "views/import_page.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace goodfaith::app {
namespace {

constexpr qint64 progressEveryMs = 100;
constexpr size_t mostRejectsKept = 100'000;
constexpr qint64 previewRows = 50;

using Rejects = std::vector<std::pair<QString, RejectedRow>>;

QString recognisedName(const importers::Input& input) {
    const QString name = items::templateName(input.templateName);
    return input.preset.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, input.preset);
}

std::vector<items::InputRow> inputRows(const QStringList& paths, const ShopSettings& settings) {
    importers::ReadingOptions options;
    options.timeZone = settings.timeZone;
    options.currency = settings.currency;
    const auto found = importers::findInputs(paths, options);
    std::vector<items::InputRow> rows;
    for (const auto& input : found.inputs)
        rows.push_back({input.path, recognisedName(input), input.bytes, {}});
    for (const auto& unusable : found.unusable)
        rows.push_back({unusable.path, {}, QFileInfo(unusable.path).size(), unusable.reason});
    return rows;
}

items::PreviewTable previewTable(const QString& path) {
    const auto preview = importers::previewInput(path, {}, previewRows);
    items::PreviewTable table;
    table.path = path;
    table.columns = preview.header.value_or(QStringList());
    for (const QString& column : std::as_const(table.columns)) {
        QString field;
        for (const auto& [mapped, target] : preview.mapping)
            field = mapped == column ? target : field;
        table.fields << field;
    }
    table.rows = preview.rows;
    return table;
}

// Everything imported in one go, as one outcome.
items::ImportOutcome summed(const ImportReport& report) {
    items::ImportOutcome sum;
    for (const ImportOutcome& one : report.imports) {
        const ImportCounts& counts = one.summary.counts;
        sum.counts.rowsRead += counts.rowsRead;
        sum.counts.inserted += counts.inserted;
        sum.counts.updated += counts.updated;
        sum.counts.unchanged += counts.unchanged;
        sum.counts.rejected += counts.rejected;
        sum.counts.customersNew += counts.customersNew;
        sum.counts.customersMatched += counts.customersMatched;
        sum.rejects.insert(sum.rejects.end(), one.rejects.begin(), one.rejects.end());
        for (const QString& warning : one.warnings)
            sum.warnings << QFileInfo(one.summary.path).fileName() + QStringLiteral(": ") + warning;
    }
    for (const auto& unusable : report.unusable)
        sum.warnings << QFileInfo(unusable.path).fileName() + QStringLiteral(": ") +
                            unusable.reason;
    return sum;
}

items::ImportProgress progressRow(const ImportProgress& progress, qint64 elapsedMs) {
    const auto& reading = progress.reading;
    const double seconds = static_cast<double>(std::max<qint64>(elapsedMs, 1)) / 1000;
    return {reading.bytesDone, reading.bytesTotal, reading.rowsRead,
            static_cast<double>(reading.rowsRead) / seconds, progress.path};
}

}  // namespace

struct ImportController::Finished {
    ImportReport report;
    Rejects rejects;
};

ImportController::ImportController(views::ImportPage& page, WorkerThread& worker,
                                   QString databasePath)
    : QObject(&page), page_(page), worker_(worker), databasePath_(std::move(databasePath)) {
    wireRecognition();
    connect(&page, &views::ImportPage::checkWanted, this,
            [this](quint64 token, const QStringList& paths) { run(token, paths, true); });
    connect(&page, &views::ImportPage::importWanted, this,
            [this](quint64 token, const QStringList& paths) { run(token, paths, false); });
    connect(&page, &views::ImportPage::cancelWanted, this, [this] { stop_->request_stop(); });
    connect(&page, &views::ImportPage::saveRejectsWanted, this, &ImportController::saveRejects);
}

void ImportController::wireRecognition() {
    connect(&page_, &views::ImportPage::inputsWanted, this,
            [this](quint64 token, const QStringList& paths) {
                worker_.ask(
                    this, [paths](Shop& shop) { return inputRows(paths, shop.settings()); },
                    [this, token](std::vector<items::InputRow> rows) {
                        page_.setInputs(token, std::move(rows));
                    },
                    [this, token](const QString& message) { page_.stepFailed(token, message); });
            });
    connect(&page_, &views::ImportPage::previewWanted, this,
            [this](quint64 token, const QString& path) {
                worker_.ask(
                    this, [path](Shop&) { return previewTable(path); },
                    [this, token](const items::PreviewTable& table) {
                        page_.setPreview(token, table);
                    });
            });
}

void ImportController::showPastImports() {
    worker_.ask(
        this, [](Shop& shop) { return store::ImportLedger(shop.database()).all(); },
        [this](std::vector<ImportSummary> imports) { page_.setImports(std::move(imports)); });
}

void ImportController::run(quint64 token, const QStringList& paths, bool dryRun) {
    stop_ = std::make_unique<std::stop_source>();
    isImporting_ = !dryRun;
    ImportRequest request;
    request.paths = paths;
    request.dryRun = dryRun;
    const auto work = [this, token, request, stop = *stop_, closing = worker_.stopToken()](Shop&) {
        const std::stop_callback stopToo(closing, [stop]() mutable { stop.request_stop(); });
        Finished finished;
        QElapsedTimer sinceStart;
        QElapsedTimer sinceShown;
        sinceStart.start();
        sinceShown.start();
        ImportObserver observer;
        observer.progress = [&](const ImportProgress& progress) {
            if (sinceShown.elapsed() < progressEveryMs)
                return;
            sinceShown.start();
            QMetaObject::invokeMethod(
                this, [this, token, row = progressRow(progress, sinceStart.elapsed())] {
                    page_.setProgress(token, row);
                });
        };
        observer.rejected = [&](const QString& path, const RejectedRow& row) {
            if (finished.rejects.size() < mostRejectsKept)
                finished.rejects.emplace_back(path, row);
        };
        finished.report = runImport(databasePath_, request, observer, stop.get_token());
        return finished;
    };
    worker_.ask(
        this, work,
        [this, token, dryRun](const Finished& finished) { finish(token, dryRun, finished); },
        [this, token](const QString& message) {
            isImporting_ = false;
            page_.stepFailed(token, message);
            Q_EMIT imported();
        });
}

void ImportController::finish(quint64 token, bool dryRun, const Finished& finished) {
    isImporting_ = false;
    rejects_ = finished.rejects;
    if (finished.report.interrupted)
        page_.stepFailed(token, dryRun ? tr("The check was cancelled.")
                                       : tr("The import was cancelled. What was committed stays; "
                                            "importing the same files again completes it."));
    else if (dryRun)
        page_.setCheckOutcome(token, summed(finished.report));
    else
        page_.setImportOutcome(token, summed(finished.report));
    if (!dryRun)
        Q_EMIT imported();
}

void ImportController::saveRejects(const QString& path) {
    worker_.ask(
        this,
        [path, rejects = rejects_](Shop&) {
            RejectFile file(path);
            for (const auto& [input, row] : rejects)
                file.add(input, row);
            return true;
        },
        [](bool) {});
}

}  // namespace goodfaith::app

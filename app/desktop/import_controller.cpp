// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/import_controller.h"

#include "app/desktop/mapping_work.h"
#include "app/saved_mappings.h"
#include "models/domain/failure.h"
#include "models/items/format.h"
#include "models/items/import_rows.h"
#include "models/store/mapping_table.h"
#include "views/import_page.h"
#include "views/mapping_panel.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace goodfaith::app {
namespace {

constexpr qint64 progressEveryMs = 100;
constexpr size_t mostRejectsKept = 100'000;
constexpr qint64 previewRows = 50;
constexpr int mappingChannel = 0;

using Rejects = std::vector<std::pair<RejectOrigin, RejectedRow>>;

importers::ReadingOptions readingOptions(Shop& shop) {
    const ShopSettings settings = shop.settings();
    importers::ReadingOptions options;
    options.timeZone = settings.timeZone;
    options.currency = settings.currency;
    options.knownMappings = savedMappings(shop.database());
    return options;
}

std::vector<items::InputRow> inputRows(const QStringList& paths, Shop& shop,
                                       const std::stop_token& stop) {
    const importers::ReadingOptions options = readingOptions(shop);
    const auto found = importers::findInputs(paths, options, stop);
    std::vector<items::InputRow> rows;
    for (const auto& input : found.inputs)
        rows.push_back({input.path,
                        recognisedName(input.templateName, input.preset),
                        input.bytes,
                        {},
                        input.format == importers::InputFormat::Csv});
    for (const auto& unusable : found.unusable) {
        const QFileInfo info(unusable.path);
        rows.push_back({unusable.path,
                        {},
                        info.size(),
                        unusable.reason,
                        info.isFile() && info.isReadable() && info.size() > 0});
    }
    return rows;
}

items::PreviewTable previewTable(const QString& path, Shop& shop) {
    const auto preview = importers::previewInput(path, readingOptions(shop), previewRows);
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
    sum.probablyOurs = report.probablyOurs;
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
        for (size_t i = 0; i < one.rejects.size(); ++i)
            sum.rejectFiles << one.summary.path;
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
    wireMapping();
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
                stop_ = std::make_unique<std::stop_source>();
                const auto work = [paths, stop = *stop_,
                                   closing = worker_.stopToken()](Shop& shop) {
                    const std::stop_callback stopToo(closing,
                                                     [stop]() mutable { stop.request_stop(); });
                    return inputRows(paths, shop, stop.get_token());
                };
                worker_.ask(
                    this, work,
                    [this, token](std::vector<items::InputRow> rows) {
                        page_.setInputs(token, std::move(rows));
                    },
                    [this, token](const QString& message) { page_.stepFailed(token, message); });
            });
    connect(&page_, &views::ImportPage::previewWanted, this,
            [this](quint64 token, const QString& path) {
                worker_.ask(
                    this, [path](Shop& shop) { return previewTable(path, shop); },
                    [this, token](const items::PreviewTable& table) {
                        page_.setPreview(token, table);
                    });
            });
}

void ImportController::wireMapping() {
    auto& panel = *page_.mapping();
    panel.setTemplates(mappingTemplates());
    QStringList zones;
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds())
        zones << QString::fromLatin1(zone);
    panel.setTimeZones(zones);
    connect(&page_, &views::ImportPage::mappingFormWanted, this,
            [this](quint64 token, const items::MappingEdit& edit) {
                worker_.askLatest(
                    mappingChannel, this, [edit](Shop& shop) { return mappingForm(shop, edit); },
                    [this, token](const items::MappingForm& form) {
                        page_.setMappingForm(token, form);
                    },
                    [this, token](const QString& message) { page_.mappingFailed(token, message); });
            });
    connect(&page_, &views::ImportPage::mappingEffectWanted, this,
            [this](quint64 token, const items::MappingEdit& edit) {
                worker_.askLatest(
                    mappingChannel, this, [edit](Shop& shop) { return mappingEffect(shop, edit); },
                    [this, token](const items::MappingEffect& effect) {
                        page_.setMappingEffect(token, effect);
                    },
                    [this, token](const QString& message) { page_.mappingFailed(token, message); });
            });
    const auto change = [this](auto work) {
        worker_.ask(
            this,
            [work](Shop& shop) {
                work(shop);
                return true;
            },
            [this](bool) { page_.mappingChanged(); });
    };
    connect(&page_, &views::ImportPage::saveMappingWanted, this,
            [change](const items::MappingEdit& edit) {
                change([edit](Shop& shop) { saveMapping(shop, edit); });
            });
    connect(&page_, &views::ImportPage::forgetMappingWanted, this, [change](const QString& name) {
        change([name](Shop& shop) {
            store::Transaction transaction(shop.database());
            store::MappingTable(shop.database()).remove(name);
            transaction.commit();
        });
    });
}

void ImportController::run(quint64 token, const QStringList& paths, bool dryRun) {
    stop_ = std::make_unique<std::stop_source>();
    isImporting_ = !dryRun;
    ImportRequest request;
    request.paths = paths;
    request.onlyInputs = paths;  // a folder's other inputs were taken off the list
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
        RejectOrigin origin;
        observer.begun = [&](const importers::Input& input, const QString& source) {
            origin = originOf(input, source);
        };
        observer.rejected = [&](const QString&, const RejectedRow& row) {
            if (finished.rejects.size() < mostRejectsKept)
                finished.rejects.emplace_back(origin, row);
        };
        observer.scoring = [&, this](const QString& step, double share) {
            if (share > 0 && share < 1 && sinceShown.elapsed() < progressEveryMs)
                return;
            sinceShown.start();
            QMetaObject::invokeMethod(
                this, [this, token, step, share] { page_.setScoring(token, step, share); });
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
    if (!finished.report.interrupted)
        rejects_ = finished.rejects;  // else those that are shown stay
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
            for (const auto& [origin, row] : rejects)
                file.add(origin, row);
            return true;
        },
        [](bool) {});
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_service.h"

#include "app/clock.h"
#include "app/import_lock.h"
#include "app/import_memory.h"
#include "app/import_pipeline.h"
#include "app/own_identity.h"
#include "app/party_linking.h"
#include "app/saved_mappings.h"
#include "app/shop_refresh.h"
#include "app/side_by_side.h"
#include "models/domain/failure.h"
#include "models/store/party_reader.h"
#include "models/store/settings_table.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocale>
#include <QTemporaryDir>

namespace goodfaith::app {
namespace {

// Parsing and writing keep so many processors busy by themselves: where there are no more, texts
// are read afterwards, so that timelines can be searched sooner.
constexpr size_t busyWithout = 2;

const auto mainSource = QStringLiteral("main");

importers::ReadingOptions withDefaults(const ImportRequest& request, const ShopSettings& settings) {
    importers::ReadingOptions options = request.reading;
    options.currencyIsSet = !options.currency.isNone();
    if (!options.currencyIsSet)
        options.currency = settings.currency;
    options.timeZoneIsSet = !request.timeZoneFromSettings;
    if (request.timeZoneFromSettings)
        options.timeZone = settings.timeZone;
    return options;
}

std::optional<store::CommonAddress> probablyOurs(const store::Database& database) {
    constexpr qint64 enough = 20;
    auto common = store::mostCommonAddress(database);
    const bool isTelling =
        common && common->allMessages >= enough && 2 * common->messages >= common->allMessages;
    return isTelling ? std::move(common) : std::nullopt;
}

// "Most name support@shop.example (2,248 of 2,250): it is probably ours."
QString nobodyIsUs(const std::optional<store::CommonAddress>& common) {
    const QString warning = QStringLiteral(
        "None of our own addresses is known, so every mail counts as a customer's. "
        "Name them in the settings: earlier mail is put right.");
    if (!common)
        return warning;
    const QLocale english(QLocale::English);
    return warning + QStringLiteral(" Most name %1 (%2 of %3): it is probably ours.")
                         .arg(common->address, english.toString(common->messages),
                              english.toString(common->allMessages));
}

QString sourceOf(const ImportRequest& request, const importers::Input& input) {
    if (!request.source.isEmpty())
        return request.source;
    if (!input.source.isEmpty())
        return input.source;
    const bool isMapped = input.mapping != nullptr && !input.mapping->source.isEmpty();
    return isMapped ? input.mapping->source : mainSource;
}

struct Run {
    store::Database& database;
    const ImportRequest& request;
    ShopSettings settings;
    const ImportObserver& observer;
    std::stop_token stop;
    ImportMemory memory{database, request, settings};

    importers::ReadingOptions reading() const {
        auto options = withDefaults(request, settings);
        options.secret = store::SettingsTable(database).secret();
        return options;
    }
};

// What was read before the input failed stays; what was read ahead of a stop is read again.
void writeAll(BatchReader& reader, ImportPipeline& pipeline, const std::stop_token& stop) {
    try {
        for (auto* batch = reader.next(); batch != nullptr; batch = reader.next()) {
            if (stop.stop_requested())
                return;
            const ImportCounts before = pipeline.counts();
            pipeline.write(*batch);
            reader.readTextsAhead(pipeline.counts().inserted - before.inserted >=
                                  pipeline.counts().unchanged - before.unchanged);
        }
    } catch (const Failure& failure) {
        if (failure.kind() == FailureKind::Unreadable)
            pipeline.keep();
        throw;
    }
}

ImportOutcome importOne(Run& run, const importers::Input& input, int number, int count) {
    QElapsedTimer timer;
    timer.start();
    const QString source = sourceOf(run.request, input);
    const QString path = QFileInfo(input.path).absoluteFilePath();
    const FileState before = stateOf(path);
    if (run.observer.begun)
        run.observer.begun(input, source);
    const Instant started = now();
    const bool isDated = input.exportedAt && *input.exportedAt <= started;
    ImportPipeline pipeline({run.database,
                             run.settings,
                             {path, source, input.templateName, input.preset, started,
                              isDated ? input.exportedAt : std::nullopt},
                             number,
                             count,
                             run.request.dryRun,
                             run.observer});
    const bool readsTexts =
        !run.request.dryRun && run.request.readsTextsAhead.value_or(mostThreads() > busyWithout);
    BatchReader reader({input, run.reading(), run.settings, pipeline.source(), readsTexts},
                       run.stop);
    writeAll(reader, pipeline, run.stop);
    ImportOutcome outcome =
        pipeline.finish(run.stop.stop_requested() ? ImportState::Interrupted : ImportState::Done);
    if (outcome.summary.state == ImportState::Done && !run.request.dryRun)
        run.memory.remember(path, before, outcome.summary.id, input.mapping);
    outcome.seconds = static_cast<double>(timer.elapsed()) / 1000;
    return outcome;
}

void leaveOutWhatIsKnown(Run& run, importers::FoundInputs& found) {
    const auto isKnown = [&](const auto& entry) {
        const QString path = QFileInfo(entry.path).absoluteFilePath();
        return run.memory.isKnown(path, stateOf(path));
    };
    std::erase_if(found.inputs, isKnown);
    std::erase_if(found.unusable, [&](const importers::UnusablePath& refused) {
        return QFileInfo(refused.path).isDir() || isKnown(refused);
    });
    for (const auto& refused : found.unusable) {
        const QString path = QFileInfo(refused.path).absoluteFilePath();
        if (QFileInfo(path).isReadable())
            run.memory.rememberRefused(path, stateOf(path));
    }
}

void leaveOutWhatIsNotWanted(const QStringList& wanted, importers::FoundInputs& found) {
    std::erase_if(found.inputs, [&](const importers::Input& input) {
        return !wanted.isEmpty() && !wanted.contains(input.path);
    });
}

// Once, with the last import of mail.
void warnWhereNobodyIsUs(const Run& run, ImportReport& report) {
    const auto last = std::find_if(
        report.imports.rbegin(), report.imports.rend(),
        [](const auto& one) { return one.summary.templateName == QLatin1String("mail"); });
    if (last == report.imports.rend() || !run.settings.ownAddresses.isEmpty())
        return;
    const auto common = probablyOurs(run.database);
    last->warnings << nobodyIsUs(common);
    report.probablyOurs = common ? common->address : QString();
}

ImportReport importAll(Run& run) {
    ImportReport report;
    auto options = withDefaults(run.request, run.settings);
    options.knownMappings = savedMappings(run.database);
    auto found = importers::findInputs(run.request.paths, options, run.stop);
    if (run.request.onlyWhatIsNew)
        leaveOutWhatIsKnown(run, found);
    leaveOutWhatIsNotWanted(run.request.onlyInputs, found);
    report.unusable = found.unusable;
    report.interrupted = run.stop.stop_requested();
    const int count = static_cast<int>(found.inputs.size());
    for (int i = 0; i < count && !report.interrupted; ++i) {
        const auto& input = found.inputs[static_cast<size_t>(i)];
        try {
            report.imports.push_back(importOne(run, input, i + 1, count));
            report.concerned.add(report.imports.back().concerned);
        } catch (const Failure& failure) {
            if (failure.kind() != FailureKind::Unreadable)
                throw;
            report.unusable.push_back({input.path, failure.message()});
            report.concerned.addMany();  // what came before the damage stays
        }
        report.interrupted = run.stop.stop_requested();
    }
    warnWhereNobodyIsUs(run, report);
    return report;
}

// A dry run is a real one in a transaction that is never committed: its counts are the counts.
ImportReport importAsIf(Run& run) {
    store::Transaction neverCommitted(run.database);
    addOwnIdentity(run.database, run.settings, run.request.ownAddresses, run.request.ownNumbers);
    return importAll(run);
}

ImportReport importForGood(Run& run) {
    if (!run.request.ownAddresses.isEmpty() || !run.request.ownNumbers.isEmpty()) {
        store::Transaction transaction(run.database);
        addOwnIdentity(run.database, run.settings, run.request.ownAddresses,
                       run.request.ownNumbers);
        transaction.commit();
    }
    keepLinksByTheRules(run.database);
    const auto scored = scoredState(run.database);
    ImportReport report = importAll(run);
    if (report.interrupted)
        return report;
    refreshAfter(run.database, scored, report.concerned, now(), run.observer.scoring, run.stop);
    return report;
}

ShopSettings settingsFor(store::Database& database, const ImportRequest& request) {
    ShopSettings settings = store::SettingsTable(database).load();
    if (!request.region.isEmpty())
        setSetting(settings, u"region", request.region);
    return settings;
}

}  // namespace

ImportReport runImport(const QString& databasePath, const ImportRequest& request,
                       const ImportObserver& observer, std::stop_token stop) {
    QTemporaryDir scratch;
    const bool isNew = !QFileInfo::exists(databasePath);
    const QString path =
        request.dryRun && isNew ? scratch.filePath(QStringLiteral("dry-run.db")) : databasePath;
    store::Database database(path);
    const ImportLock lock(path);
    Run run{database, request, settingsFor(database, request), observer, std::move(stop)};
    return request.dryRun ? importAsIf(run) : importForGood(run);
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/reading_options.h"
#include "app/clock.h"
#include "app/import_service.h"
#include "app/json/json_values.h"
#include "app/json/overview_json.h"
#include "app/reject_file.h"
#include "app/shop.h"
#include "app/watched_import.h"
#include "models/domain/failure.h"

#include <algorithm>
#include <optional>

namespace goodfaith::app {
namespace {

struct ImportArguments {
    std::vector<std::string> paths, ownAddresses, ownNumbers;
    ReadingArguments reading;
    std::string source, rejects;
    bool dryRun = false;
    bool watched = false;
    bool quiet = false;
};

QStringList toList(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts)
        list << QString::fromStdString(text);
    return list;
}

ImportRequest requestOf(const ImportArguments& arguments) {
    ImportRequest request;
    request.paths = toList(arguments.paths);
    request.reading = readingOptions(arguments.reading);
    request.timeZoneFromSettings = arguments.reading.timeZone.empty();
    request.source = QString::fromStdString(arguments.source);
    request.ownAddresses = toList(arguments.ownAddresses);
    request.ownNumbers = toList(arguments.ownNumbers);
    request.region = QString::fromStdString(arguments.reading.region);
    request.dryRun = arguments.dryRun;
    return request;
}

void printSummary(const ImportOutcome& outcome, bool dryRun) {
    const ImportCounts& counts = outcome.summary.counts;
    printLine(QStringLiteral("%1 (%2)").arg(outcome.summary.path, outcome.summary.preset.isEmpty()
                                                                      ? outcome.summary.templateName
                                                                      : outcome.summary.preset));
    printLine(QStringLiteral("  %1%2 read: %3 new, %4 changed, %5 the same, %6 rejected; "
                             "customers: %7 new, %8 known")
                  .arg(dryRun ? QStringLiteral("would be: ") : QString())
                  .arg(counts.rowsRead)
                  .arg(counts.inserted)
                  .arg(counts.updated)
                  .arg(counts.unchanged)
                  .arg(counts.rejected)
                  .arg(counts.customersNew)
                  .arg(counts.customersMatched));
    for (const RejectedRow& row : outcome.rejects)
        printLine(QStringLiteral("  line %1, %2: \"%3\": %4")
                      .arg(QString::number(row.line),
                           row.column.isEmpty() ? QStringLiteral("row") : row.column, row.value,
                           row.reason));
    if (counts.rejected > static_cast<qint64>(outcome.rejects.size()))
        printLine(QStringLiteral("  … and more: --rejects FILE writes them all"));
}

// Quiet, for cron: what went well is not worth a mail.
void printSummaries(const ImportReport& report, const ImportArguments& arguments) {
    for (const ImportOutcome& outcome : report.imports) {
        if (!arguments.quiet || outcome.summary.counts.rejected > 0)
            printSummary(outcome, arguments.dryRun);
    }
}

int exitCodeOf(const ImportReport& report) {
    if (report.interrupted)
        return static_cast<int>(FailureKind::Interrupted);
    if (!report.unusable.empty())
        return static_cast<int>(FailureKind::Unreadable);
    for (const ImportOutcome& outcome : report.imports) {
        if (outcome.summary.counts.rejected > 0)
            return exitWithRejects;
    }
    return exitDone;
}

bool changedNothing(const ImportOutcome& outcome) {
    const ImportCounts& counts = outcome.summary.counts;
    return counts.inserted + counts.updated + counts.rejected == 0;
}

void sayProblems(const ImportReport& report, bool isQuiet) {
    for (const auto& unusable : report.unusable)
        sayLine(QStringLiteral("%1: %2").arg(unusable.path, unusable.reason));
    if (std::any_of(report.unusable.begin(), report.unusable.end(), [](const auto& unusable) {
            return unusable.reason.startsWith(QLatin1String("not recognised"));
        }))
        sayLine(
            QStringLiteral("A file that is not recognised can be imported with --as, --preset or "
                           "--mapping: \"preview FILE\" shows it with a proposal."));
    for (const ImportOutcome& outcome : report.imports) {
        if (isQuiet && changedNothing(outcome))
            continue;
        for (const QString& warning : outcome.warnings)
            sayLine(QStringLiteral("%1: %2").arg(outcome.summary.path, warning));
    }
    if (report.interrupted)
        sayLine(QStringLiteral(
            "Interrupted. What was committed stays; the same command completes it."));
}

void append(ImportReport more, ImportReport& report) {
    std::move(more.imports.begin(), more.imports.end(), std::back_inserter(report.imports));
    std::move(more.unusable.begin(), more.unusable.end(), std::back_inserter(report.unusable));
    report.interrupted = report.interrupted || more.interrupted;
}

// What is new in the watched folders of the settings.
ImportReport runWatched(const Invocation& invocation, const ImportObserver& observer) {
    const auto folders = Shop(invocation.databasePath, Freshness::AsIs).settings().watchedFolders;
    if (folders.empty())
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("No folder is watched: name some in the setting "
                                     "\"watched-folders\"."));
    ImportReport report;
    for (const WatchedFolder& folder : folders) {
        const auto files = filesIn(folder.path, invocation.stop);
        if (files)
            append(importWatched(invocation.databasePath, folder, filesAtRest(*files, now()),
                                 observer, invocation.stop),
                   report);
        else
            report.unusable.push_back({folder.path, QStringLiteral("there is no such folder")});
        report.interrupted = report.interrupted || invocation.stop.stop_requested();
        if (report.interrupted)
            break;
    }
    return report;
}

int import(const ImportArguments& arguments, const Invocation& invocation) {
    if (!arguments.watched && arguments.paths.empty())
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("Name files or folders to import, or --watched."));
    const ImportRequest request = requestOf(arguments);
    std::optional<RejectFile> rejects;
    if (!arguments.rejects.empty())
        rejects.emplace(QString::fromStdString(arguments.rejects), request.paths);
    ProgressLine line;
    ImportObserver observer;
    observer.progress = [&](const ImportProgress& progress) { line.show(progress); };
    observer.scoring = [&](const QString& step, double share) {
        constexpr int whole = 100;
        line.show(share > 0 ? QStringLiteral("%1: %2 %").arg(step).arg(int(share * whole)) : step);
    };
    RejectOrigin origin;
    observer.begun = [&](const importers::Input& input, const QString& source) {
        origin = originOf(input, source);
    };
    if (rejects)
        observer.rejected = [&](const QString&, const RejectedRow& row) {
            rejects->add(origin, row);
        };
    const ImportReport report =
        arguments.watched ? runWatched(invocation, observer)
                          : runImport(invocation.databasePath, request, observer, invocation.stop);
    line.clear();
    sayProblems(report, arguments.quiet);
    if (rejects && rejects->paths().size() > 1)
        sayLine(QStringLiteral("Rejected rows of files with different headers are in %1.")
                    .arg(rejects->paths().join(QStringLiteral(", "))));
    if (invocation.json)
        printJson({{QStringLiteral("imports"), toArray(report.imports, [](const auto& outcome) {
                        return QJsonValue(toJson(outcome));
                    })}});
    else
        printSummaries(report, arguments);
    return exitCodeOf(report);
}

}  // namespace

CommandBody setUpImport(CLI::App& options) {
    const auto arguments = std::make_shared<ImportArguments>();
    options.add_option("paths", arguments->paths, "Files or folders");
    CLI::Option* watched =
        options.add_flag("--watched", arguments->watched,
                         "Instead of paths: what is new in the setting \"watched-folders\"");
    options.add_flag("--quiet", arguments->quiet,
                     "Say only what needs somebody: rejected rows and what cannot be read");
    addReadingOptions(options, arguments->reading);
    options.add_option("--source", arguments->source, "The account the files come from");
    options.add_option("--own-address", arguments->ownAddresses,
                       "A mail address or domain of ours; added to the settings");
    options.add_option("--own-number", arguments->ownNumbers,
                       "A phone number or extension of ours; added to the settings");
    options.add_flag("--dry-run", arguments->dryRun, "Say what would happen, change nothing");
    options.add_option("--rejects", arguments->rejects, "Write rejected rows to this CSV file");
    for (const char* name : {"--own-address", "--own-number"})
        options.get_option(name)->expected(1)->allow_extra_args(false)->multi_option_policy(
            CLI::MultiOptionPolicy::TakeAll);
    // How the files of a watched folder are read is said in the setting.
    for (CLI::Option* option : options.get_options()) {
        const bool goesTogether = option->check_lname("help") || option->check_lname("json") ||
                                  option->check_lname("quiet") || option->check_lname("rejects");
        if (option != watched && !goesTogether)
            watched->excludes(option);
    }
    return [arguments](const Invocation& invocation) { return import(*arguments, invocation); };
}

}  // namespace goodfaith::app

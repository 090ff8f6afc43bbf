// SPDX-License-Identifier: GPL-3.0-or-later
// imports, undo-import and coverage: what came in, taking it back, and what is known.
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/import_undo.h"
#include "app/json/json_values.h"
#include "app/json/overview_json.h"
#include "app/shop.h"
#include "models/store/import_ledger.h"

namespace goodfaith::app {
namespace {

QString stateOf(const ImportSummary& import) {
    if (import.undone)
        return QStringLiteral("undone");
    return import.state == ImportState::Done ? QStringLiteral("done")
                                             : QStringLiteral("unfinished");
}

int listImports(const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const auto imports = store::ImportLedger(shop.database()).all();
    if (invocation.json) {
        printJson({{QStringLiteral("imports"), toArray(imports, [](const ImportSummary& import) {
                        return QJsonValue(toJson(import));
                    })}});
        return exitDone;
    }
    std::vector<QStringList> rows;
    for (const ImportSummary& import : imports)
        rows.push_back({QString::number(import.id.value()), toIsoUtc(import.at),
                        import.templateName, QString::number(import.counts.inserted),
                        QString::number(import.counts.updated),
                        QString::number(import.counts.rejected), stateOf(import), import.path});
    printTable({QStringLiteral("Import"), QStringLiteral("At"), QStringLiteral("Template"),
                QStringLiteral("New"), QStringLiteral("Changed"), QStringLiteral("Rejected"),
                QStringLiteral("State"), QStringLiteral("Path")},
               rows);
    return exitDone;
}

int undo(qint64 id, const Invocation& invocation) {
    ProgressLine line;
    const UndoReport report = undoImport(
        invocation.databasePath, ImportId(id),
        [&](qint64 done) { line.show(QStringLiteral("%1 records taken back").arg(done)); },
        invocation.stop);
    line.clear();
    if (invocation.json) {
        printJson({{QStringLiteral("undone"), toJson(report.summary)},
                   {QStringLiteral("records_removed"), report.removed},
                   {QStringLiteral("records_changed"), report.changed},
                   {QStringLiteral("customers_removed"), report.customersRemoved},
                   {QStringLiteral("seconds"), report.seconds}});
        return exitDone;
    }
    printLine(QStringLiteral("Import %1 (%2) is undone: %3 records removed, %4 as other imports "
                             "say; %5 customers fewer.")
                  .arg(id)
                  .arg(report.summary.path)
                  .arg(report.removed)
                  .arg(report.changed)
                  .arg(report.customersRemoved));
    return exitDone;
}

int showCoverage(const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const auto coverage = store::ImportLedger(shop.database()).coverage();
    if (invocation.json) {
        printJson({{QStringLiteral("coverage"), toArray(coverage, [](const CoverageRow& row) {
                        return QJsonValue(toJson(row));
                    })}});
        return exitDone;
    }
    std::vector<QStringList> rows;
    for (const CoverageRow& row : coverage)
        rows.push_back({row.source, nameOf(row.kind), toIsoUtc(row.from), toIsoUtc(row.to),
                        QString::number(row.records), toIsoUtc(row.importedAt)});
    printTable({QStringLiteral("Source"), QStringLiteral("Kind"), QStringLiteral("From"),
                QStringLiteral("To"), QStringLiteral("Records"), QStringLiteral("Imported")},
               rows);
    return exitDone;
}

}  // namespace

CommandBody setUpImports(CLI::App&) {
    return listImports;
}

CommandBody setUpUndoImport(CLI::App& options) {
    const auto id = std::make_shared<qint64>();
    options.add_option("import", *id, "The import's number, as \"imports\" lists it")->required();
    return [id](const Invocation& invocation) { return undo(*id, invocation); };
}

CommandBody setUpCoverage(CLI::App&) {
    return showCoverage;
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// report: managers' figures by name; alone, the names.
#include "app/cli/as_of_option.h"
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/clock.h"
#include "app/csv_record.h"
#include "app/json/json_values.h"
#include "app/json/report_json.h"
#include "app/report_source.h"
#include "app/shop.h"
#include "app/shop_refresh.h"
#include "models/domain/failure.h"

namespace goodfaith::app {
namespace {

struct ReportArguments {
    std::string name, from, to, png, pdf;
    bool csv = false;
};

int listReports(const Invocation& invocation) {
    const ShopSettings settings = Shop(invocation.databasePath).settings();
    if (invocation.json) {
        printJson({{QStringLiteral("reports"),
                    toArray(reports::reports(), [&](const reports::ReportInfo& info) {
                        return QJsonObject{
                            {QStringLiteral("name"), info.name},
                            {QStringLiteral("title"), info.title},
                            {QStringLiteral("definition"), info.definition(settings)}};
                    })}});
        return exitDone;
    }
    std::vector<QStringList> rows;
    for (const reports::ReportInfo& info : reports::reports())
        rows.push_back({info.name, info.title});
    printTable({QStringLiteral("report"), QStringLiteral("what it shows")}, rows);
    return exitDone;
}

const reports::ReportInfo& infoOf(const std::string& name) {
    const QString wanted = QString::fromStdString(name);
    if (const reports::ReportInfo* info = reports::findReport(wanted))
        return *info;
    QStringList names;
    for (const reports::ReportInfo& info : reports::reports())
        names << info.name;
    throw Failure(FailureKind::WrongUse, QStringLiteral("There is no report \"%1\": expected %2.")
                                             .arg(wanted, names.join(QStringLiteral(", "))));
}

void refusePictures(const ReportArguments& arguments) {
    if (!arguments.png.empty() || !arguments.pdf.empty())
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("Pictures of reports cannot be made here: goodfaith, which "
                                     "draws them, is not there for it. --csv and --json can."));
}

void printAsText(const reports::ReportInfo& info, const reports::Report& report,
                 const ShopSettings& settings) {
    printLine(info.title);
    printLine(info.definition(settings));
    printLine();
    std::vector<QStringList> rows;
    for (const reports::Row& row : report.rows)
        rows.push_back(textCells(report, row));
    printTable(headingCells(report), rows);
}

void printAsCsv(const reports::Report& report) {
    print(csvRecord(headingCells(report)));
    for (const reports::Row& row : report.rows)
        print(csvRecord(textCells(report, row)));
}

int report(const ReportArguments& arguments, const Invocation& invocation) {
    if (arguments.name.empty())
        return listReports(invocation);
    const reports::ReportInfo& info = infoOf(arguments.name);
    refusePictures(arguments);
    Shop shop(invocation.databasePath);
    const ShopSettings settings = shop.settings();
    std::optional<Instant> from, to;
    if (!arguments.from.empty())
        from = fromInstant(arguments.from, settings);
    if (!arguments.to.empty())
        to = asOfFrom(arguments.to, settings);
    refreshIfStale(shop.database(), now(), {}, invocation.stop);
    const reports::Report made = makeReport(shop.database(), info, from, to, now());
    if (invocation.json) {
        printJson({{QStringLiteral("report"), info.name},
                   {QStringLiteral("title"), info.title},
                   {QStringLiteral("definition"), info.definition(settings)},
                   {QStringLiteral("from"), orNull(from)},
                   {QStringLiteral("to"), orNull(to)},
                   {QStringLiteral("columns"), columnsToJson(made)},
                   {QStringLiteral("rows"), rowsToJson(made)}});
    } else if (arguments.csv) {
        printAsCsv(made);
    } else {
        printAsText(info, made, settings);
    }
    return exitDone;
}

}  // namespace

CommandBody setUpReport(CLI::App& options) {
    const auto arguments = std::make_shared<ReportArguments>();
    options.add_option("name", arguments->name, "Which report; without one, the names are listed");
    options.add_option("--from", arguments->from, "What came from this instant or day on");
    options.add_option("--to", arguments->to,
                       "What came up to this instant, or the end of this day");
    auto* csv = options.add_flag("--csv", arguments->csv, "As CSV");
    auto* png = options.add_option("--png", arguments->png, "As a picture, into this file");
    auto* pdf = options.add_option("--pdf", arguments->pdf, "As a PDF, into this file");
    png->excludes(csv, pdf);
    pdf->excludes(csv);
    return [arguments](const Invocation& invocation) { return report(*arguments, invocation); };
}

}  // namespace goodfaith::app

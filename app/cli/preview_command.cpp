// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/cli/reading_options.h"
#include "app/json/overview_json.h"
#include "app/saved_mappings.h"
#include "models/domain/failure.h"

namespace goodfaith::app {
namespace {

struct PreviewArguments {
    std::string file;
    std::string rows = "20";
    ReadingArguments reading;
};

qint64 rowCount(const std::string& text) {
    if (text == "all")
        return -1;
    bool isNumber = false;
    const qint64 count = QString::fromStdString(text).toLongLong(&isNumber);
    if (!isNumber || count < 0)
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("--rows takes a number of rows, or \"all\"."));
    return count;
}

// Cells are shown on one line, cut where they would push the others off the screen.
QString shownCell(const QString& cell) {
    constexpr qsizetype widest = 40;
    const QString line = cell.simplified();
    return line.size() > widest ? QString(line.left(widest - 1) + u'…') : line;
}

void printPreview(const importers::Preview& preview) {
    printLine(QStringLiteral("%1, delimiter %2, quote %3, %4%5")
                  .arg(preview.charset,
                       preview.delimiter == QLatin1String("\t") ? QStringLiteral("tab")
                                                                : preview.delimiter,
                       preview.quote.isEmpty() ? QStringLiteral("none") : preview.quote,
                       preview.recordEnd,
                       preview.templateName.isEmpty()
                           ? QStringLiteral("; not recognised, as a guess:")
                           : QStringLiteral("; read as ") + preview.templateName));
    for (const auto& [column, field] : preview.mapping)
        printLine(QStringLiteral("  %1 → %2").arg(column, field));
    if (!preview.missing.isEmpty())
        printLine(QStringLiteral("  missing: ") + preview.missing.join(QStringLiteral(", ")));
    qsizetype width = preview.header ? preview.header->size() : 0;
    for (const QStringList& row : preview.rows)
        width = std::max(width, row.size());
    const auto padded = [&](const QStringList& cells) {
        QStringList shown;
        for (qsizetype i = 0; i < width; ++i)
            shown << shownCell(cells.value(i));
        return shown;
    };
    std::vector<QStringList> rows;
    for (const QStringList& row : preview.rows)
        rows.push_back(padded(row));
    printTable(padded(preview.header.value_or(QStringList())), rows);
}

}  // namespace

CommandBody setUpPreview(CLI::App& options) {
    const auto arguments = std::make_shared<PreviewArguments>();
    options.add_option("file", arguments->file, "The file")->required();
    options.add_option("--rows", arguments->rows, "How many rows to show, or \"all\"");
    addReadingOptions(options, arguments->reading);
    return [arguments](const Invocation& invocation) {
        auto reading = readingOptions(arguments->reading);
        reading.knownMappings = savedMappingsIn(invocation.databasePath);
        const auto preview = importers::previewInput(QString::fromStdString(arguments->file),
                                                     reading, rowCount(arguments->rows));
        if (invocation.json)
            printJson(toJson(preview));
        else
            printPreview(preview);
        return exitDone;
    };
}

}  // namespace goodfaith::app

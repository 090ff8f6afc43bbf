// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/table_input.h"

#include "importers/csv/export_time.h"
#include "importers/csv/group_sums.h"
#include "importers/csv/open_table.h"
#include "models/domain/failure.h"

namespace goodfaith::importers {
namespace {

// Where the first rows leave open how dates or numbers are written, the others are asked.
void learnFromAllRows(OpenTable& table, RowConverter& converter, const std::stop_token& stop) {
    if (!converter.isUndecided())
        return;
    RecordReader reader(table.file, table.dialect);
    if (table.dialect.hasHeader)
        reader.next();
    while (converter.isUndecided() && !stop.stop_requested() && reader.next())
        converter.learnFrom(reader);
    table.file.seek(0);
}

constexpr qsizetype mostUnusedShown = 100;

void warnOfUnusedColumns(const OpenTable& table, const RowConverter& converter, RecordSink& sink) {
    const QStringList unused = converter.unusedColumns();
    if (table.recognised.layout->name.isEmpty() && !unused.isEmpty())
        sink.warn(QStringLiteral("Columns that are not read: %1.")
                      .arg(shownInMessage(unused, mostUnusedShown)));
}

void warnOfCharacters(const RecordReader& reader, const Dialect& dialect, RecordSink& sink) {
    if (reader.firstUndecodableLine() == 0)
        return;
    sink.warn(dialect.charsetIsSet
                  ? QStringLiteral("From line %1 on some characters are not in %2 and were "
                                   "replaced.")
                        .arg(reader.firstUndecodableLine())
                        .arg(QString::fromLatin1(dialect.charset))
                  : QStringLiteral("From line %1 on some cells are not in UTF-8 and were read as "
                                   "Windows-1252.")
                        .arg(reader.firstUndecodableLine()));
}

void giveRow(ConvertedRow row, const RecordReader& reader, const RowConverter& converter,
             GroupSums& sums, RecordSink& sink) {
    if (auto late = sums.take(row)) {
        row.records.clear();
        row.rejected = converter.withRow(std::move(*late), reader);
    }
    for (ImportedRecord& record : row.records)
        sink.take(std::move(record));
    if (row.rejected)
        sink.reject(std::move(*row.rejected));
}

// Without its cells: which of another table's columns must not be kept is not known here.
ConvertedRow ofOtherTable(const TableRows& rows) {
    ConvertedRow row;
    row.rejected.emplace();
    row.rejected->line = rows.row().line();
    row.rejected->byte = rows.row().offset();
    row.rejected->reason = QStringLiteral(
                               "The row belongs to another table, whose header is in "
                               "line %1: expected one table in a file.")
                               .arg(rows.otherHeaderLine());
    return row;
}

void readRows(OpenTable& table, RowConverter& converter, RecordSink& sink,
              const std::stop_token& stop) {
    TableRows rows(table.file, table.dialect, knownHeaders(table.options));
    const RecordReader& reader = rows.row();
    GroupSums sums(*table.recognised.layout, table.options.currency, sink);
    if (converter.readsRejectedRows())
        sums.leaveOutSums();
    ReadingProgress progress{0, table.file.size(), 0};
    const qint64 mostRows = table.options.mostRows;
    while (!stop.stop_requested() && (mostRows < 0 || progress.rowsRead < mostRows) &&
           rows.next()) {
        ConvertedRow row =
            rows.otherHeaderLine() > 0 ? ofOtherTable(rows) : converter.convert(reader);
        if (row.isBlank)
            continue;
        giveRow(std::move(row), reader, converter, sums, sink);
        ++progress.rowsRead;
        progress.bytesDone = reader.bytesDone();
        sink.progress(progress);
    }
    if (!stop.stop_requested())
        sums.finish();
    for (ImportedRecord& record : converter.finish())
        sink.take(std::move(record));
    progress.bytesDone = stop.stop_requested() ? reader.bytesDone() : progress.bytesTotal;
    warnOfCharacters(reader, table.dialect, sink);
    for (const QString& warning : converter.warnings())
        sink.warn(warning);
    for (const QString& sentence : rows.leftOut())
        sink.warn(sentence);
    sink.progress(progress);
}

}  // namespace

std::optional<Input> recogniseTable(const QString& path, const ReadingOptions& options,
                                    QString* whyNot) {
    const auto refuse = [&](const QString& reason) {
        if (whyNot != nullptr)
            *whyNot = reason;
        return std::nullopt;
    };
    OpenTable table(path);
    if (!table.file.open(QIODevice::ReadOnly))
        return refuse(QStringLiteral("cannot be opened: %1").arg(table.file.errorString()));
    if (table.file.size() == 0)
        return refuse(QStringLiteral("is empty"));
    examine(table, options);
    if (!isText(table))
        return refuse(QStringLiteral("not recognised: it is no text"));
    if (table.recognised.layout == nullptr)
        return refuse(table.recognised.whyNot);
    Input input;
    input.path = path;
    input.format = InputFormat::Csv;
    input.templateName = table.recognised.layout->templateName;
    input.preset = table.recognised.layout->name;
    input.bytes = table.file.size();
    input.mapping = table.options.mapping;
    input.source = rejectedCell(table, RejectedColumn::Source);
    input.columns = columnsOf(table);
    input.exportedAt = exportTimeIn(linesAbove(table), options.timeZone);
    if (isRejectedList(input.columns))
        input.columns.remove(0, rejectedColumns().size());
    return input;
}

void readTable(const Input& input, const ReadingOptions& options, RecordSink& sink,
               std::stop_token stop) {
    ReadingOptions known = options;
    known.mapping = input.mapping;
    known.templateName = input.mapping == nullptr ? input.templateName : QString();
    known.preset = input.mapping == nullptr ? input.preset : QString();
    OpenTable table(input.path);
    openForReading(table.file);
    examine(table, known);
    if (table.recognised.layout == nullptr)
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("“%1” is %2.").arg(input.path, table.recognised.whyNot));
    RowConverter converter = converterFor(table);
    learnFromAllRows(table, converter, stop);
    warnOfUnusedColumns(table, converter, sink);
    readRows(table, converter, sink, stop);
}

}  // namespace goodfaith::importers

// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/table_input.h"

#include "importers/csv/group_sums.h"
#include "importers/csv/propose_mapping.h"
#include "importers/csv/recognise_layout.h"
#include "importers/csv/row_converter.h"
#include "importers/csv/table_rows.h"
#include "importers/rejected_columns.h"
#include "models/domain/failure.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace goodfaith::importers {
namespace {

constexpr qint64 headBytes = 1024 * 1024;
constexpr qint64 tailBytes = 16 * 1024;
constexpr int learnedRows = 1000;

// A file with what its beginning says about it.
struct OpenTable {
    QFile file;
    FileHead head;
    Dialect dialect;
    std::vector<SampleRow> rows;  // the header first, where there is one
    Recognised recognised;
    ReadingOptions options;  // with what a mapping says

    explicit OpenTable(const QString& path) : file(path) {}
};

void openForReading(QFile& file) {
    if (!file.open(QIODevice::ReadOnly))
        throw Failure(
            FailureKind::Unreadable,
            QStringLiteral("“%1” cannot be opened: %2.").arg(file.fileName(), file.errorString()));
}

void readHead(OpenTable& table, const ReadingOptions& options) {
    table.options = options;
    const auto isHeader = [&](const QStringList& cells) { return isKnownHeader(cells, options); };
    table.dialect = sniffDialect(table.head, options, isHeader);
    table.rows = sampleRows(table.head, table.dialect, learnedRows);
    table.recognised = recogniseLayout(table.rows, table.dialect.hasHeader, options);
    if (table.recognised.layout != nullptr)
        table.dialect.hasHeader = table.recognised.layout->hasHeader;
}

// For this very header; or, where nothing else is known of the file, for one with its columns.
bool isMadeFor(const SharedMapping& mapping, const OpenTable& table, const ReadingOptions& options,
               bool isRecognised) {
    const auto isFor = [&](const std::vector<SampleRow>& rows) {
        if (rows.empty() || !fits(*mapping, rows))
            return false;
        return !isRecognised ||
               (mapping->layout->hasHeader &&
                headerFingerprint(rows.front().cells) == headerFingerprint(mapping->header));
    };
    if (mapping->charset.isEmpty() && mapping->delimiter.isEmpty())
        return isFor(table.rows);
    const Dialect dialect =
        sniffDialect(table.head, withMapping(options, mapping), [&](const QStringList& cells) {
            return fits(*mapping, {{1, false, cells}});
        });
    return isFor(sampleRows(table.head, dialect, learnedRows));
}

QString rejectedCell(const OpenTable& table, RejectedColumn column) {
    const bool isList = table.rows.size() > 1 && isRejectedList(table.rows.front().cells);
    return isList ? table.rows[1].cells.value(static_cast<qsizetype>(column)) : QString();
}

// A list of rejected rows is read as the file was that they are from.
bool readsAsBefore(OpenTable& table, const ReadingOptions& options) {
    const QString readAs = rejectedCell(table, RejectedColumn::ReadAs);
    if (readAs.isEmpty())
        return false;
    for (const SharedMapping& mapping : options.knownMappings) {
        if (mapping->name == readAs) {
            readHead(table, withMapping(options, mapping));
            return true;
        }
    }
    ReadingOptions before = options;
    if (!presetJson(readAs).isEmpty())
        before.preset = readAs;
    else if (findTemplate(readAs) != nullptr)
        before.templateName = readAs;
    else
        return false;
    readHead(table, before);
    return true;
}

void examine(OpenTable& table, const ReadingOptions& options) {
    table.head.bytes = table.file.read(headBytes);
    if (table.file.error() != QFile::NoError)
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("“%1” cannot be read: %2.")
                          .arg(table.file.fileName(), table.file.errorString()));
    table.head.isWhole = table.file.atEnd();
    if (!table.head.isWhole && table.file.seek((table.file.size() - tailBytes) / 4 * 4))
        table.head.tail = table.file.readAll();
    table.file.seek(0);
    const bool isChosen =
        options.mapping != nullptr || !options.preset.isEmpty() || !options.templateName.isEmpty();
    readHead(table, options.mapping == nullptr ? options : withMapping(options, options.mapping));
    if (isChosen || readsAsBefore(table, options))
        return;
    const bool isRecognised = table.recognised.layout != nullptr;
    for (const SharedMapping& mapping : options.knownMappings) {
        if (isMadeFor(mapping, table, options, isRecognised)) {
            readHead(table, withMapping(options, mapping));
            return;
        }
    }
}

bool isText(const FileHead& head, const Dialect& dialect) {
    if (dialect.charset.startsWith("UTF-16") || dialect.charset.startsWith("UTF-32"))
        return true;
    const auto controls = std::count_if(head.bytes.begin(), head.bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != 0x1F &&
               byte != 0x01 && byte != 0x1A;
    });
    return controls * 50 <= head.bytes.size();
}

qsizetype usualWidth(const std::vector<SampleRow>& rows, bool hasHeader) {
    std::map<qsizetype, int> counts;
    for (size_t i = hasHeader ? 1 : 0; i < rows.size(); ++i)
        ++counts[rows[i].cells.size()];
    const auto most = std::max_element(
        counts.begin(), counts.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    if (most == counts.end())
        return rows.empty() ? 0 : rows.front().cells.size();
    return most->first;
}

QStringList columnsOf(const OpenTable& table) {
    if (table.rows.empty())
        return {};
    const QStringList& first = table.rows.front().cells;
    if (table.dialect.hasHeader || table.recognised.layout == nullptr)
        return first;
    const auto& byWidth = table.recognised.layout->columnsByWidth;
    const auto named = byWidth.find(usualWidth(table.rows, false));
    return named == byWidth.end() ? byWidth.rbegin()->second : named->second;
}

RowConverter converterFor(const OpenTable& table) {
    std::vector<SampleRow> rows = table.rows;
    const bool hasHeader = table.dialect.hasHeader;
    if (hasHeader && !rows.empty())
        rows.erase(rows.begin());
    RowConverter converter(*table.recognised.layout, columnsOf(table),
                           usualWidth(table.rows, hasHeader), table.options);
    converter.learnFrom(rows, table.dialect);
    return converter;
}

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

IsKnownHeader knownHeaders(const ReadingOptions& options) {
    return [&options](const QStringList& cells) { return isKnownHeader(cells, options); };
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

QString asText(char mark) {
    return mark == 0 ? QString() : QString(QLatin1Char(mark));
}

QString asText(RecordEnd end) {
    switch (end) {
        case RecordEnd::Lf:
            return QStringLiteral("LF");
        case RecordEnd::CrLf:
            return QStringLiteral("CRLF");
        case RecordEnd::Cr:
            break;
    }
    return QStringLiteral("CR");
}

QStringList shownColumns(const OpenTable& table) {
    const QStringList columns = columnsOf(table);
    if (table.dialect.hasHeader || table.recognised.layout != nullptr)
        return columns;
    QStringList numbered;
    for (qsizetype i = 0; i < columns.size(); ++i)
        numbered << QStringLiteral("Column %1").arg(i + 1);
    return numbered;
}

// Which field each column is by itself.
std::vector<ColumnChoice> choicesOf(const OpenTable& table, const Layout& layout) {
    std::vector<ColumnChoice> choices;
    for (const QString& column : shownColumns(table)) {
        ColumnChoice choice{column.trimmed(), {}, {}, 0};
        for (const RecordRule& record : layout.records) {
            for (const ColumnRule& rule : record.columns) {
                const bool isOf = std::any_of(
                    rule.sources.begin(), rule.sources.end(), [&](const CellSource& source) {
                        return source.columns.size() == 1 &&
                               normalisedColumn(source.columns.front()) == normalisedColumn(column);
                    });
                if (isOf && !choice.isRead())
                    choice = {choice.column, QString::fromLatin1(record.table->name), rule.column,
                              1};
            }
        }
        choices.push_back(choice);
    }
    return choices;
}

void propose(const OpenTable& table, Preview& preview) {
    std::vector<SampleRow> rows = table.rows;
    if (table.dialect.hasHeader && !rows.empty())
        rows.erase(rows.begin());
    const Proposal proposal = proposeMapping(shownColumns(table), rows, table.options.templateName);
    preview.isProposed = true;
    preview.proposedTemplate = proposal.templateName;
    preview.choices = proposal.choices;
    for (const ColumnChoice& choice : proposal.choices) {
        if (choice.isRead())
            preview.mapping.emplace_back(choice.column, choice.field);
    }
    MappingDraft draft;
    draft.name = QFileInfo(table.file).completeBaseName();
    draft.hasHeader = table.dialect.hasHeader;
    draft.choices = proposal.choices;
    DraftedMapping drafted = draftedMapping(draft);
    preview.proposedMapping = std::move(drafted.json);
    preview.missing = std::move(drafted.missing);
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
    if (!isText(table.head, table.dialect))
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

Preview previewTable(const QString& path, const ReadingOptions& options, qint64 rows) {
    OpenTable table(path);
    openForReading(table.file);
    examine(table, options);
    Preview preview;
    preview.charset = QString::fromLatin1(table.dialect.charset);
    preview.delimiter = QString::fromStdString(table.dialect.delimiter);
    preview.quote = asText(table.dialect.quote);
    preview.escape = asText(table.dialect.escape);
    preview.recordEnd = asText(table.dialect.recordEnd);
    preview.preambleLines = table.dialect.preambleLines;
    if (const Layout* layout = table.recognised.layout) {
        preview.templateName = layout->templateName;
        preview.preset = layout->name;
        preview.mapping = converterFor(table).mapping();
        preview.choices = choicesOf(table, *layout);
        preview.usedMapping = table.options.mapping;
        preview.layoutJson =
            preview.usedMapping != nullptr ? preview.usedMapping->json : presetJson(layout->name);
    } else {
        propose(table, preview);
    }
    TableRows found(table.file, table.dialect, knownHeaders(table.options));
    preview.header = found.header();
    while ((rows < 0 || static_cast<qint64>(preview.rows.size()) < rows) && found.next())
        preview.rows.push_back(found.row().texts());
    return preview;
}

}  // namespace goodfaith::importers

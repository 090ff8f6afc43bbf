// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/open_table.h"

#include "models/domain/failure.h"

#include <algorithm>
#include <map>

namespace goodfaith::importers {
namespace {

constexpr qint64 headBytes = 1024 * 1024;
constexpr qint64 tailBytes = 16 * 1024;
constexpr int learnedRows = 1000;

void readHead(OpenTable& table, const ReadingOptions& options) {
    table.options = options;
    const auto isHeader = [&](const QStringList& cells) { return isKnownHeader(cells, options); };
    table.dialect = sniffDialect(table.head, options, isHeader);
    table.rows = sampleRows(table.head, table.dialect, learnedRows);
    table.recognised = recogniseLayout(table.rows, table.dialect.hasHeader, options);
    if (table.recognised.layout != nullptr && options.writing.header.isEmpty())
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
    if (mapping->writing == TableWriting())
        return isFor(table.rows);
    const Dialect dialect =
        sniffDialect(table.head, withMapping(options, mapping), [&](const QStringList& cells) {
            return fits(*mapping, {{1, false, cells}});
        });
    return isFor(sampleRows(table.head, dialect, learnedRows));
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

}  // namespace

void openForReading(QFile& file) {
    if (!file.open(QIODevice::ReadOnly))
        throw Failure(
            FailureKind::Unreadable,
            QStringLiteral("“%1” cannot be opened: %2.").arg(file.fileName(), file.errorString()));
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

bool isText(const OpenTable& table) {
    const FileHead& head = table.head;
    const Dialect& dialect = table.dialect;
    if (dialect.charset.startsWith("UTF-16") || dialect.charset.startsWith("UTF-32"))
        return true;
    const auto controls = std::count_if(head.bytes.begin(), head.bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != 0x1F &&
               byte != 0x01 && byte != 0x1A;
    });
    return controls * 50 <= head.bytes.size();
}

QStringList columnsOf(const OpenTable& table) {
    if (table.rows.empty())
        return {};
    const QStringList& first = table.rows.front().cells;
    if (table.recognised.layout == nullptr || table.recognised.layout->hasHeader)
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

QStringList linesAbove(const OpenTable& table) {
    QStringList lines;
    const Dialect plain = asLines(table.dialect.charset);
    for (const SampleRow& row : sampleRows(table.head, plain, table.dialect.preambleLines)) {
        if (row.line <= table.dialect.preambleLines)
            lines << row.cells.front();
    }
    return lines;
}

QString rejectedCell(const OpenTable& table, RejectedColumn column) {
    const bool isList = table.rows.size() > 1 && isRejectedList(table.rows.front().cells);
    return isList ? table.rows[1].cells.value(static_cast<qsizetype>(column)) : QString();
}

IsKnownHeader knownHeaders(const ReadingOptions& options) {
    return [&options](const QStringList& cells) { return isKnownHeader(cells, options); };
}

}  // namespace goodfaith::importers

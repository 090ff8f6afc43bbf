// SPDX-License-Identifier: GPL-3.0-or-later
// How a table would be read, before anything is.
#include "importers/csv/open_table.h"
#include "importers/csv/propose_mapping.h"
#include "importers/csv/table_input.h"

#include <QFileInfo>

#include <algorithm>

namespace goodfaith::importers {
namespace {

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

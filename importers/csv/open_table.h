// SPDX-License-Identifier: GPL-3.0-or-later
// A table that is open, with what its beginning says: how it is written, by what layout it is read,
// and what its columns are.
#pragma once

#include "importers/csv/recognise_layout.h"
#include "importers/csv/row_converter.h"
#include "importers/csv/table_rows.h"
#include "importers/input.h"
#include "importers/rejected_columns.h"

#include <QFile>

namespace goodfaith::importers {

struct OpenTable {
    QFile file;
    FileHead head;
    Dialect dialect;
    std::vector<SampleRow> rows;  // the header first, where there is one
    Recognised recognised;
    ReadingOptions options;  // with what a mapping says

    // Neither opens nor reads.
    explicit OpenTable(const QString& path) : file(path) {}
};

// Failure (Unreadable) that names the file where it cannot be opened.
void openForReading(QFile& file);
// Reads the beginning, and the end of a long file, and recognises what it is. The file stands at
// its beginning afterwards. Failure (Unreadable) where the device fails.
void examine(OpenTable& table, const ReadingOptions& options);

// Whether it may be a table at all: few control characters.
bool isText(const OpenTable& table);
// The header as it is in the file; where there is none, what the layout calls its columns, or the
// first row.
QStringList columnsOf(const OpenTable& table);
// Titles and notes before the header or the first row.
QStringList linesAbove(const OpenTable& table);
// Of a list of rejected rows: what its first row says in that column; "" of any other table.
QString rejectedCell(const OpenTable& table, RejectedColumn column);
IsKnownHeader knownHeaders(const ReadingOptions& options);
// Needs a layout. It has learned from the first rows.
RowConverter converterFor(const OpenTable& table);

}  // namespace goodfaith::importers

// SPDX-License-Identifier: GPL-3.0-or-later
// Works out a file's dialect from its beginning and end, step by step: charset, quote, escape and
// delimiter (which pieces fall into the most even rows), record end, preamble, comments, footer,
// header. What the options set is taken as it is. Throws Failure (WrongUse) for an option that
// means nothing.
#pragma once

#include "importers/csv/dialect.h"
#include "importers/input.h"

#include <functional>

namespace goodfaith::importers {

// The beginning of a file, as read from it.
struct FileHead {
    QByteArray bytes;
    bool isWhole = false;
    QByteArray tail;  // the end of a file that is longer; begins at a multiple of four bytes
};

struct SampleRow {
    qint64 line = 0;
    bool damaged = false;
    QStringList cells;
};

// Whether a row's cells are the header of a file that we know by its columns.
using IsKnownHeader = std::function<bool(const QStringList& cells)>;

// The first rows as a dialect reads them, preamble and header included as the dialect says.
std::vector<SampleRow> sampleRows(const FileHead& head, const Dialect& dialect, int limit);

Dialect sniffDialect(const FileHead& head, const ReadingOptions& options,
                     const IsKnownHeader& isKnownHeader);

// Numbers, dates, times, truth values: what a header's cells never are.
bool looksLikeData(QStringView cell);

}  // namespace goodfaith::importers

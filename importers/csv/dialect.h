// SPDX-License-Identifier: GPL-3.0-or-later
// How a delimited text file is written. Quote and escape are single ASCII characters; the text is
// in `charset`.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <string>

namespace goodfaith::importers {

enum class RecordEnd { Lf, CrLf, Cr };

struct Dialect {
    QByteArray charset = QByteArrayLiteral("UTF-8");
    bool charsetIsSet = false;    // by the user: then nothing else is tried on broken characters
    std::string delimiter = ",";  // one character or more, as UTF-8
    char quote = '"';             // 0: quotes are plain characters
    // The quote (doubled), a backslash, or 0. A backslash without quotes is how databases write: it
    // also stands before a line end within a cell, and \n, \r and \t are what they are elsewhere.
    char escape = '"';
    bool blanksBeforeQuotes = false;  // blanks may stand before an opening quote and mean nothing
    // What most records end with, for display: the reader takes each of the three for an end.
    RecordEnd recordEnd = RecordEnd::Lf;
    bool quoteIsSet = false;     // by the user
    bool preambleIsSet = false;  // likewise
    int preambleLines = 0;       // physical lines before the header or the first row
    bool hasHeader = true;
    qsizetype columns = 0;  // of most rows; 0 where not known
    // Lines that begin with it are no rows, unless they have as many cells as rows have; 0: none.
    char comment = 0;
    qint64 footerBytes = 0;  // at the end of the file, that are no rows
    QStringList footer;      // their lines
};

constexpr bool isLineEnd(char c) {
    return c == '\n' || c == '\r';
}

// Each line as one cell: no text has such a delimiter.
inline Dialect asLines(const QByteArray& charset) {
    Dialect lines;
    lines.charset = charset;
    lines.delimiter = "\xFF\xFF\xFF\xFF";
    lines.quote = 0;
    lines.escape = 0;
    return lines;
}

}  // namespace goodfaith::importers

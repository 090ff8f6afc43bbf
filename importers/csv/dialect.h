// SPDX-License-Identifier: GPL-3.0-or-later
// How a delimited text file is written. All marks are single ASCII characters; the text between
// them is in `charset`.
#pragma once

#include <QByteArray>

namespace goodfaith::importers {

enum class RecordEnd { Lf, CrLf, Cr };

struct Dialect {
    QByteArray charset = QByteArrayLiteral("UTF-8");
    bool charsetIsSet = false;  // by the user: then nothing else is tried on broken characters
    char delimiter = ',';
    char quote = '"';   // 0: quotes are plain characters
    char escape = '"';  // the quote (doubled) or a backslash; 0 without quotes
    // What most records end with, for display: the reader takes each of the three for an end.
    RecordEnd recordEnd = RecordEnd::Lf;
    int preambleLines = 0;  // physical lines before the header or the first row
    bool hasHeader = true;
};

}  // namespace goodfaith::importers

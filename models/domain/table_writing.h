// SPDX-License-Identifier: GPL-3.0-or-later
// How a table of text is written, as far as somebody says so. What is "" is found out from the
// file; what is set is never guessed over. One table of names serves the command line, mappings
// and what is remembered of an import.
#pragma once

#include <QString>

#include <array>

namespace goodfaith {

struct TableWriting {
    QString charset;      // "UTF-8", "Windows-1252"
    QString delimiter;    // a character or a few, or "tab"
    QString quote;        // one character, or "none"
    QString skipLines;    // how many stand above the header or the first row
    QString header;       // "yes" or "no"
    QString dateOrder;    // "dmy", "mdy", "ymd"
    QString decimalMark;  // "." or ","

    friend bool operator==(const TableWriting&, const TableWriting&) = default;
};

struct WritingMember {
    const char* name;  // "skip_lines"; on the command line "--skip-lines"
    QString TableWriting::*member;
    const char* description;
};
inline constexpr auto writingMembers = std::to_array<WritingMember>({
    {"charset", &TableWriting::charset, "Such as UTF-8 or Windows-1252"},
    {"delimiter", &TableWriting::delimiter, "One character, or \"tab\""},
    {"quote", &TableWriting::quote, "The character around cells, or \"none\""},
    {"skip_lines", &TableWriting::skipLines, "How many lines stand above the table"},
    {"header", &TableWriting::header, "Whether the first row names the columns: yes or no"},
    {"date_order", &TableWriting::dateOrder, "How dates such as 03/04/2024 are meant"},
    {"decimal_mark", &TableWriting::decimalMark, "What stands before cents: . or ,"},
});

// What was expected of a member that says otherwise: "dmy, mdy or ymd"; "" where it may say so.
QString expectedOf(const WritingMember& member, const QString& value);
// What is "" in one is as the other says.
TableWriting filled(TableWriting writing, const TableWriting& other);

}  // namespace goodfaith

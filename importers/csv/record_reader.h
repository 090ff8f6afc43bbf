// SPDX-License-Identifier: GPL-3.0-or-later
// Delimited text, one record at a time, in constant memory. Blank lines and comments are skipped. A
// quote that is not closed damages its own line only: reading goes on with the line after it, and
// the record says where the quote opened.
#pragma once

#include "importers/csv/dialect.h"
#include "importers/csv/text_source.h"

#include <QStringList>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goodfaith::importers {

enum class Damage { None, OpenQuote, TooLong };

struct ReaderLimits {
    qint64 chunkBytes = 256 * 1024;
    qint64 recordBytes = 4 * 1024 * 1024;  // of one record; what is longer is damage
    qint64 quotedLines = 10'000;           // in one record; more is an unclosed quote
};

class RecordReader {
public:
    RecordReader(QIODevice& device, const Dialect& dialect, const ReaderLimits& limits = {});

    // The next record; false at the end. What the accessors below say holds until the next call.
    bool next();

    qint64 line() const { return line_; }  // of its beginning, from 1
    qint64 offset() const;                 // of its beginning, in bytes of the device, from 0
    bool followsBlankLine() const { return followsBlankLine_; }
    // OpenQuote: the cells are those of the one line in which the quote opened, quotes unread.
    Damage damage() const { return damage_; }
    qint64 quoteLine() const { return quoteLine_; }  // with OpenQuote
    // Quotes within quoted cells that were neither doubled nor escaped, taken as characters.
    int strayQuotes() const { return strayQuotes_; }
    qsizetype quotedCells() const;
    bool isAtEnd() const { return atEnd_ && end_ == buffer_.size(); }  // nothing follows

    qsizetype size() const { return static_cast<qsizetype>(cells_.size()); }
    // As read, unquoted, not trimmed; "" beyond the last cell.
    QString text(qsizetype index) const;
    bool isEmpty(qsizetype index) const;  // nothing but blanks
    QStringList texts() const;

    // The line of the first cell that was no UTF-8 and was read as Windows-1252 (or, where the
    // charset is set, got replacement characters); 0 while there is none.
    qint64 firstUndecodableLine() const { return firstUndecodableLine_; }
    qint64 bytesDone() const;
    qint64 commentLines() const { return commentLines_; }  // so far
    qint64 firstCommentLine() const { return firstCommentLine_; }

private:
    struct Cell {
        size_t begin = 0;
        size_t end = 0;
        bool quoted = false;
        bool escaped = false;  // has doubled or escaped characters
    };
    enum class Scan { Done, NeedMore, Damaged };

    Dialect dialect_;
    char delimiter_;  // its first byte
    size_t delimiterSize_;
    ReaderLimits limits_;
    TextSource source_;
    std::array<bool, 256> endsPlain_{};
    std::array<bool, 256> stopsQuoted_{};

    std::string buffer_;
    size_t begin_ = 0;          // of the record in the buffer
    size_t end_ = 0;            // behind the record and its line end
    mutable size_t known_ = 0;  // a place in the buffer whose offset is known
    mutable qint64 knownOffset_ = 0;
    bool atEnd_ = false;
    bool skipsLine_ = false;

    std::vector<Cell> cells_;
    qint64 line_ = 0;
    qint64 nextLine_ = 1;
    bool followsBlankLine_ = false;
    qint64 commentLines_ = 0;
    qint64 firstCommentLine_ = 0;
    qint64 linesInRecord_ = 0;
    Damage damage_ = Damage::None;
    qint64 quoteLine_ = 0;
    size_t quotePosition_ = 0;
    size_t damagePosition_ = 0;
    int strayQuotes_ = 0;
    int straysInCell_ = 0;
    mutable qint64 firstUndecodableLine_ = 0;

    bool fill();
    bool skipToRecord();
    bool skipBlankLines();
    bool skipComment();
    size_t findLineEnd();
    bool skipRestOfLine();
    bool skipPreamble();
    Scan scanRecord();
    Scan scanPlain(size_t& position);
    Scan scanQuoted(size_t& position);
    Scan skipEscaped(size_t& position);
    Scan scanQuoteRun(size_t& position, Cell& cell, qint64 linesBefore, bool& closed);
    Scan close(size_t& position, size_t after, Cell& cell, bool& closed);
    Scan finishRecord(size_t position);
    Scan damaged(Damage damage, size_t position);
    void keepDamagedLine();
    void splitLiterally(size_t from, size_t to);
    bool isDelimiter(size_t position) const;
    bool isDelimiterOrEnd(size_t position) const;
    bool isCutOff(size_t position) const;
    std::optional<size_t> openingQuote(size_t position) const;
    bool beginsCell(size_t position) const;
    bool isBeyondLimits(size_t position) const;
    std::optional<size_t> afterLineEnd(size_t position) const;
    std::string unescaped(const Cell& cell) const;
    std::optional<char> unescaped(char c) const;
    QString decoded(std::string_view bytes) const;
};

}  // namespace goodfaith::importers

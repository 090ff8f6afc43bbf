// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/record_reader.h"

#include <algorithm>

namespace goodfaith::importers {
namespace {

constexpr size_t shownOfLongRecord = 1024;

size_t byteIndex(char c) {
    return static_cast<unsigned char>(c);
}

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

}  // namespace

RecordReader::RecordReader(QIODevice& device, const Dialect& dialect, const ReaderLimits& limits)
    : dialect_(dialect),
      delimiter_(dialect.delimiter.front()),
      delimiterSize_(dialect.delimiter.size()),
      limits_(limits),
      source_(device, dialect.charset, dialect.footerBytes) {
    knownOffset_ = source_.markBytes();
    for (const char c : {delimiter_, '\n', '\r'})
        endsPlain_[byteIndex(c)] = true;
    for (const char c : {dialect.quote, '\n', '\r'})
        stopsQuoted_[byteIndex(c)] = true;
    if (dialect.escape == '\\') {
        endsPlain_[byteIndex('\\')] = true;
        stopsQuoted_[byteIndex('\\')] = true;
    }
}

bool RecordReader::next() {
    begin_ = end_;
    const bool more = (!skipsLine_ || skipRestOfLine()) && skipPreamble() && skipToRecord();
    if (!more) {
        end_ = begin_;
        return false;
    }
    while (true) {
        const Scan scan = scanRecord();
        if (scan == Scan::NeedMore) {
            fill();
            continue;
        }
        if (scan == Scan::Damaged)
            keepDamagedLine();
        return true;
    }
}

// Reads on; at least doubles what is there, so that scanning a long record again after each read
// stays linear in all.
bool RecordReader::fill() {
    offset();
    buffer_.erase(0, begin_);
    begin_ = 0;
    known_ = 0;
    const size_t before = buffer_.size();
    const qint64 wanted = std::max(limits_.chunkBytes, static_cast<qint64>(before));
    while (buffer_.size() == before && !atEnd_)
        atEnd_ = !source_.appendTo(buffer_, wanted);
    return buffer_.size() > before;
}

qint64 RecordReader::offset() const {
    knownOffset_ += source_.sizeInDevice(std::string_view(buffer_).substr(known_, begin_ - known_));
    known_ = begin_;
    return knownOffset_;
}

// Behind the end of the line that ends at `position`; nothing when more bytes must be read to see
// whether a line feed follows a carriage return.
std::optional<size_t> RecordReader::afterLineEnd(size_t position) const {
    if (buffer_[position] == '\n')
        return position + 1;
    if (position + 1 == buffer_.size())
        return atEnd_ ? std::optional(position + 1) : std::nullopt;
    return position + (buffer_[position + 1] == '\n' ? 2 : 1);
}

RecordReader::Scan RecordReader::scanRecord() {
    cells_.clear();
    line_ = nextLine_;
    linesInRecord_ = 1;
    damage_ = Damage::None;
    strayQuotes_ = 0;
    size_t position = begin_;
    while (true) {
        if (isCutOff(position))
            return Scan::NeedMore;
        const auto quote = openingQuote(position);
        position = quote.value_or(position);
        const Scan scan = quote ? scanQuoted(position) : scanPlain(position);
        if (scan != Scan::Done)
            return scan;
        if (!isDelimiter(position))
            return finishRecord(position);
        position += dialect_.delimiter.size();
    }
}

// Of the cell that begins here, if it is quoted.
std::optional<size_t> RecordReader::openingQuote(size_t position) const {
    if (dialect_.quote == 0)
        return std::nullopt;
    if (!dialect_.blanksBeforeQuotes)
        return position < buffer_.size() && buffer_[position] == dialect_.quote
                   ? std::optional(position)
                   : std::nullopt;
    while (dialect_.blanksBeforeQuotes && position < buffer_.size() && isSpace(buffer_[position]) &&
           !isDelimiter(position))
        ++position;
    const bool quoted = position < buffer_.size() && buffer_[position] == dialect_.quote;
    return quoted ? std::optional(position) : std::nullopt;
}

// Whether it must be read on to see what stands here: a delimiter, a quote after blanks.
bool RecordReader::isCutOff(size_t position) const {
    const size_t needed = dialect_.delimiter.size();
    if (atEnd_ || (position + needed <= buffer_.size() && !dialect_.blanksBeforeQuotes))
        return false;
    size_t after = position;
    while (dialect_.blanksBeforeQuotes && after < buffer_.size() && isSpace(buffer_[after]))
        ++after;
    return after + needed > buffer_.size();
}

RecordReader::Scan RecordReader::finishRecord(size_t position) {
    if (position == buffer_.size()) {
        end_ = position;
    } else if (const auto after = afterLineEnd(position)) {
        end_ = *after;
        nextLine_ = line_ + linesInRecord_;
    } else {
        return Scan::NeedMore;
    }
    return Scan::Done;
}

RecordReader::Scan RecordReader::scanPlain(size_t& position) {
    Cell cell{position, position, false, false};
    const size_t size = buffer_.size();
    while (true) {
        while (position < size && !endsPlain_[byteIndex(buffer_[position])])
            ++position;
        if (isBeyondLimits(position))
            return damaged(Damage::TooLong, position);
        if (position >= size || isLineEnd(buffer_[position]))
            break;
        if (delimiterSize_ == 1 && buffer_[position] == delimiter_)
            break;
        if (isCutOff(position))
            return Scan::NeedMore;
        if (isDelimiter(position))
            break;
        if (buffer_[position] != dialect_.escape) {
            ++position;  // a delimiter's first character that is none
            continue;
        }
        cell.escaped = true;
        if (skipEscaped(position) == Scan::NeedMore)
            return Scan::NeedMore;
    }
    if (position >= size && !atEnd_)
        return Scan::NeedMore;
    position = std::min(position, size);
    cell.end = position;
    cells_.push_back(cell);
    return Scan::Done;
}

// From a backslash to behind what it escapes; the line end itself only where there are no quotes.
RecordReader::Scan RecordReader::skipEscaped(size_t& position) {
    if (position + 1 >= buffer_.size() || !isLineEnd(buffer_[position + 1])) {
        position += 2;
        return Scan::Done;
    }
    ++position;
    if (dialect_.quote != 0)
        return Scan::Done;
    const auto after = afterLineEnd(position);
    if (!after)
        return Scan::NeedMore;
    position = *after;
    ++linesInRecord_;
    return Scan::Done;
}

// From the opening quote to behind the closing one and any blanks after it.
RecordReader::Scan RecordReader::scanQuoted(size_t& position) {
    Cell cell{position + 1, position + 1, true, false};
    const qint64 linesBefore = linesInRecord_;
    quoteLine_ = line_ + linesInRecord_ - 1;
    quotePosition_ = position;
    straysInCell_ = 0;
    ++position;
    const size_t size = buffer_.size();
    while (true) {
        while (position < size && !stopsQuoted_[byteIndex(buffer_[position])])
            ++position;
        if (isBeyondLimits(position))
            return damaged(linesInRecord_ > linesBefore ? Damage::OpenQuote : Damage::TooLong,
                           position);
        if (position >= size)
            return atEnd_ ? damaged(Damage::OpenQuote, position) : Scan::NeedMore;
        const char c = buffer_[position];
        if (isLineEnd(c)) {
            const auto after = afterLineEnd(position);
            if (!after)
                return Scan::NeedMore;
            position = *after;
            ++linesInRecord_;
        } else if (c == '\\' && dialect_.escape == '\\') {
            cell.escaped = true;
            // A line end behind it is still counted as one.
            position += position + 1 < size && isLineEnd(buffer_[position + 1]) ? 1 : 2;
        } else {
            bool closed = false;
            const Scan scan = scanQuoteRun(position, cell, linesBefore, closed);
            if (scan != Scan::Done || closed)
                return scan;
        }
    }
}

// A run of quotes in a quoted cell: pairs are characters, an odd one closes the cell where a
// delimiter or the line's end follows. Otherwise it is stray; and where it looks like the opening
// quote of another cell on a later line, ours was never closed. (A well-formed file has no stray
// quotes, so nothing well-formed is ever taken for damage; and whatever could open a cell is seen
// from within an unclosed one, so that resuming at the next line stays linear in all.)
RecordReader::Scan RecordReader::scanQuoteRun(size_t& position, Cell& cell, qint64 linesBefore,
                                              bool& closed) {
    const size_t from = position;
    while (position < buffer_.size() && buffer_[position] == dialect_.quote)
        ++position;
    if (position == buffer_.size() && !atEnd_)
        return Scan::NeedMore;
    const size_t count = position - from;
    cell.escaped = cell.escaped || count > 1;
    size_t after = position;
    while (after < buffer_.size() && !isDelimiter(after) && isSpace(buffer_[after]))
        ++after;
    if (isCutOff(after))
        return Scan::NeedMore;
    if (count % 2 == 0) {
        // "the "so-called"": the second of a stray pair, and the one that closes.
        return straysInCell_ % 2 == 1 && isDelimiterOrEnd(position)
                   ? close(position, position, cell, closed)
                   : Scan::Done;
    }
    if (isDelimiterOrEnd(after))
        return close(position, after, cell, closed);
    if (linesInRecord_ > linesBefore && beginsCell(from))
        return damaged(Damage::OpenQuote, position);
    ++strayQuotes_;
    ++straysInCell_;
    cell.escaped = true;
    return Scan::Done;
}

RecordReader::Scan RecordReader::close(size_t& position, size_t after, Cell& cell, bool& closed) {
    cell.end = position - 1;
    cells_.push_back(cell);
    position = after;
    closed = true;
    return Scan::Done;
}

RecordReader::Scan RecordReader::damaged(Damage damage, size_t position) {
    damage_ = damage;
    damagePosition_ = std::min(position, buffer_.size());
    return Scan::Damaged;
}

bool RecordReader::isDelimiter(size_t position) const {
    return position < buffer_.size() && buffer_[position] == delimiter_ &&
           (delimiterSize_ == 1 ||
            buffer_.compare(position, delimiterSize_, dialect_.delimiter) == 0);
}

bool RecordReader::isDelimiterOrEnd(size_t position) const {
    return position == buffer_.size() || isDelimiter(position) || isLineEnd(buffer_[position]);
}

bool RecordReader::beginsCell(size_t position) const {
    size_t before = position;
    while (dialect_.blanksBeforeQuotes && before > begin_ && isSpace(buffer_[before - 1]))
        --before;
    const size_t size = dialect_.delimiter.size();
    return before > begin_ &&
           (isLineEnd(buffer_[before - 1]) || (before >= size && isDelimiter(before - size)));
}

bool RecordReader::isBeyondLimits(size_t position) const {
    return position - begin_ > static_cast<size_t>(limits_.recordBytes) ||
           linesInRecord_ > limits_.quotedLines;
}

// The record becomes what there is of it up to the end of the line in which the quote opened.
void RecordReader::keepDamagedLine() {
    if (damage_ == Damage::TooLong) {
        cells_.clear();
        splitLiterally(begin_, std::min(damagePosition_, begin_ + shownOfLongRecord));
        end_ = damagePosition_;
        nextLine_ = line_ + linesInRecord_ - 1;
        skipsLine_ = true;
        return;
    }
    const size_t lineEnd = std::min(buffer_.find_first_of("\r\n", quotePosition_), buffer_.size());
    splitLiterally(quotePosition_, lineEnd);
    nextLine_ = quoteLine_;
    end_ = lineEnd;
    if (lineEnd < buffer_.size()) {
        end_ = afterLineEnd(lineEnd).value_or(lineEnd + 1);
        ++nextLine_;
    }
}

void RecordReader::splitLiterally(size_t from, size_t to) {
    while (true) {
        const size_t found = buffer_.find(dialect_.delimiter, from);
        const bool isLast = found >= to || found + dialect_.delimiter.size() > to;
        cells_.push_back({from, isLast ? to : found, false, false});
        if (isLast)
            return;
        from = found + dialect_.delimiter.size();
    }
}

qint64 RecordReader::bytesDone() const {
    return std::max<qint64>(0, source_.bytesRead() - static_cast<qint64>(buffer_.size() - end_));
}

}  // namespace goodfaith::importers

// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/record_reader.h"

#include <algorithm>

namespace goodfaith::importers {
namespace {

constexpr size_t shownOfLongRecord = 1024;

size_t byteIndex(char c) {
    return static_cast<unsigned char>(c);
}

bool isLineEnd(char c) {
    return c == '\n' || c == '\r';
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\0' || isLineEnd(c);
}

bool isAscii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return byteIndex(c) < 0x80; });
}

}  // namespace

RecordReader::RecordReader(QIODevice& device, const Dialect& dialect, const ReaderLimits& limits)
    : dialect_(dialect), limits_(limits), source_(device, dialect.charset) {
    for (const char c : {dialect.delimiter, '\n', '\r'})
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
    const bool more = (!skipsLine_ || skipRestOfLine()) && skipPreamble() && skipBlankLines();
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
    buffer_.erase(0, begin_);
    bufferOffset_ += static_cast<qint64>(begin_);
    begin_ = 0;
    const size_t before = buffer_.size();
    const qint64 wanted = std::max(limits_.chunkBytes, static_cast<qint64>(before));
    while (buffer_.size() == before && !atEnd_)
        atEnd_ = !source_.appendTo(buffer_, wanted);
    return buffer_.size() > before;
}

bool RecordReader::skipPreamble() {
    while (nextLine_ <= dialect_.preambleLines) {
        if (!skipRestOfLine())
            return false;
    }
    return true;
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

bool RecordReader::skipRestOfLine() {
    while (true) {
        const size_t found = buffer_.find_first_of("\r\n", begin_);
        const auto after = found == std::string::npos ? std::nullopt : afterLineEnd(found);
        if (after) {
            begin_ = *after;
            ++nextLine_;
            skipsLine_ = false;
            return true;
        }
        begin_ = std::min(found, buffer_.size());
        if (!fill() && atEnd_ && begin_ == buffer_.size())
            return false;
    }
}

bool RecordReader::skipBlankLines() {
    while (true) {
        if (begin_ == buffer_.size()) {
            if (atEnd_ || !fill())
                return false;
        }
        if (!isLineEnd(buffer_[begin_]))
            return true;
        if (const auto after = afterLineEnd(begin_)) {
            begin_ = *after;
            ++nextLine_;
        } else {
            fill();
        }
    }
}

RecordReader::Scan RecordReader::scanRecord() {
    cells_.clear();
    line_ = nextLine_;
    offset_ = bufferOffset_ + static_cast<qint64>(begin_);
    linesInRecord_ = 1;
    damage_ = Damage::None;
    strayQuotes_ = 0;
    size_t position = begin_;
    while (true) {
        const bool quoted =
            dialect_.quote != 0 && position < buffer_.size() && buffer_[position] == dialect_.quote;
        const Scan scan = quoted ? scanQuoted(position) : scanPlain(position);
        if (scan != Scan::Done)
            return scan;
        if (position == buffer_.size() || buffer_[position] != dialect_.delimiter)
            return finishRecord(position);
        ++position;
    }
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
        if (position >= size || buffer_[position] != '\\' || dialect_.delimiter == '\\')
            break;
        cell.escaped = true;
        position += position + 1 < size && !isLineEnd(buffer_[position + 1]) ? 2 : 1;
    }
    if (isBeyondLimits(position))
        return damaged(Damage::TooLong, position);
    if (position == size && !atEnd_)
        return Scan::NeedMore;
    cell.end = position;
    cells_.push_back(cell);
    return Scan::Done;
}

// From the opening quote to behind the closing one and any blanks after it.
RecordReader::Scan RecordReader::scanQuoted(size_t& position) {
    Cell cell{position + 1, position + 1, true, false};
    const qint64 linesBefore = linesInRecord_;
    quoteLine_ = line_ + linesInRecord_ - 1;
    quotePosition_ = position;
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
    if (count % 2 == 0)
        return Scan::Done;
    size_t after = position;
    while (after < buffer_.size() && buffer_[after] != dialect_.delimiter &&
           (buffer_[after] == ' ' || buffer_[after] == '\t'))
        ++after;
    if (after == buffer_.size() && !atEnd_)
        return Scan::NeedMore;
    if (isDelimiterOrEnd(after)) {
        cell.end = position - 1;
        cells_.push_back(cell);
        position = after;
        closed = true;
        return Scan::Done;
    }
    if (linesInRecord_ > linesBefore && beginsCell(from))
        return damaged(Damage::OpenQuote, position);
    ++strayQuotes_;
    cell.escaped = true;
    return Scan::Done;
}

RecordReader::Scan RecordReader::damaged(Damage damage, size_t position) {
    damage_ = damage;
    damagePosition_ = std::min(position, buffer_.size());
    return Scan::Damaged;
}

bool RecordReader::isDelimiterOrEnd(size_t position) const {
    return position == buffer_.size() || buffer_[position] == dialect_.delimiter ||
           isLineEnd(buffer_[position]);
}

bool RecordReader::beginsCell(size_t position) const {
    return position > 0 &&
           (buffer_[position - 1] == dialect_.delimiter || isLineEnd(buffer_[position - 1]));
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
        const size_t found = std::min(buffer_.find(dialect_.delimiter, from), to);
        cells_.push_back({from, found, false, false});
        if (found == to)
            return;
        from = found + 1;
    }
}

bool RecordReader::hasQuotedCells() const {
    return std::any_of(cells_.begin(), cells_.end(), [](const Cell& cell) { return cell.quoted; });
}

bool RecordReader::isEmpty(qsizetype index) const {
    if (index >= size())
        return true;
    const Cell& cell = cells_[static_cast<size_t>(index)];
    return std::all_of(buffer_.begin() + static_cast<std::ptrdiff_t>(cell.begin),
                       buffer_.begin() + static_cast<std::ptrdiff_t>(cell.end), isBlank);
}

QString RecordReader::text(qsizetype index) const {
    if (index >= size())
        return {};
    const Cell& cell = cells_[static_cast<size_t>(index)];
    if (cell.escaped)
        return decoded(unescaped(cell));
    return decoded(std::string_view(buffer_).substr(cell.begin, cell.end - cell.begin));
}

QStringList RecordReader::texts() const {
    QStringList texts;
    texts.reserve(size());
    for (qsizetype index = 0; index < size(); ++index)
        texts.append(text(index));
    return texts;
}

// Behind a backslash the marks of the dialect are characters; before anything else it is one
// itself.
std::string RecordReader::unescaped(const Cell& cell) const {
    std::string plain;
    plain.reserve(cell.end - cell.begin);
    for (size_t i = cell.begin; i < cell.end; ++i) {
        const char c = buffer_[i];
        const bool more = i + 1 < cell.end;
        if (cell.quoted && c == dialect_.quote && more && buffer_[i + 1] == dialect_.quote) {
            ++i;
        } else if (c == '\\' && dialect_.escape == '\\' && more) {
            const char escaped = buffer_[i + 1];
            if (escaped == dialect_.quote || escaped == dialect_.delimiter || escaped == '\\' ||
                isLineEnd(escaped)) {
                plain += escaped;
                ++i;
                continue;
            }
        }
        plain += c;
    }
    return plain;
}

QString RecordReader::decoded(std::string_view bytes) const {
    const auto size = static_cast<qsizetype>(bytes.size());
    if (isAscii(bytes))
        return QString::fromLatin1(bytes.data(), size);
    if (QUtf8StringView(bytes.data(), size).isValidUtf8())
        return QString::fromUtf8(bytes.data(), size);
    if (firstUndecodableLine_ == 0)
        firstUndecodableLine_ = line_;
    if (dialect_.charsetIsSet)
        return QString::fromUtf8(bytes.data(), size);
    QStringDecoder western("windows-1252");
    return western.decode(QByteArrayView(bytes.data(), size));
}

qint64 RecordReader::bytesDone() const {
    return std::max<qint64>(0, source_.bytesRead() - static_cast<qint64>(buffer_.size() - end_));
}

}  // namespace goodfaith::importers

// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that are no records: preamble, blank lines, comments.
#include "importers/csv/record_reader.h"

#include <algorithm>

namespace goodfaith::importers {

bool RecordReader::skipPreamble() {
    while (nextLine_ <= dialect_.preambleLines) {
        if (!skipRestOfLine())
            return false;
    }
    return true;
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

bool RecordReader::skipToRecord() {
    followsBlankLine_ = false;
    do {
        if (!skipBlankLines())
            return false;
    } while (skipComment());
    return true;
}

// The end of the line that begins here, or of all there is.
size_t RecordReader::findLineEnd() {
    while (true) {
        const size_t found = buffer_.find_first_of("\r\n", begin_);
        const bool isTooLong = buffer_.size() - begin_ > static_cast<size_t>(limits_.recordBytes);
        if (found != std::string::npos || isTooLong || !fill())
            return std::min(found, buffer_.size());
    }
}

// Told by the line alone, so that a quote in a comment opens nothing.
bool RecordReader::skipComment() {
    if (dialect_.comment == 0 || buffer_[begin_] != dialect_.comment)
        return false;
    const size_t lineEnd = findLineEnd();
    cells_.clear();
    splitLiterally(begin_, lineEnd);
    if (size() == dialect_.columns)
        return false;
    firstCommentLine_ = commentLines_ == 0 ? nextLine_ : firstCommentLine_;
    ++commentLines_;
    return skipRestOfLine() || begin_ == buffer_.size();
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
            followsBlankLine_ = true;
        } else {
            fill();
        }
    }
}

}  // namespace goodfaith::importers

// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a record hold.
#include "importers/csv/record_reader.h"

#include <algorithm>

namespace goodfaith::importers {
namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\0' || isLineEnd(c);
}

bool isAscii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

qsizetype RecordReader::quotedCells() const {
    return std::count_if(cells_.begin(), cells_.end(),
                         [](const Cell& cell) { return cell.quoted; });
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

// What a backslash and this character stand for; nothing where the backslash is one itself.
std::optional<char> RecordReader::unescaped(char c) const {
    const bool isMark = (dialect_.quote != 0 && c == dialect_.quote) ||
                        c == dialect_.delimiter.front() || c == '\\' || isLineEnd(c);
    if (isMark)
        return c;
    if (dialect_.quote != 0)
        return std::nullopt;
    switch (c) {
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return std::nullopt;
    }
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
            if (const auto escaped = unescaped(buffer_[i + 1])) {
                plain += *escaped;
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

}  // namespace goodfaith::importers

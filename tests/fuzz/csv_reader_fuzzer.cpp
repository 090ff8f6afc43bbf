// SPDX-License-Identifier: GPL-3.0-or-later
// The first four bytes choose the dialect and the edges of the buffer, the rest is the file.
#include "importers/csv/record_reader.h"
#include "promise.h"

#include <QBuffer>

#include <array>
#include <cstdint>

using namespace goodfaith::importers;
using goodfaith::fuzz::promise;

namespace {

constexpr size_t choices = 4;

struct ReadRow {
    QStringList cells;
    qint64 line = 0;
    qint64 offset = 0;
    qint64 quoteLine = 0;
    Damage damage = Damage::None;
    bool operator==(const ReadRow&) const = default;
};

Dialect dialectFrom(const uint8_t* choice) {
    constexpr auto delimiters = std::to_array<const char*>(
        {",", ";", "\t", "|", "||", "~|~", "\x1F", " ", "\\|", "\xC2\xA7"});
    constexpr auto charsets =
        std::to_array<const char*>({"UTF-8", "UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE",
                                    "windows-1252", "Shift_JIS"});
    constexpr auto quotings = std::to_array<std::array<char, 2>>(
        {{'"', '"'}, {'"', '\\'}, {'\'', '\''}, {0, 0}, {0, '\\'}});
    Dialect dialect;
    dialect.delimiter = delimiters[choice[0] % delimiters.size()];
    dialect.quote = quotings[choice[1] % quotings.size()][0];
    dialect.escape = quotings[choice[1] % quotings.size()][1];
    dialect.charset = charsets[choice[2] % charsets.size()];
    dialect.blanksBeforeQuotes = (choice[2] & 0x80) != 0;
    dialect.preambleLines = (choice[3] & 0x80) != 0 ? 1 : 0;
    dialect.comment = (choice[3] & 0x40) != 0 ? '#' : '\0';
    dialect.columns = 2;
    return dialect;
}

std::vector<ReadRow> readAll(const QByteArray& bytes, const Dialect& dialect,
                             const ReaderLimits& limits) {
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    RecordReader reader(device, dialect, limits);
    std::vector<ReadRow> rows;
    while (reader.next()) {
        promise(reader.size() > 0, "a record has cells");
        promise(rows.empty() || reader.line() > rows.back().line, "lines go up");
        promise(rows.size() <= static_cast<size_t>(bytes.size()), "reading ends");
        rows.push_back(
            {reader.texts(), reader.line(), reader.offset(), reader.quoteLine(), reader.damage()});
    }
    promise(reader.bytesDone() <= bytes.size(), "no more is read than there is");
    return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < choices)
        return 0;
    const Dialect dialect = dialectFrom(data);
    const QByteArray bytes(reinterpret_cast<const char*>(data + choices),
                           static_cast<qsizetype>(size - choices));
    const auto whole = readAll(bytes, dialect, {});
    for (const qint64 chunk : {1, 2, 3 + data[3] % 32}) {
        promise(readAll(bytes, dialect, {chunk, 4 * 1024 * 1024, 10'000}) == whole,
                "the buffer's edges change nothing");
    }
    if (dialect.charset == "UTF-8") {
        for (const ReadRow& row : whole)
            promise(row.offset <= bytes.size(), "offsets are in the file");
    }
    readAll(bytes, dialect, {2, 16, 3});
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/charset.h"

#include <QStringDecoder>

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace goodfaith::importers {
namespace {

using namespace std::string_view_literals;

// The longer mark first: UTF-32LE begins as UTF-16LE does.
constexpr auto byteOrderMarks = std::to_array<std::pair<std::string_view, const char*>>({
    {"\xFF\xFE\0\0"sv, "UTF-32LE"},
    {"\0\0\xFE\xFF"sv, "UTF-32BE"},
    {"\xEF\xBB\xBF"sv, "UTF-8"},
    {"\xFF\xFE"sv, "UTF-16LE"},
    {"\xFE\xFF"sv, "UTF-16BE"},
});

// What uchardet tells apart well; its guesses among the western charsets are no better than
// Windows-1252, which all of them nearly are.
constexpr auto trustedNames = std::to_array<std::pair<const char*, const char*>>({
    {"SHIFT_JIS", "Shift_JIS"},
    {"EUC-JP", "EUC-JP"},
    {"ISO-2022-JP", "ISO-2022-JP"},
    {"GB18030", "GB18030"},
    {"BIG5", "Big5"},
    {"EUC-KR", "EUC-KR"},
    {"UHC", "EUC-KR"},
    {"WINDOWS-1251", "Windows-1251"},
    {"KOI8-R", "KOI8-R"},
    {"ISO-8859-5", "ISO-8859-5"},
    {"WINDOWS-1253", "Windows-1253"},
    {"ISO-8859-7", "ISO-8859-7"},
    {"WINDOWS-1250", "Windows-1250"},
    {"ISO-8859-2", "ISO-8859-2"},
    {"WINDOWS-1255", "Windows-1255"},
    {"WINDOWS-1256", "Windows-1256"},
});
constexpr const char* western = "Windows-1252";
constexpr qsizetype lettersToTrust = 12;  // beyond ASCII: from fewer nothing can be told

std::optional<QByteArray> fromByteOrderMark(QByteArrayView head) {
    const std::string_view bytes(head.data(), static_cast<size_t>(head.size()));
    for (const auto& [mark, name] : byteOrderMarks) {
        if (bytes.substr(0, mark.size()) == mark)
            return QByteArray(name);
    }
    return std::nullopt;
}

// Text of other scripts, too, has blanks, digits and line ends, whose zero bytes lie on one side;
// and hardly a character that would be half a line end in single bytes.
bool isText(const char* charset, QByteArrayView head) {
    QStringDecoder decoder(charset);
    const QString text = decoder.decode(head.first(head.size() / 2 * 2));
    const auto isControl = [](QChar c) {
        return c.unicode() < 0x20 && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\x1F';
    };
    const auto isEnd = [](QChar c) { return c == u'\n' || c == u'\r'; };
    const auto hasEndByte = [](QChar c) {
        return c.cell() == '\n' || c.cell() == '\r' || c.row() == '\n' || c.row() == '\r';
    };
    const auto ends = std::count_if(text.begin(), text.end(), isEnd);
    const auto halves = std::count_if(text.begin(), text.end(), hasEndByte);
    return !decoder.hasError() && ends > 0 && ends * 5 >= halves * 4 &&
           std::none_of(text.begin(), text.end(), isControl);
}

// Text in UTF-16 or UTF-32 without a mark, told by where its zero bytes are.
std::optional<QByteArray> fromZeroBytes(QByteArrayView head) {
    std::array<qsizetype, 4> zeros{};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[static_cast<size_t>(i % 4)] += head[i] == '\0' ? 1 : 0;
    const qsizetype quarter = head.size() / 4;
    const qsizetype half = head.size() / 2;
    if (half < 2)
        return std::nullopt;
    if (quarter > 1 && zeros[3] >= quarter && zeros[2] * 20 >= quarter * 19 && zeros[0] * 20 < half)
        return QByteArrayLiteral("UTF-32LE");
    if (quarter > 1 && zeros[0] >= quarter && zeros[1] * 20 >= quarter * 19 && zeros[3] * 20 < half)
        return QByteArrayLiteral("UTF-32BE");
    const qsizetype even = zeros[0] + zeros[2];
    const qsizetype odd = zeros[1] + zeros[3];
    if (odd * 10 > half * 6 && even * 20 < half)
        return QByteArrayLiteral("UTF-16LE");
    if (even * 10 > half * 6 && odd * 20 < half)
        return QByteArrayLiteral("UTF-16BE");
    if (even == 0 && odd * 33 > half && isText("UTF-16LE", head))
        return QByteArrayLiteral("UTF-16LE");
    if (odd == 0 && even * 33 > half && isText("UTF-16BE", head))
        return QByteArrayLiteral("UTF-16BE");
    return std::nullopt;
}

// Bytes of the UTF-8 sequence at `from`: 0 when it is none, -1 when it is cut off by the end.
int sequenceLength(QByteArrayView head, qsizetype from) {
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(head[i]); };
    const unsigned char lead = byte(from);
    const int length = lead >= 0xF0 && lead <= 0xF4   ? 4
                       : lead >= 0xE0 && lead <= 0xEF ? 3
                       : lead >= 0xC2 && lead <= 0xDF ? 2
                                                      : 0;
    for (int i = 1; i < length; ++i) {
        if (from + i == head.size())
            return -1;
        if ((byte(from + i) & 0xC0) != 0x80)
            return 0;
    }
    return length;
}

// UTF-8 where all of it is, or all but a few broken characters.
bool isMostlyUtf8(QByteArrayView head) {
    qsizetype good = 0;
    qsizetype broken = 0;
    for (qsizetype i = 0; i < head.size();) {
        if (static_cast<unsigned char>(head[i]) < 0x80) {
            ++i;
            continue;
        }
        const int length = sequenceLength(head, i);
        if (length < 0)
            break;
        (length > 0 ? good : broken) += 1;
        i += std::max(length, 1);
    }
    return broken * 8 <= good;
}

std::optional<QByteArray> fromLetters(QByteArrayView head) {
    const auto letters = std::count_if(
        head.begin(), head.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (letters < lettersToTrust)
        return std::nullopt;
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                         &uchardet_delete);
    if (uchardet_handle_data(detector.get(), head.data(), static_cast<size_t>(head.size())) != 0)
        return std::nullopt;
    uchardet_data_end(detector.get());
    const std::string_view found = uchardet_get_charset(detector.get());
    for (const auto& [theirs, ours] : trustedNames) {
        QStringDecoder decoder(ours);
        // Where the letters are the same, the common charset is the likelier one.
        if (found == theirs && decoder.isValid())
            return QString(decoder.decode(head)) == QString(QStringDecoder(western).decode(head))
                       ? std::nullopt
                       : std::optional(QByteArray(ours));
    }
    return std::nullopt;
}

}  // namespace

QByteArray sniffCharset(QByteArrayView head) {
    if (const auto marked = fromByteOrderMark(head))
        return *marked;
    if (const auto wide = fromZeroBytes(head))
        return *wide;
    if (isMostlyUtf8(head))
        return QByteArrayLiteral("UTF-8");
    return fromLetters(head).value_or(QByteArray(western));
}

}  // namespace goodfaith::importers

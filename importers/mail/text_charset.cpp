// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mail/text_charset.h"

#include <QStringConverter>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

namespace goodfaith::importers {

namespace {

constexpr std::array<char16_t, 32> windows1252Upper = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

// The length of the well-formed UTF-8 sequence that begins at `at`, 0 when there is none.
qsizetype utf8SequenceLength(const QByteArray& bytes, qsizetype at) {
    const auto byte = [&](qsizetype i) -> unsigned {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    const unsigned first = byte(at);
    const qsizetype length = first < 0x80    ? 1
                             : first < 0xC2  ? 0
                             : first < 0xE0  ? 2
                             : first < 0xF0  ? 3
                             : first <= 0xF4 ? 4
                                             : 0;
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80)
            return 0;
    }
    const unsigned second = byte(at + 1);
    const bool malformed = (first == 0xE0 && second < 0xA0) ||
                           (first == 0xED && second > 0x9F) ||  // surrogates
                           (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return malformed ? 0 : length;
}

bool isAscii(const QByteArray& bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
}

// Whether the bytes from `at` to the end begin a character that a cut of ours has split.
bool isCutCharacter(const QByteArray& bytes, qsizetype at) {
    const qsizetype left = bytes.size() - at;
    return left < 4 && utf8SequenceLength(bytes.mid(at) + QByteArray(3, '\x80'), 0) > left;
}

// Well-formed UTF-8 with something in it that is not ASCII.
bool isUtf8Beyond7Bits(const QByteArray& bytes) {
    bool beyond = false;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = utf8SequenceLength(bytes, at);
        if (length == 0)
            return beyond && isCutCharacter(bytes, at);
        beyond = beyond || length > 1;
        at += length;
    }
    return beyond;
}

QString decodeUtf8OrWindows1252(const QByteArray& bytes) {
    QString text;
    text.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = utf8SequenceLength(bytes, at);
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (length > 1)
            text += QString::fromUtf8(bytes.constData() + at, length);
        else if (byte >= 0x80 && byte < 0xA0)
            text += QChar(windows1252Upper[byte - 0x80]);
        else
            text += QChar(byte);
        at += std::max<qsizetype>(length, 1);
    }
    return text;
}

// What senders write and mean: the label's superset, as browsers have it.
QByteArray meantCharset(const QByteArray& declared) {
    static const std::array<std::pair<const char*, const char*>, 15> supersets = {{
        {"iso-8859-1", "windows-1252"},
        {"iso8859-1", "windows-1252"},
        {"latin1", "windows-1252"},
        {"iso-8859-9", "windows-1254"},
        {"iso-8859-11", "windows-874"},
        {"tis-620", "windows-874"},
        {"iso-8859-8-i", "iso-8859-8"},
        {"gb2312", "gb18030"},
        {"gbk", "gb18030"},
        {"x-gbk", "gb18030"},
        {"ks_c_5601-1987", "cp949"},
        {"euc-kr", "cp949"},
        {"shift_jis", "cp932"},
        {"shift-jis", "cp932"},
        {"x-sjis", "cp932"},
    }};
    for (const auto& [label, superset] : supersets) {
        if (declared == label)
            return superset;
    }
    return declared;
}

bool isSingleByteCharset(const QByteArray& charset) {
    return charset.startsWith("iso-8859-") || charset.startsWith("windows-12") ||
           charset.startsWith("cp12") || charset.startsWith("koi8-");
}

// Wrong bytes become U+FFFD; nothing when the charset is unknown or explains too little.
std::optional<QString> decodeByIconv(const QByteArray& bytes, const QByteArray& charset) {
    const iconv_t converter = iconv_open("UTF-16LE", charset.constData());
    if (converter == reinterpret_cast<iconv_t>(-1))
        return std::nullopt;
    QString text;
    std::array<char16_t, 2048> buffer;
    char* in = const_cast<char*>(bytes.constData());  // iconv never writes there
    size_t inLeft = static_cast<size_t>(bytes.size());
    const size_t tolerated = inLeft / 50 + 1;
    size_t wrong = 0;
    while (inLeft > 0 && wrong <= tolerated) {
        char* out = reinterpret_cast<char*>(buffer.data());
        size_t outLeft = sizeof(buffer);
        const size_t result = iconv(converter, &in, &inLeft, &out, &outLeft);
        const int error = result == static_cast<size_t>(-1) ? errno : 0;
        text += QStringView(buffer.data(),
                            static_cast<qsizetype>((sizeof(buffer) - outLeft) / sizeof(char16_t)));
        if (error == EINVAL)
            break;  // cut within a character
        if (error == EILSEQ) {
            text += QChar(QChar::ReplacementCharacter);
            ++in;
            --inLeft;
            ++wrong;
        }
    }
    iconv_close(converter);
    if (wrong > tolerated)
        return std::nullopt;
    return text;
}

QByteArray charsetName(const QByteArray& declared) {
    const QByteArray name = declared.trimmed().toLower();
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
    return plain && name.size() <= 40 ? name : QByteArray();
}

}  // namespace

QString decodeText(const QByteArray& bytes, const QByteArray& declared) {
    if (const auto byMark = QStringConverter::encodingForData(bytes)) {
        QStringDecoder decoder(*byMark);
        return decoder.decode(bytes);
    }
    const bool hasEscapes = bytes.contains("\x1b$");
    const QByteArray charset = meantCharset(charsetName(declared));
    const bool isStateful = charset.startsWith("utf-16") || charset.startsWith("utf-32") ||
                            charset.startsWith("utf-7") || charset.startsWith("iso-2022") ||
                            charset.startsWith("hz");
    if (isAscii(bytes) && !hasEscapes && !isStateful)
        return QString::fromLatin1(bytes);
    const bool saysLittle = charset.isEmpty() || charset == "us-ascii" || charset == "ascii" ||
                            charset == "utf-8" || charset == "utf8";
    if (saysLittle && hasEscapes) {
        if (const auto japanese = decodeByIconv(bytes, "iso-2022-jp"))
            return *japanese;
    }
    // A text that happens to be well-formed UTF-8 is hardly ever anything else.
    if (saysLittle || (isSingleByteCharset(charset) && isUtf8Beyond7Bits(bytes)))
        return decodeUtf8OrWindows1252(bytes);
    if (const auto text = decodeByIconv(bytes, charset))
        return *text;
    return decodeUtf8OrWindows1252(bytes);
}

}  // namespace goodfaith::importers

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/latin_text.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace goodfaith::identity {
namespace {

bool isAscii(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// Making one takes some 30 milliseconds, using it a few microseconds; one must not be used by two
// threads at a time. Cyrillic as people write it in passports rather than in libraries.
const icu::Transliterator* toLatin() {
    thread_local const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode error = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
            "Russian-Latin/BGN; Any-Latin; Latin-ASCII", UTRANS_FORWARD, error));
    }();
    return made.get();
}

}  // namespace

QString latinText(const QString& text) {
    if (isAscii(text) || toLatin() == nullptr)
        return text.toLower();
    icu::UnicodeString latin(text.utf16(), static_cast<int32_t>(text.size()));
    toLatin()->transliterate(latin);
    return QString::fromUtf16(latin.getBuffer(), latin.length()).toLower();
}

}  // namespace goodfaith::identity

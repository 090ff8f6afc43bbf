// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/folded_text.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace goodfaith::identity {
namespace {

bool isAscii(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// One for each thread: ICU's transliterators are not meant to be shared.
const icu::Transliterator* transliterator() {
    static thread_local const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
            "Any-Latin; NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII", UTRANS_FORWARD, status));
    }();
    return made.get();
}

QString inLatinLetters(const QString& text) {
    const icu::Transliterator* rules = transliterator();
    if (rules == nullptr)
        return text;
    icu::UnicodeString changed(text.utf16(), static_cast<int32_t>(text.size()));
    rules->transliterate(changed);
    return QString::fromUtf16(changed.getBuffer(), changed.length());
}

}  // namespace

QString foldedText(const QString& text) {
    const QString latin = isAscii(text) ? text : inLatinLetters(text);
    QString words;
    words.reserve(latin.size());
    for (const QChar c : latin.toLower()) {
        if (c.isLetterOrNumber())
            words += c;
        else if (!words.isEmpty() && !words.endsWith(u' '))
            words += u' ';
    }
    if (words.endsWith(u' '))
        words.chop(1);
    return words;
}

}  // namespace goodfaith::identity

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/word_forms.h"

#include "models/understanding/feature_slot.h"
#include "models/understanding/words.h"

#include <algorithm>

namespace goodfaith::understanding {
namespace {

constexpr qsizetype shortestPart = 3, longestPart = 5;  // characters
constexpr qsizetype shortestSplitWord = 4;
constexpr uint64_t numberWord = 1, mixedWord = 2;  // instead of the word itself
constexpr size_t mostForms = 100'000;              // some 20 MB; hostile texts have no end of words

// Lower case letters and digits alone.
QString plainWord(QStringView word) {
    QString plain;
    plain.reserve(word.size());
    const QString other = isAscii(word) ? QString() : folded(word);
    for (const QChar c : other.isEmpty() ? word : QStringView(other)) {
        if (c.isLetterOrNumber())
            plain += c >= u'A' && c <= u'Z' ? QChar(c.unicode() | 0x20) : c;
    }
    return plain;
}

std::vector<uint16_t> partsOf(const QString& word) {
    std::vector<uint16_t> parts;
    if (word.size() < shortestSplitWord)
        return parts;
    const QString framed = u'<' + word + u'>';
    for (qsizetype begin = 0; begin + shortestPart <= framed.size(); ++begin) {
        TextHash hash;
        const auto longest = std::min(longestPart, framed.size() - begin);
        for (qsizetype size = 1; size <= longest; ++size) {
            hash.add(framed[begin + size - 1]);
            if (size >= shortestPart)
                parts.push_back(slotOf(FeatureKind::Part, hash.value()));
        }
    }
    return parts;
}

WordForm formOf(QStringView text, const Lexicon& lexicon) {
    const QString word = plainWord(text);
    const auto digits =
        std::count_if(word.cbegin(), word.cend(), [](QChar c) { return c.isDigit(); });
    if (digits == 0)
        return {hashOf(word), lexicon.classesOf(word), partsOf(word)};
    if (digits < word.size())
        return {mixedWord, 0, {}};
    return {numberWord, lexicon.bitOf(QStringLiteral("number")), {}};
}

}  // namespace

uint32_t WordForms::beginText() {
    if (forms_.size() > mostForms)
        forms_.clear();
    return ++text_;
}

WordForm& WordForms::of(QStringView word) {
    const auto [known, isNew] = forms_.try_emplace(hashOf(word));
    if (isNew)
        known->second = formOf(word, lexicon_);
    return known->second;
}

}  // namespace goodfaith::understanding

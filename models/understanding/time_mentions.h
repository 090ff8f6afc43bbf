// SPDX-License-Identifier: GPL-3.0-or-later
// The times that a text names, relative to when it was written: "tomorrow at 10", "within 24
// hours", "by the end of next week", "3/4/2026".
#pragma once

#include "models/understanding/phrase_finder.h"
#include "models/understanding/promise_language.h"

#include <vector>

namespace goodfaith::understanding {

// A text's words as they are compared: lower case, without accents and apostrophes.
class FoldedWords {
public:
    FoldedWords(const QString& text, const Words& words) : text_(text), words_(words) {}

    size_t size() const { return words_.list.size(); }
    QString at(size_t place) const;
    int sentence(size_t place) const { return words_.list[place].sentence; }
    bool asks(size_t place) const { return words_.asks[size_t(sentence(place))]; }
    bool afterComma(size_t place) const { return words_.list[place].afterComma; }
    // What stands between a word and the next.
    QStringView between(size_t place) const;
    // The words from `begin` to before `end`, on one line.
    QString phrase(size_t begin, size_t end) const;

private:
    const QString& text_;
    const Words& words_;
};

struct TimeMention {
    size_t begin = 0;  // words
    size_t end = 0;
    RelativeDue due;
};

// By begin, apart from each other. `hits`: what the language's phrases of time found.
std::vector<TimeMention> timeMentionsIn(const FoldedWords& words,
                                        const std::vector<PhraseHit>& hits,
                                        const PromiseLanguage& language);

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer of ours asks of the customer, and whether it says no. A function of the text
// alone; linear in it. Courtesies ("let us know if you need anything else") ask for nothing.
#pragma once

#include "models/understanding/phrase_finder.h"

#include <QString>

#include <memory>

namespace goodfaith::understanding {

struct AnswerWords {
    bool asks = false;     // it is their turn: we asked something, or want something sent
    bool refuses = false;  // what they ask for is not given
};

class AnswerReader {
public:
    // Throws Failure (Unreadable) when the language resource is damaged.
    AnswerReader();

    // A reader belongs to one thread, since it learns as it reads; this one knows the same
    // language.
    AnswerReader forAnotherThread() const { return AnswerReader(book_); }

    // `text` without quotes and signature, as Reading::newText.
    AnswerWords read(const QString& text);

private:
    explicit AnswerReader(std::shared_ptr<const PhraseBook> book);

    std::shared_ptr<const PhraseBook> book_;
    int conditions_ = 0;  // a class of words in the book
    PhraseFinder finder_;
};

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
// What the complaint model sees of a word alone: a shop's customers use the same words again and
// again, so each is looked at once. Belongs to one thread, since it learns as it is asked.
#pragma once

#include "models/understanding/lexicon.h"

#include <QStringView>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace goodfaith::understanding {

struct WordForm {
    uint64_t hash = 0;  // of its letters in lower case; all numbers have the same
    WordClasses classes = 0;
    std::vector<uint16_t> parts;  // slots of what is within it, empty for a short or mixed one
    uint32_t seenInText = 0;
};

class WordForms {
public:
    // The lexicon is kept by reference.
    explicit WordForms(const Lexicon& lexicon) : lexicon_(lexicon) {}

    const Lexicon& lexicon() const { return lexicon_; }
    // The number of the text that begins. Forms that were given out before are no longer valid.
    uint32_t beginText();
    WordForm& of(QStringView word);

private:
    const Lexicon& lexicon_;
    std::unordered_map<uint64_t, WordForm> forms_;  // by the hash of the word as it is written
    uint32_t text_ = 0;
};

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
// What the complaint model sees of a text: words, pairs of words, parts of words, classes of words
// and pairs of those, what is negated, supposed or asked, which phrases were found, and a few plain
// properties. Each is hashed into a slot of a table of fixed size and occurs once a text.
#pragma once

#include "models/understanding/feature_slot.h"
#include "models/understanding/word_forms.h"
#include "models/understanding/words.h"

#include <QStringView>

#include <cstdint>
#include <vector>

namespace goodfaith::understanding {

// Raised with every change of what a slot stands for: weights of another number do not fit.
inline constexpr int featureVersion = 1;

struct Feature {
    uint16_t slot = 0;
    uint32_t begin = 0;  // the words that it rests on; none: the text as a whole
    uint32_t end = 0;
};

// A phrase of the language that was found in the text.
struct PhraseSign {
    uint32_t kind = 0;  // what it means and how (negated, supposed, asked), as a number
    size_t begin = 0;   // words
    size_t end = 0;
};

struct PhraseSigns {
    std::vector<PhraseSign> found;
    double logOdds = 0;  // of a complaint, by the phrases alone
};

std::vector<Feature> complaintFeatures(QStringView text, const Words& words,
                                       const PhraseSigns& phrases, WordForms& forms);

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
// A language's words of complaints as resources/language/en.json has them: phrases in groups, what
// a group means, and its weight in log-odds.
#pragma once

#include "models/domain/understanding.h"
#include "models/understanding/phrases.h"

#include <QSet>

#include <optional>
#include <vector>

namespace goodfaith::understanding {

enum class Meaning {
    Mood,  // moves the probability, nothing more
    Topic,
    Ask,
    Threat,
    Received,
    Works,
    Thanks,
    Praise,
    Admission,
    ExpectsAnswer,
};

struct PhraseGroup {
    Meaning meaning = Meaning::Mood;
    Topic topic = Topic::None;
    std::optional<Ask> ask;
    double weight = 0;         // log-odds of a complaint
    double topicWeight = 0;    // how much it speaks for its topic
    double negatedWeight = 0;  // instead of weight, when negated
};

struct Language {
    PhraseBook book;
    std::vector<PhraseGroup> groups;
    // Classes of words in the book.
    int negations = 0;
    int conditions = 0;
    int turns = 0;  // "but": another clause begins
    int filler = 0;
    double bias = 0;
    double threshold = 0.5;

    // Throws Failure (Unreadable) when the resource is damaged.
    static Language load(const QString& name);
};

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote down about a customer: notes, promises made elsewhere than in a text of ours,
// what became of a promise by their word, what a text says in truth, and how they judge. Facts,
// made and undone as acts.
#pragma once

#include "models/domain/act.h"
#include "models/domain/judgement.h"
#include "models/domain/promise.h"
#include "models/domain/queue_word.h"
#include "models/domain/topic.h"

#include <optional>
#include <vector>

namespace goodfaith {

struct Note {
    ActId act;
    Instant at;
    QString by;  // "" when nobody said
    QString text;
    PromiseKind kind = PromiseKind::Other;  // of a promise
    std::optional<Instant> due;             // of a promise; else it is a mere note
};

// Of all promises in a message: they were kept, or are none.
struct PromiseWord {
    Instant at;
    EventId event;
    bool kept = false;
    QString by = {};  // "" when nobody said
};

// What a person says of a text, against how it was read.
struct ReadingWord {
    Instant at;
    EventId event;
    bool complains = false;
    Topic topic = Topic::None;  // None: as it was read
    QString by = {};            // "" when nobody said
};

// By time.
struct PeopleSaid {
    std::vector<Note> notes;
    std::vector<PromiseWord> promiseWords;
    std::vector<ReadingWord> readingWords;
    std::vector<Judgement> judgements;
    std::vector<QueueWord> queueWords;
};

}  // namespace goodfaith

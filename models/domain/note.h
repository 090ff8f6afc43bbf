// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote down about a customer: notes, promises made elsewhere than in a text of ours,
// and what became of a promise by their word. Facts, made and undone as acts.
#pragma once

#include "models/domain/act.h"
#include "models/domain/promise.h"
#include "models/domain/queue_word.h"

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
};

// By time.
struct PeopleSaid {
    std::vector<Note> notes;
    std::vector<PromiseWord> promiseWords;
    std::vector<QueueWord> queueWords;
};

}  // namespace goodfaith

// SPDX-License-Identifier: GPL-3.0-or-later
// Something that a person did. Acts are facts: nothing of them is ever changed but whether they
// stand.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QString>

namespace goodfaith {

// Stored by value: append only.
enum class ActKind {
    Same,       // two customers are one person
    Apart,      // parties are not one person
    Dismissed,  // two customers are not to be suggested as one person
    Moved,      // a record is on another customer's timeline
    Noted,
    Promised,          // by hand
    PromiseSettled,    // what a message promises was kept, or is no promise
    ReadingCorrected,  // whether a text complains, and of what
    Judged,            // a customer, or what was judged before is taken back
    Finished,          // what waits in the queue is done
    PutOff,            // it is to wait until then
    TextSaved,         // a phrase or an answer of the shop's
    TextRemoved,
};

enum class ActState {
    Stands,
    Undone,         // and can be done again
    UndoneForGood,  // something else was done since
};

struct Act {
    ActId id;
    ActKind kind = ActKind::Same;
    Instant at;
    QString by;  // who did it; "" when nobody said
    ActState state = ActState::Stands;
};

}  // namespace goodfaith

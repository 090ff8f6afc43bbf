// SPDX-License-Identifier: GPL-3.0-or-later
// What waits in the queue by its name, and what people said of it: that it is done, or that it can
// wait until then. Facts, made and undone as acts.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QString>

#include <optional>
#include <vector>

namespace goodfaith {

// Stored by value: append only.
enum class QueueKind {
    Reply,     // a message of theirs is not answered
    Callback,  // a call of theirs was missed
    Promise,   // we promised something
    Case,      // an open case in which nothing happens
    FollowUp,  // a complaint was resolved some days ago: is all well?
};
QString nameOf(QueueKind kind);  // "follow_up"

// What waits, by the same name as long as it is the same matter.
struct WaitName {
    QueueKind kind = QueueKind::Reply;
    // The first message or call that nobody saw to; the message with the promise; the case.
    EventId event;
    int place = 0;  // of a promise: among those of its message
    ActId noted;    // of a promise that a person noted: the act, and there is no event
    friend bool operator==(const WaitName&, const WaitName&) = default;
};
QString textOf(const WaitName& wait);  // "r881", "p902", "p902.2", "n17"
std::optional<WaitName> waitNameFrom(QStringView text);

struct QueueWord {
    ActId act;
    Instant at;
    QString by;                    // "" when nobody said
    QString reason;                // "" only where it is put off
    std::optional<Instant> until;  // put off until then; else it is done
    // Every event that the matter rested on then, each as a name. What came afterwards, or came to
    // be known afterwards, was not meant.
    std::vector<WaitName> meant;
};

// The last that was said by then of this part of a matter; nullptr where nothing was.
const QueueWord* lastWordOn(const std::vector<QueueWord>& words, const WaitName& part,
                            Instant asOf);
// The word by which it is done; nullptr while it is not.
const QueueWord* wordThatEnds(const std::vector<QueueWord>& words, const WaitName& part,
                              Instant asOf);
// An inquiry is one matter, whether it was written or spoken.
QueueKind matterOf(QueueKind kind);

}  // namespace goodfaith

// SPDX-License-Identifier: GPL-3.0-or-later
// What to know before replying: the score with what is open, promised and owed, and what to do
// next.
#pragma once

#include "models/domain/note.h"
#include "models/domain/overview.h"
#include "models/domain/promise.h"
#include "models/domain/score.h"
#include "models/domain/understanding.h"

namespace goodfaith {

struct FavouriteItem {
    QString sku;
    QString title;
    double quantity = 0;
};

// How long an open case has taken so far, in calendar and in business time.
struct CaseTimes {
    std::optional<Duration> firstReply, firstReplyInBusinessTime;
    Duration open{};
    Duration openInBusinessTime{};
};

// The oldest inquiry that neither we answered nor a person saw to, and how long it has waited as
// targets count.
struct OwedAnswer {
    Instant since;
    Duration waited{};
};

struct Brief {
    Score score;
    std::optional<OwedAnswer> owed;
    std::optional<QueueWord> seenTo;  // by whom the last of those that we did not answer were
    CustomerOverview overview;
    std::vector<Case> openCases;
    std::vector<CaseTimes> caseTimes;   // of the open cases, in their order
    std::vector<Case> resolvedCases;    // of the scores' window, the latest first
    std::vector<Note> notes;            // the latest first
    std::vector<Judgement> judgements;  // the latest first, those taken back included
    std::vector<Promise> promises;      // those that stand and those of the last six months, by due
    std::vector<FavouriteItem> favouriteItems;  // at most three, the most bought first
    MoneyBag spentLastSixMonths;
    int visitsLastSixMonths = 0;
    MoneyBag compensatedSoFar;  // compensation and store credit
    std::map<RecordKind, Instant> dataKnownTo;
    QStringList advice;           // two to five sentences
    QStringList whatWouldChange;  // the verdict: one or two
};

}  // namespace goodfaith

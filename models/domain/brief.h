// SPDX-License-Identifier: GPL-3.0-or-later
// What to know before replying: the score with what is open, promised and owed, and what to do
// next.
#pragma once

#include "models/domain/overview.h"
#include "models/domain/score.h"
#include "models/domain/understanding.h"

namespace goodfaith {

struct FavouriteItem {
    QString sku;
    QString title;
    double quantity = 0;
};

struct Brief {
    Score score;
    CustomerOverview overview;
    std::vector<Case> openCases;
    std::vector<FavouriteItem> favouriteItems;  // at most three, the most bought first
    MoneyBag spentLastSixMonths;
    int visitsLastSixMonths = 0;
    MoneyBag compensatedSoFar;  // compensation and store credit
    std::map<RecordKind, Instant> dataKnownTo;
    QStringList advice;  // two to five sentences
};

}  // namespace goodfaith

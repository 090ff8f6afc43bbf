// SPDX-License-Identifier: GPL-3.0-or-later
// Both sides of a merge before it is made.
#pragma once

#include "models/domain/overview.h"

#include <array>

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

struct MergePreview {
    struct Side {
        CustomerOverview customer;
        std::vector<PartyOverview> parties;
        KindCounts counts;  // of the timeline
    };
    std::array<Side, 2> sides;
    QStringList conflicts;  // sentences: what speaks against it, and would be overruled
};

// Throws Failure (NotFound) when one is nobody.
MergePreview previewMerge(store::Database& database, CustomerId a, CustomerId b);

}  // namespace goodfaith::app

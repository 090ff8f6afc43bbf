// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of what people did, in that order. What can be done again is what was undone since
// the last new act. All writes within the caller's transaction.
#pragma once

#include "models/domain/act.h"
#include "models/store/database.h"

#include <optional>

namespace goodfaith::store {

class ActTable {
public:
    explicit ActTable(Database& database) : database_(database) {}

    // What was undone before can be done again no longer.
    Act add(ActKind kind, Instant at, const QString& by);
    // The latest that stands; nothing when there is none.
    std::optional<Act> latest() const;
    // Whether it stands or not; nothing when there is none of that number.
    std::optional<Act> find(ActId act) const;
    // The one that was undone last, while it can be done again.
    std::optional<Act> latestUndone() const;
    void setState(ActId act, ActState state);

private:
    Database& database_;
};

}  // namespace goodfaith::store

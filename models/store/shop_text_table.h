// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases and answers that the staff wrote, each version an act of its own. All writes within the
// caller's transaction.
#pragma once

#include "models/domain/act.h"
#include "models/domain/shop_text.h"
#include "models/store/database.h"

namespace goodfaith::store {

// What was said last of a key.
struct KeptText {
    ShopText said;
    bool isRemoved = false;
};

class ShopTextTable {
public:
    explicit ShopTextTable(Database& database) : database_(database) {}

    // One without a key is a new one, and is given one of the act's.
    void add(ActId act, ShopText text, bool isRemoved);
    // Of each key of the kind, in the order in which they were first said.
    std::vector<KeptText> all(ShopTextKind kind) const;
    // Whether the act stands or not.
    std::optional<KeptText> find(ActId act) const;

private:
    Database& database_;
};

}  // namespace goodfaith::store

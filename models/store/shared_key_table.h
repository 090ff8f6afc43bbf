// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of so many different persons that they join nobody: a switchboard, a shop's terminal. There
// are few: all are held in memory.
#pragma once

#include "models/domain/identity_key.h"
#include "models/store/statement.h"

#include <set>

namespace goodfaith::store {

class SharedKeyTable {
public:
    explicit SharedKeyTable(Database& database);

    bool contains(NormalisedKey::Kind kind, const QString& value) const {
        return !keys_.empty() && keys_.contains({kind, value});
    }
    // Returns whether that is news. Within the caller's transaction.
    bool set(NormalisedKey::Kind kind, const QString& value, bool isShared);

private:
    std::set<std::pair<NormalisedKey::Kind, QString>> keys_;
    Statement insert_;
    Statement delete_;
};

}  // namespace goodfaith::store

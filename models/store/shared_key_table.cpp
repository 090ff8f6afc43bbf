// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/shared_key_table.h"

namespace goodfaith::store {

SharedKeyTable::SharedKeyTable(Database& database)
    : insert_(database, "INSERT INTO shared_key (kind, value) VALUES (:kind, :value)"),
      delete_(database, "DELETE FROM shared_key WHERE kind = :kind AND value = :value") {
    Query<NormalisedKey::Kind, QString> query(database, "SELECT kind, value FROM shared_key");
    for (const auto& [kind, value] : query.all())
        keys_.emplace(kind, value);
}

bool SharedKeyTable::set(NormalisedKey::Kind kind, const QString& value, bool isShared) {
    if (contains(kind, value) == isShared)
        return false;
    if (isShared) {
        keys_.emplace(kind, value);
        insert_.run(kind, value);
    } else {
        keys_.erase({kind, value});
        delete_.run(kind, value);
    }
    return true;
}

}  // namespace goodfaith::store

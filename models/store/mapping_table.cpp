// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/mapping_table.h"

#include "models/store/statement.h"

namespace goodfaith::store {

std::vector<SavedMapping> MappingTable::all() const {
    std::vector<SavedMapping> mappings;
    Query<QString, QString> query(database_,
                                  "SELECT name, json FROM mapping ORDER BY saved_at DESC, name");
    for (const auto& [name, json] : query.all())
        mappings.push_back({name, json.toUtf8()});
    return mappings;
}

void MappingTable::save(const SavedMapping& mapping, Instant at) {
    Statement(database_,
              "INSERT INTO mapping (name, json, saved_at) VALUES (:name, :json, :at) "
              "ON CONFLICT (name) DO UPDATE SET json = excluded.json, saved_at = excluded.saved_at")
        .run(mapping.name, QString::fromUtf8(mapping.json), at);
}

void MappingTable::remove(const QString& name) {
    Statement(database_, "DELETE FROM mapping WHERE name = :name").run(name);
}

}  // namespace goodfaith::store

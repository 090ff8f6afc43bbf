// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/saved_mappings.h"

#include "models/domain/failure.h"
#include "models/store/mapping_table.h"

#include <QFileInfo>

namespace goodfaith::app {

std::vector<importers::SharedMapping> savedMappings(store::Database& database) {
    std::vector<importers::SharedMapping> mappings;
    for (const store::SavedMapping& saved : store::MappingTable(database).all()) {
        try {
            mappings.push_back(importers::mappingFromJson(saved.json, saved.name));
        } catch (const Failure&) {
            // Of a newer Goodfaith: its files are then simply not recognised.
        }
    }
    return mappings;
}

std::vector<importers::SharedMapping> savedMappingsIn(const QString& databasePath) {
    if (!QFileInfo::exists(databasePath))
        return {};
    try {
        store::Database database(databasePath);
        return savedMappings(database);
    } catch (const Failure&) {
        return {};
    }
}

}  // namespace goodfaith::app

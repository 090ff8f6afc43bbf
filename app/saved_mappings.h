// SPDX-License-Identifier: GPL-3.0-or-later
// The mappings that were saved with a shop's database, as importers take them.
#pragma once

#include "importers/mapping.h"
#include "models/store/database.h"

#include <vector>

namespace goodfaith::app {

// The last saved first. One that this version does not understand is left out.
std::vector<importers::SharedMapping> savedMappings(store::Database& database);
// The same of a database that may not be there or not be usable: then none.
std::vector<importers::SharedMapping> savedMappingsIn(const QString& databasePath);

}  // namespace goodfaith::app

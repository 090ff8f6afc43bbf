// SPDX-License-Identifier: GPL-3.0-or-later
// The schema and its steps: numbered files in resources/schema, applied in order, each once, all in
// one transaction.
#pragma once

namespace goodfaith::store {

class Database;

// Throws Failure (Database) for a newer schema and for another program's database.
void bringSchemaUpToDate(Database& database);

}  // namespace goodfaith::store

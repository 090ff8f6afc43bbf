// SPDX-License-Identifier: GPL-3.0-or-later
// Our own addresses and numbers decide which way messages and calls went. Changing them puts
// earlier ones right.
#pragma once

#include "models/domain/settings.h"

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

// Saves the settings; where they change who we are, messages, calls and links are derived again.
// Within the caller's transaction.
void saveSettings(store::Database& database, const ShopSettings& settings);

// Adds addresses and numbers that are ours, in `settings` and in the database.
void addOwnIdentity(store::Database& database, ShopSettings& settings, const QStringList& addresses,
                    const QStringList& numbers);

}  // namespace goodfaith::app

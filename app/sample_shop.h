// SPDX-License-Identifier: GPL-3.0-or-later
// The sample shop to look around in: a database of its own, made on first use.
#pragma once

#include <QString>

namespace goodfaith::app {

// Beside the user's own data, never in it.
QString sampleDatabasePath();
// Imports the sample's files unless they are there already. Throws Failure (NotFound) where they
// are not installed.
void makeSampleShop(const QString& databasePath);

}  // namespace goodfaith::app

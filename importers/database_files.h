// SPDX-License-Identifier: GPL-3.0-or-later
// Databases that lie among the files to import, ours among them. They are never opened: a process
// that opens and closes the file of a database loses every lock its connections hold on it (POSIX).
#pragma once

#include <QStringView>

namespace goodfaith::importers {

// By name alone: "goodfaith.db", "goodfaith.db-wal", "shop.sqlite3-shm",
// "goodfaith.db.import-lock".
bool isDatabaseFile(QStringView path);

}  // namespace goodfaith::importers

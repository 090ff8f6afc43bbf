// SPDX-License-Identifier: GPL-3.0-or-later
// Where the database is when nobody says otherwise.
#pragma once

#include <QString>

namespace goodfaith::app {

// $XDG_DATA_HOME/goodfaith/goodfaith.db, whichever of the two programs asks.
QString defaultDatabasePath();

}  // namespace goodfaith::app

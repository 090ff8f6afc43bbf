// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks begin on Monday.
#pragma once

#include <QDate>

namespace goodfaith::reports {

inline QDate mondayOf(QDate day) {
    return day.addDays(1 - day.dayOfWeek());
}

}  // namespace goodfaith::reports

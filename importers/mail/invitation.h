// SPDX-License-Identifier: GPL-3.0-or-later
// A calendar part as the line a person reads: "Invitation: Fitting (2024-03-01 09:30)".
#pragma once

#include <QString>

namespace goodfaith::importers {

// Of the first event; the time is the calendar's own, marked where it is UTC.
QString invitation(const QString& calendar);

}  // namespace goodfaith::importers

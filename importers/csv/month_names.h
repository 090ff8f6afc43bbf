// SPDX-License-Identifier: GPL-3.0-or-later
// The names of months and zones as exports write them.
#pragma once

#include <QString>

#include <optional>

namespace goodfaith::importers {

// 1 to 12 for a month's name or abbreviation in English, German, French, Spanish, Italian, Dutch or
// Portuguese, in any case, with or without a point.
std::optional<int> monthFromName(QStringView name);

// Seconds east of UTC of "PST", "CEST", "MESZ", …. Nothing for those that several zones share
// without one being usual (IST).
std::optional<qint64> offsetOfAbbreviation(QStringView name);

}  // namespace goodfaith::importers

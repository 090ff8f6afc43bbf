// SPDX-License-Identifier: GPL-3.0-or-later
// Countries as files name them.
#pragma once

#include <QString>

namespace goodfaith::identity {

// Two letters for "DE", "deu", "Germany", "Deutschland" or "Allemagne"; "" for what is no country.
QString regionOfCountry(const QString& country);

}  // namespace goodfaith::identity

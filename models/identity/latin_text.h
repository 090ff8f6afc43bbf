// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of any script in Latin letters.
#pragma once

#include <QString>

namespace goodfaith::identity {

// Small letters without accents; what is no letter stays: "Müller" is "muller", "Straße" is
// "strasse", "Сергей" is "sergey". May be called from any thread.
QString latinText(const QString& text);

}  // namespace goodfaith::identity

// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of any script made comparable: without case, accents and punctuation, in Latin letters.
#pragma once

#include <QString>

namespace goodfaith::identity {

// "Straße" is "strasse", "Łódź" "lodz", "Мария" "marija", "O'Brien-Smith" "o brien smith": words of
// a to z and digits, one space between. May be called from any thread.
QString foldedText(const QString& text);

}  // namespace goodfaith::identity

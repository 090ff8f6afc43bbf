// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of any script as words that can be compared.
#pragma once

#include <QString>

namespace goodfaith::identity {

// "Straße" is "strasse", "Łódź" "lodz", "O'Brien-Smith" "o brien smith": words of
// a to z and digits, one space between. May be called from any thread.
QString foldedText(const QString& text);

}  // namespace goodfaith::identity

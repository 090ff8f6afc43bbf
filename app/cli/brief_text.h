// SPDX-License-Identifier: GPL-3.0-or-later
// A brief in plain words, for a terminal.
#pragma once

#include "models/domain/brief.h"
#include "models/domain/settings.h"

#include <QString>

namespace goodfaith::app {

QString briefText(const Brief& brief, const ShopSettings& settings);
// Every currency there is; 0 of the main one where there is none.
QString moneyText(const MoneyBag& bag, Currency main);
QString verdictText(VerdictKind verdict);  // "Good faith"

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer is worth: orders less what was given back, over the window, and its place among
// the customers of the same currency.
#pragma once

#include "models/domain/score.h"
#include "models/scoring/history.h"

namespace goodfaith::scoring {

// The currency that a customer is counted in: the preferred one where they ordered in it within the
// window, else the one that they ordered in most often.
Currency currencyOf(const History& history, Currency preferred);
// The figures alone; those of the shop's distributions are not compared with. The average is of the
// orders in that currency.
PurchaseValue purchaseFigures(const History& history, Currency currency);
// Score and quintiles are among the customers of that currency: null under twenty of them, and for
// who ordered nothing within the window.
PurchaseValue purchaseValue(const History& history, const ShopParameters& parameters);
double daysOf(Duration duration);  // with fractions, as the distribution of recency has them
// Whether an order of the window is in that currency.
bool orderedIn(const PurchaseValue& value, Currency currency);

}  // namespace goodfaith::scoring

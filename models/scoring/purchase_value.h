// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer is worth: orders less what was given back, over the window, and its place among
// the shop's customers.
#pragma once

#include "models/domain/score.h"
#include "models/scoring/history.h"

namespace goodfaith::scoring {

// The figures alone; those of the shop's distributions are not compared with.
PurchaseValue purchaseFigures(const History& history, Currency currency);
// Score and quintiles are null under twenty customers to compare with, and for who did not order in
// the main currency within the window.
PurchaseValue purchaseValue(const History& history, const ShopParameters& parameters);
double daysOf(Duration duration);  // with fractions, as the distribution of recency has them
// Whether an order of the window is in that currency.
bool orderedIn(const PurchaseValue& value, Currency currency);

}  // namespace goodfaith::scoring

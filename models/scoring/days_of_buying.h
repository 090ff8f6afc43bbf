// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's counted orders by day, as the models of buying and spending take them. Several
// orders of one day, in the shop's time zone, are one day of buying.
#pragma once

#include "models/scoring/buying_model.h"
#include "models/scoring/history.h"
#include "models/scoring/spending_model.h"

namespace goodfaith::scoring {

// Nothing without an order.
std::optional<BuyingHistory> buyingHistory(const History& history);
// Of the days after the first, in the currency's minor units; days = 0 where nothing is known.
SpendingHistory spendingHistory(const History& history, Currency currency);

}  // namespace goodfaith::scoring

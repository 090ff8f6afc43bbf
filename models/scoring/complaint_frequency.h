// SPDX-License-Identifier: GPL-3.0-or-later
// How often a customer complains per order, against the shop's own rate.
#pragma once

#include "models/scoring/evidence.h"

#include <unordered_set>

namespace goodfaith::scoring {

// The shop's prior; the defaults where the parameters hold none.
RatePrior priorOf(const ShopParameters& parameters);
// Of complaints about one topic: rates differ between customers as those of all complaints do.
// Where too few complained to know, that of all complaints, which is greater.
RatePrior priorOf(const ShopParameters& parameters, Topic topic);

// Orders of the window that may have been complained of by now.
std::unordered_set<EventId> matureOrders(const History& history);

// Whether a case is about one of these orders.
bool isAboutOneOf(const Case& matter, const std::unordered_set<EventId>& orders);

ComplaintFrequency complaintFrequency(const CustomerInput& input);

}  // namespace goodfaith::scoring

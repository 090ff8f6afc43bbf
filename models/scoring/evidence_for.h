// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks for the customer in a case: our failures, and records that confirm the complaint.
// Each returns the events it rests on, empty where it does not hold.
#pragma once

#include "models/scoring/history.h"

namespace goodfaith::scoring {

std::vector<EventId> lateDelivery(const History& history, const Case& matter);
std::vector<EventId> carrierException(const History& history, const Case& matter);
std::vector<EventId> returnConfirms(const History& history, const Case& matter);
std::vector<EventId> billingConfirms(const History& history, const Case& matter);
std::vector<EventId> weAdmitted(const History& history, const Case& matter);
std::vector<EventId> slowReply(const History& history, const Case& matter);

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent replies about: the open complaint, else the latest order. Only what is so is told:
// a promised day where the parcel is late, a day of delivery where it was delivered.
#pragma once

#include "models/scoring/score_customer.h"
#include "models/scoring/slot_text.h"

#include <set>

namespace goodfaith::scoring {

class History;
struct JudgedCase;

struct MatterAtHand {
    SlotValues values;             // of slotsKnown()
    std::set<QString> situations;  // what phrases may fit
    QString question;              // what the customer says: what is open, else the last
};
MatterAtHand matterAtHand(const ScoringInput& input, const QString& firstName);

}  // namespace goodfaith::scoring

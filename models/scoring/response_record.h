// SPDX-License-Identifier: GPL-3.0-or-later
// How well we treated a customer: how long their inquiries of the window waited for us.
#pragma once

#include "models/domain/score.h"
#include "models/scoring/history.h"

namespace goodfaith::scoring {

ResponseRecord responseRecord(const History& history);

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
// When a promise is due, by the shop's calendar: "by Friday" is Friday's close of business,
// "tomorrow" the next working day, "in the morning" noon at the latest.
#pragma once

#include "models/domain/business_calendar.h"
#include "models/domain/promise.h"

#include <optional>

namespace goodfaith::understanding {

// `monthFirst`: whether 3/4 is 4 March where the shop is. Nothing for a time that was over already
// when it was written, and for dates that do not exist.
std::optional<Instant> dueOf(const RelativeDue& due, Instant madeAt,
                             const BusinessCalendar& calendar, bool monthFirst);

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
// Reads timelines page by page; all filtering is done by the engine.
#pragma once

#include "models/domain/overview.h"
#include "models/store/database.h"

namespace goodfaith::store {

std::vector<TimelineRow> readTimeline(const Database& database, CustomerId customer,
                                      const TimelineFilter& filter,
                                      std::optional<TimelineCursor> after, int limit);
KindCounts countTimeline(const Database& database, CustomerId customer,
                         const TimelineFilter& filter);

}  // namespace goodfaith::store

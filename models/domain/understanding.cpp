// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/understanding.h"

#include <algorithm>

namespace goodfaith {

const Reading* Understanding::reading(EventId event) const {
    const auto at =
        std::lower_bound(readings.begin(), readings.end(), event,
                         [](const EventReading& entry, EventId key) { return entry.event < key; });
    return at != readings.end() && at->event == event ? &at->reading : nullptr;
}

}  // namespace goodfaith

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clock.h"

namespace goodfaith::app {

Instant now() {
    return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
}

}  // namespace goodfaith::app

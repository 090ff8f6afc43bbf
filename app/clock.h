// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that reads the clock; everything else is told what time it is.
#pragma once

#include "models/domain/instant.h"

namespace goodfaith::app {

Instant now();

}  // namespace goodfaith::app

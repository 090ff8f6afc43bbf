// SPDX-License-Identifier: GPL-3.0-or-later
// --as-of and other instants of the command line.
#pragma once

#include "models/domain/settings.h"

#include <string>

namespace goodfaith::app {

// An instant, or the end of a day in the shop's zone; "" is now. Throws Failure (WrongUse).
Instant asOfFrom(const std::string& text, const ShopSettings& settings);
// The beginning of a day, for --from.
Instant fromInstant(const std::string& text, const ShopSettings& settings);

}  // namespace goodfaith::app

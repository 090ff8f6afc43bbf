// SPDX-License-Identifier: GPL-3.0-or-later
// Which records would change a verdict: found by leaving evidence out, or adding some, and passing
// the gates again.
#pragma once

#include "models/scoring/evidence.h"

#include <QStringList>

namespace goodfaith::scoring {

// One or two plain sentences, never empty.
QStringList whatWouldChange(const CustomerInput& input);

}  // namespace goodfaith::scoring

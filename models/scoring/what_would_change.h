// SPDX-License-Identifier: GPL-3.0-or-later
// Which records would change a verdict: found by leaving evidence out, or adding some, and passing
// the gates again.
#pragma once

#include "models/domain/brief.h"
#include "models/scoring/evidence.h"

#include <QStringList>

namespace goodfaith::scoring {

// One or two plain sentences, never empty.
QStringList whatWouldChange(const CustomerInput& input);

// Those sentences where they tell a reader something, else none: of somebody against whom nothing
// speaks, it is no news that much would have to come.
QStringList changesWorthSaying(const Brief& brief);

}  // namespace goodfaith::scoring

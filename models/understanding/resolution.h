// SPDX-License-Identifier: GPL-3.0-or-later
// When a case was resolved: at our last substantive act in it (what we wrote, called, paid or
// sent), not at a late "thanks" of theirs; where we did nothing, when they said that it is over.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/understanding.h"

#include <QHash>

#include <vector>

namespace goodfaith::understanding {

// Fills resolvedAt of every case that is resolved, and resolvedBy where we did something. `facts`
// as of the instant that counts; what no human wrote is no act.
void noteResolutions(std::vector<Case>& cases, const CustomerFacts& facts,
                     const QHash<EventId, const Reading*>& readings);

}  // namespace goodfaith::understanding

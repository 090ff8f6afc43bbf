// SPDX-License-Identifier: GPL-3.0-or-later
// From a customer's facts to what happened: cases, how long inquiries waited, and
// what became of what we promised.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/settings.h"
#include "models/domain/understanding.h"

namespace goodfaith::understanding {

// `facts` may reach beyond `asOf`; what lies after it is left out. `readings`: by event id, of any
// of the facts' texts; a text without one counts as human and as no complaint. `said`:
// what people wrote down.
Understanding understand(const CustomerFacts& facts, std::vector<EventReading> readings,
                         const ShopSettings& settings, Instant asOf, const PeopleSaid& said = {});

}  // namespace goodfaith::understanding

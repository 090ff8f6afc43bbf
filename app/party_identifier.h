// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a customer's parties somebody means: by an e-mail address, phone or shop number in any
// layout, or "party:5".
#pragma once

#include "models/domain/overview.h"
#include "models/domain/settings.h"

namespace goodfaith::app {

// Those that bear it; none when nobody does.
std::vector<PartyId> partiesBearing(const std::vector<PartyOverview>& parties,
                                    const QString& identifier, const ShopSettings& settings);
// What there is to name them by, each once: "ada@example.com", "+442079460018", "party:5", …
QStringList identifiersOf(const std::vector<PartyOverview>& parties);

}  // namespace goodfaith::app

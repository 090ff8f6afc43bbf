// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages about who is who ask of a worker.
#pragma once

#include "app/shop.h"
#include "models/items/comparison.h"
#include "models/items/parties_model.h"
#include "models/items/suggestion_queue.h"

namespace goodfaith::app {

// All that are open, the likeliest first.
std::vector<items::SuggestedPair> openSuggestions(Shop& shop);
// Nothing where one of the two is nobody any more.
std::optional<items::Comparison> compareCustomers(Shop& shop, CustomerId one, CustomerId other);
// The same with the evidence.
std::optional<items::Comparison> compareSuggested(Shop& shop, const items::SuggestedPair& pair);
std::vector<items::PartyRow> partiesOf(Shop& shop, CustomerId customer);

}  // namespace goodfaith::app

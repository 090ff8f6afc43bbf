// SPDX-License-Identifier: GPL-3.0-or-later
// Who might be the same person: finds pairs of customers for a person to judge. Derived of the
// facts: whoever changed since the last time is compared with everybody, the others are not
// compared again.
#pragma once

#include "models/domain/suggestion.h"

#include <functional>
#include <stop_token>

namespace goodfaith::store {
class Database;
}

namespace goodfaith::app {

// What is being done and how far it is, 0 to 1.
using SuggestionObserver = std::function<void(const QString& step, double share)>;

// Does nothing when the facts are as they were the last time. One transaction; a stop, or a change
// of the facts by somebody else meanwhile, leaves everything as it was. Weights of names go by how
// many bear them now, so a pair that was not compared again may have one that is slightly out of
// date.
void refreshSuggestions(store::Database& database, const SuggestionObserver& observer,
                        std::stop_token stop);

// What is open, the likeliest first: neither dismissed nor kept apart by a person.
void forEachOpenSuggestion(store::Database& database,
                           const std::function<void(const Suggestion&)>& visit);

}  // namespace goodfaith::app

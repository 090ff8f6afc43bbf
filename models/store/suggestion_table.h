// SPDX-License-Identifier: GPL-3.0-or-later
// Suggestions, and what each customer was when they were compared. Derived: may be dropped and made
// again. Writes within the caller's transaction.
#pragma once

#include "models/domain/suggestion.h"
#include "models/store/database.h"

#include <QHash>

#include <functional>

namespace goodfaith::store {

// A hash of what a customer is compared by, by their number.
using ComparedDigests = QHash<CustomerId, qint64>;

class SuggestionTable {
public:
    explicit SuggestionTable(Database& database) : database_(database) {}

    // The revision of the facts that the suggestions are of; -1 before the first run.
    qint64 comparedRevision() const;
    ComparedDigests digests() const;
    // What was suggested of `changed` (with their digests now) goes.
    void forget(const ComparedDigests& changed);
    void add(const std::vector<Suggestion>& suggestions);
    void setComparedRevision(qint64 factsRevision);

    // The likeliest first. Nothing is left out, whatever people decided.
    void forEach(const std::function<void(const Suggestion&)>& visit) const;
    std::vector<Suggestion> of(CustomerId customer) const;

private:
    Database& database_;
};

}  // namespace goodfaith::store

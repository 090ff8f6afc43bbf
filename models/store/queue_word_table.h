// SPDX-License-Identifier: GPL-3.0-or-later
// What people said of what waits in the queue, as far as it stands. Anchored to records by name, so
// that it outlives an import that is undone and made again. Writes within the caller's transaction.
#pragma once

#include "models/domain/queue_word.h"
#include "models/store/database.h"

#include <map>
#include <optional>
#include <vector>

namespace goodfaith::store {

class QueueWordTable {
public:
    explicit QueueWordTable(Database& database) : database_(database) {}

    // Of the act that the word names; `meant` are events that there are.
    void add(const QueueWord& word);

    // Of any act, whether it stands or not; what is not known any more is left out of `meant`.
    std::optional<QueueWord> wordOf(ActId act) const;
    // Whom an act is about now; nobody while nothing is known of them.
    std::vector<CustomerId> customersOf(ActId act) const;

    // Of everybody, by time: people do little, so one look is enough.
    std::map<CustomerId, std::vector<QueueWord>> all() const;

private:
    Database& database_;
};

}  // namespace goodfaith::store

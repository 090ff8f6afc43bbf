// SPDX-License-Identifier: GPL-3.0-or-later
// The queue as it was derived last: what waits, or will when its time comes. May be dropped and
// rebuilt without loss. Writes within the caller's transaction.
#pragma once

#include "models/domain/queue.h"
#include "models/store/database.h"

namespace goodfaith::store {

// What is derived of a customer.
struct DerivedQueue {
    CustomerId customer;
    CustomerQueue queue;
    std::optional<Instant> changesAt;  // by records that lie in the future
};

class QueueTable {
public:
    explicit QueueTable(Database& database) : database_(database) {}

    // Replaces those of the customers named. `asOf`: when they were derived.
    void save(const std::vector<DerivedQueue>& queues, Instant asOf);
    // The latest of the instants at which anything was derived: it answers for that and later.
    Instant derivedAsOf() const;

    // What is there then, put off or not, in no order; of all whom no record has changed since.
    std::vector<QueueRow> rows(Instant asOf) const;
    // Those whose records have changed it by then.
    std::vector<CustomerId> changedBy(Instant asOf) const;

    // Fills in what lists show of an entry beside itself: name and last words.
    void describe(std::vector<QueueRow>& rows) const;

private:
    Database& database_;
};

}  // namespace goodfaith::store

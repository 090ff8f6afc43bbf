// SPDX-License-Identifier: GPL-3.0-or-later
// Customers' names: the latest that is known, a full one before a mere first name. Of two as late
// the first by alphabet, so that the order of imports never shows.
#pragma once

#include "models/store/customer_stream.h"

#include <vector>

namespace goodfaith::store {

class CustomerNames {
public:
    explicit CustomerNames(const Database& database);
    CustomerNames(const Database& database, CustomerRange range);
    void start(CustomerRange range) { names_.start(range); }
    // "" when there is none. Asked in ascending order of customers.
    QString nameOf(CustomerId customer);

private:
    QString best(const std::vector<std::pair<QString, PartyId>>& names);

    CustomerStream<QString, PartyId> names_;
    Query<std::optional<Instant>> latest_;  // of a party
};

}  // namespace goodfaith::store

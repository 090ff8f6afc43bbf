// SPDX-License-Identifier: GPL-3.0-or-later
// Customers' names: the latest that is known, a full one before a mere first name. Of two as late
// the first by alphabet, so that the order of imports never shows.
#pragma once

#include "models/store/customer_stream.h"

namespace goodfaith::store {

class CustomerNames {
public:
    CustomerNames(const Database& database, CustomerRange range);
    // "" when there is none. Asked in ascending order of customers.
    QString nameOf(CustomerId customer);

private:
    CustomerStream<QString, std::optional<Instant>> names_;
};

}  // namespace goodfaith::store

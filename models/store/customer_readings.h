// SPDX-License-Identifier: GPL-3.0-or-later
// What customers' texts say, one customer after the other, in one pass over the database. Prepared
// once, started often.
#pragma once

#include "models/domain/understanding.h"
#include "models/store/customer_range.h"
#include "models/store/database.h"

#include <memory>

namespace goodfaith::store {

class CustomerReadings {
public:
    explicit CustomerReadings(const Database& database);
    ~CustomerReadings();
    void start(CustomerRange range);
    // By event id. Asked in ascending order of customers, since the last start.
    std::vector<EventReading> of(CustomerId customer);

private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
};

}  // namespace goodfaith::store

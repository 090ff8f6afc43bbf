// SPDX-License-Identifier: GPL-3.0-or-later
// Customers by number, from the first to the last, both included.
#pragma once

#include "models/domain/ids.h"

#include <limits>

namespace goodfaith::store {

struct CustomerRange {
    CustomerRange() = default;  // all of them
    CustomerRange(CustomerId only) : first(only), last(only) {}
    CustomerRange(CustomerId from, CustomerId to) : first(from), last(to) {}

    CustomerId first;
    CustomerId last{std::numeric_limits<qint64>::max()};
};

}  // namespace goodfaith::store

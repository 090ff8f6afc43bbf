// SPDX-License-Identifier: GPL-3.0-or-later
// Whose facts an import changed, while they are few.
#pragma once

#include "models/domain/ids.h"

#include <set>

namespace goodfaith::app {

class ConcernedCustomers {
public:
    void add(CustomerId customer) {
        if (customer.isNone() || areMany_)
            return;
        few_.insert(customer);
        if (few_.size() > most)
            addMany();
    }
    void add(const ConcernedCustomers& others) {
        if (others.areMany_)
            addMany();
        for (const CustomerId customer : others.few_)
            add(customer);
    }
    // Where it is not known who.
    void addMany() {
        areMany_ = true;
        few_.clear();
    }
    // Too many to be named: everybody may be one.
    bool areMany() const { return areMany_; }
    const std::set<CustomerId>& few() const { return few_; }

private:
    static constexpr size_t most = 5000;

    std::set<CustomerId> few_;
    bool areMany_ = false;
};

}  // namespace goodfaith::app

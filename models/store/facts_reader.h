// SPDX-License-Identifier: GPL-3.0-or-later
// Reads facts: one ordered pass over each table, merged by customer. Prepared once, for as many
// passes as are wanted.
#pragma once

#include "models/domain/facts.h"
#include "models/store/customer_range.h"
#include "models/store/database.h"

#include <functional>
#include <memory>

namespace goodfaith::store {

class FactsReader {
public:
    // `asOf` only dates what is counted back from it (visits); nothing is cut off.
    FactsReader(const Database& database, Instant asOf);
    ~FactsReader();
    // The facts of these customers, by customer number; `visit` may take them.
    void read(CustomerRange range, const std::function<void(CustomerFacts&)>& visit);

private:
    class Streams;
    std::unique_ptr<Streams> streams_;
};

}  // namespace goodfaith::store

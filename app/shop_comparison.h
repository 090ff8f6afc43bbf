// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop is compared with, and what many customers complain of, from one pass over all of
// them: beside each other, in any order.
#pragma once

#include "models/issues/issue_facts.h"
#include "models/scoring/history.h"
#include "models/scoring/judged_case.h"
#include "models/scoring/shop_fit.h"
#include "models/store/database.h"

#include <functional>

namespace goodfaith::app {

class ShopComparison {
public:
    ShopComparison(const ShopSettings& settings, Instant asOf);

    // `history` and `cases` without common issues, which are only found in the end.
    void add(const CustomerFacts& facts, const Understanding& understanding,
             const scoring::History& history, const std::vector<scoring::JudgedCase>& cases);
    void add(const ShopComparison& other);
    // The set without an id. The judgements it learns from are read here.
    ShopParameters finish(store::Database& database) &&;

private:
    const ShopSettings& settings_;
    Instant asOf_;
    scoring::ShopFit fit_;
    issues::IssueFacts issueFacts_;
};

// From a pass of its own, which keeps nothing else. Told how far it is, from 0 to 1.
ShopParameters fitShop(store::Database& database, const ShopSettings& settings, Instant asOf,
                       const std::function<void(double share)>& observer);

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// Fits what scores compare with: the shop's complaint rate and its spread, and the distributions of
// value. Add every customer once, in any order; the result does not depend on it.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/score.h"
#include "models/domain/settings.h"
#include "models/domain/understanding.h"
#include "models/scoring/buying_model.h"
#include "models/scoring/spending_model.h"
#include "models/scoring/statistics.h"

namespace goodfaith::scoring {

class History;
struct JudgedCase;

class ShopFit {
public:
    ShopFit(const ShopSettings& settings, Instant asOf);
    void add(const CustomerFacts& facts, const Understanding& understanding,
             const Coverage& coverage);
    // The same for who has judged the cases already, without common issues.
    void add(const History& history, const std::vector<JudgedCase>& cases);
    // Those that another fit has seen, with the same settings and instant.
    void add(const ShopFit& other);
    // The set without an id. Few data give the defaults of SCORING (k = 1), never an error.
    ShopParameters fit() const;

private:
    void addExposure(const History& history, const std::vector<JudgedCase>& cases);
    void addValue(const History& history, const std::vector<JudgedCase>& cases);
    void addBuying(const History& history);
    void fitBuyers(ShopParameters& parameters) const;
    void fitSpenders(Currency currency, BuyersOfCurrency& buyers) const;

    ShopSettings settings_;
    Instant asOf_;
    CustomersByExposure exposures_;
    std::map<Topic, int> topics_;  // of the cases counted there
    CustomersByBuying buying_;
    std::map<Currency, CustomersBySpending> spending_;
    ShopParameters parameters_;  // its distributions not yet sorted
};

}  // namespace goodfaith::scoring

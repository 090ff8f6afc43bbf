// SPDX-License-Identifier: GPL-3.0-or-later
// Contradicted complaints of whoever shares a phone number, postal address or payer with a
// customer.
#pragma once

#include "models/domain/connection.h"
#include "models/domain/coverage.h"
#include "models/domain/score.h"
#include "models/domain/settings.h"
#include "models/store/database.h"

namespace goodfaith::app {

// What customers are judged by, which outlives who judges.
struct JudgedBy {
    const ShopSettings& settings;
    const ShopParameters& parameters;
    const Coverage& coverage;
    Instant asOf;
};

class LinkedCases {
public:
    LinkedCases(store::Database& database, JudgedBy by) : database_(database), by_(by) {}

    // By openedAt. Whoever is met twice is judged once.
    std::vector<LinkedCase> through(const std::vector<Connection>& connections);

private:
    struct Contradicted {
        CaseId matter;
        Instant openedAt;
    };
    const std::vector<Contradicted>& contradictedOf(CustomerId customer);

    store::Database& database_;
    JudgedBy by_;
    std::unordered_map<CustomerId, std::vector<Contradicted>> known_;
};

// Makes the addresses of parties that are new comparable. Transactions of its own.
void keepAddressKeys(store::Database& database);

}  // namespace goodfaith::app

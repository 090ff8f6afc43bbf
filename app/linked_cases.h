// SPDX-License-Identifier: GPL-3.0-or-later
// Contradicted complaints of whoever shares a phone number, postal address or payer with a
// customer.
#pragma once

#include "models/domain/connection.h"
#include "models/domain/coverage.h"
#include "models/domain/score.h"
#include "models/domain/settings.h"
#include "models/scoring/judged_case.h"
#include "models/store/database.h"

namespace goodfaith::app {

// What customers are judged by, which outlives who judges.
struct JudgedBy {
    const ShopSettings& settings;
    const ShopParameters& parameters;
    const Coverage& coverage;
    Instant asOf;
};

struct ContradictedCase {
    CaseId matter;
    Instant openedAt;
};
// Few have any: the others are not in it.
using ContradictedCases = std::unordered_map<CustomerId, std::vector<ContradictedCase>>;

void addContradicted(CustomerId customer, const std::vector<scoring::JudgedCase>& cases,
                     ContradictedCases& all);
// Of these customers, or of everybody.
ContradictedCases contradictedOf(store::Database& database, const JudgedBy& by,
                                 const std::vector<Connection>& connections);
ContradictedCases contradictedOfAll(store::Database& database, const JudgedBy& by);

// By openedAt; what was connected later than `asOf` is left out.
std::vector<LinkedCase> linkedThrough(const std::vector<Connection>& connections,
                                      const ContradictedCases& contradicted, Instant asOf);
// The same of one customer, where everybody's connections are at hand.
std::vector<LinkedCase> linkedTo(CustomerId customer, const Connections& connections,
                                 const ContradictedCases& contradicted, Instant asOf);

// Makes the addresses of parties that are new comparable. Transactions of its own.
void keepAddressKeys(store::Database& database);

}  // namespace goodfaith::app

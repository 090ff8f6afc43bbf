// SPDX-License-Identifier: GPL-3.0-or-later
// The period of each kind of records that an import bore witness to: gathered in memory, written
// with the transaction that its records are in.
#pragma once

#include "models/domain/facts.h"
#include "models/store/statement.h"

#include <map>

namespace goodfaith::store {

class CoverageTable {
public:
    CoverageTable(Database& database, ImportId import);
    void witness(RecordKind kind, std::optional<Instant> from, std::optional<Instant> to);
    void flush();
    void forget() { gathered_.clear(); }

private:
    struct Period {
        Instant from;
        Instant to;
    };
    ImportId import_;
    Query<Instant, Instant> select_;
    Statement delete_;
    Statement insert_;
    std::map<RecordKind, Period> gathered_;
};

// Periods of the same source and kind that overlap or touch become one. Ordered by source, kind,
// from.
std::vector<CoveredPeriod> mergedPeriods(std::vector<CoveredPeriod> periods);

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/coverage_table.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::store {

CoverageTable::CoverageTable(Database& database, ImportId import)
    : import_(import),
      select_(database,
              "SELECT from_at, to_at FROM coverage WHERE import_id = :import AND kind = :kind"),
      delete_(database, "DELETE FROM coverage WHERE import_id = :import AND kind = :kind"),
      insert_(database,
              "INSERT INTO coverage (import_id, kind, from_at, to_at) "
              "VALUES (:import, :kind, :from, :to)") {}

void CoverageTable::witness(RecordKind kind, std::optional<Instant> from,
                            std::optional<Instant> to) {
    if (!from)
        return;
    const Instant until = std::max(*from, to.value_or(*from));
    const auto [entry, isNew] = gathered_.try_emplace(kind, Period{*from, until});
    entry->second.from = std::min(entry->second.from, *from);
    entry->second.to = std::max(entry->second.to, until);
}

void CoverageTable::flush() {
    for (auto& [kind, period] : gathered_) {
        if (const auto known = select_.one(import_, kind)) {
            period.from = std::min(period.from, std::get<0>(*known));
            period.to = std::max(period.to, std::get<1>(*known));
            delete_.run(import_, kind);
        }
        insert_.run(import_, kind, period.from, period.to);
    }
    gathered_.clear();
}

std::vector<CoveredPeriod> mergedPeriods(std::vector<CoveredPeriod> periods) {
    std::sort(periods.begin(), periods.end(), [](const auto& a, const auto& b) {
        return std::tie(a.source, a.kind, a.from, a.to) < std::tie(b.source, b.kind, b.from, b.to);
    });
    std::vector<CoveredPeriod> merged;
    for (const auto& period : periods) {
        const bool continues = !merged.empty() && merged.back().source == period.source &&
                               merged.back().kind == period.kind && period.from <= merged.back().to;
        if (continues)
            merged.back().to = std::max(merged.back().to, period.to);
        else
            merged.push_back(period);
    }
    return merged;
}

}  // namespace goodfaith::store

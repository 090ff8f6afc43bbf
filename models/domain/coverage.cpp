// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/coverage.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace goodfaith {
namespace {

constexpr auto quietDays = std::chrono::days(7);

}  // namespace

bool Coverage::covers(RecordKind kind, Instant at) const {
    return std::any_of(periods_.begin(), periods_.end(), [&](const CoveredPeriod& period) {
        return period.kind == kind && period.from <= at && at <= period.to;
    });
}

bool Coverage::covers(RecordKind kind, SourceId source, Instant from, Instant to) const {
    std::vector<std::pair<Instant, Instant>> known;
    for (const auto& period : periods_) {
        if (period.kind == kind && period.source == source)
            known.emplace_back(period.from, period.to);
    }
    std::sort(known.begin(), known.end());
    std::optional<Instant> until;  // known without a gap from `from` on
    for (const auto& [begin, end] : known) {
        const bool continues = until ? begin <= *until + quietDays : begin <= from && from <= end;
        if (continues)
            until = std::max(until.value_or(end), end);
    }
    return until && to <= *until;
}

}  // namespace goodfaith

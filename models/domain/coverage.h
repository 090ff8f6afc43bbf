// SPDX-License-Identifier: GPL-3.0-or-later
// Which kinds of records are known from which source for which period. Absence ("no return came")
// is evidence only inside it.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/record.h"

#include <vector>

namespace goodfaith {

struct CoveredPeriod {
    SourceId source;
    RecordKind kind = RecordKind::Order;
    Instant from;
    Instant to;
    friend bool operator==(const CoveredPeriod&, const CoveredPeriod&) = default;
};

class Coverage {
public:
    Coverage() = default;
    explicit Coverage(std::vector<CoveredPeriod> periods) : periods_(std::move(periods)) {}
    // Whether some source's records of that kind are known at that instant.
    bool covers(RecordKind kind, Instant at) const;
    // Whether that source's records of that kind are known from the one instant to the other. The
    // quiet days between two exports, a week at most, are no gap.
    bool covers(RecordKind kind, SourceId source, Instant from, Instant to) const;
    const std::vector<CoveredPeriod>& periods() const { return periods_; }

private:
    std::vector<CoveredPeriod> periods_;
};

}  // namespace goodfaith

// SPDX-License-Identifier: GPL-3.0-or-later
// How long waits of the shop lasted, or have lasted so far: in calendar and in business time, and
// as the targets count.
#pragma once

#include "models/domain/business_calendar.h"
#include "models/reports/report_source.h"

namespace goodfaith::reports {

struct Elapsed {
    Duration calendar{};
    Duration business{};
    bool ended = false;
};

class Stopwatch {
public:
    explicit Stopwatch(const ReportInput& input);

    // `end`: nothing, or later than is known: it goes on.
    Elapsed elapsed(Instant since, std::optional<Instant> end) const;
    // As the targets count.
    Duration counted(const Elapsed& elapsed) const;
    bool isWithinTarget(const Elapsed& elapsed) const;
    bool isPastLimit(const Elapsed& elapsed) const;
    // Whether it is known if the target was met: it was answered, or is past it.
    bool isDue(const Elapsed& elapsed) const;

private:
    const ReportInput& input_;
    BusinessCalendar calendar_;
};

// " of our hours of work" where targets count in these, else "".
QString targetTimeWords(const ShopSettings& settings);
// "24 hours"
QString hoursWords(Duration duration);

}  // namespace goodfaith::reports

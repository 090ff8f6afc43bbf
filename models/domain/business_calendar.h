// SPDX-License-Identifier: GPL-3.0-or-later
// Reckons in the time that a shop is open: exact to the millisecond, whatever summer time does.
// Own arithmetic over spans of UTC rather than Boost's time_period: the zones are Qt's, so every
// span is made from Qt's answers anyway, and what is left is to add up differences of integers.
// Copies share what they are made of; any thread may ask.
#pragma once

#include "models/domain/business_hours.h"
#include "models/domain/instant.h"

#include <QDate>

#include <memory>
#include <optional>
#include <vector>

namespace goodfaith {

struct OpenSpan {
    Instant begin;
    Instant end;  // not within
};

class BusinessCalendar {
public:
    BusinessCalendar(const WeekHours& hours, const std::vector<Holiday>& holidays,
                     const QTimeZone& zone);

    const QTimeZone& zone() const;
    bool isOpen(Instant at) const;
    // Whether the shop opens on that day at all.
    bool isWorkingDay(QDate day) const;
    // The first working day after `day`.
    QDate workingDayAfter(QDate day) const;
    // Ascending; an hour that the clocks skip is not within.
    std::vector<OpenSpan> openOn(QDate day) const;
    // When it closes for the day; of a day that it does not open on, that day's end.
    Instant closeOf(QDate day) const;

    // How much of the time between lies within open hours; 0 when `to` is not after `from`.
    Duration businessTime(Instant from, Instant to) const;
    // The first instant at which that much of it has passed since `start`; `start` for none.
    Instant addBusinessTime(Instant start, Duration duration) const;

private:
    // The spans of a stretch of days, with what is the same for all of them asked for once.
    class Days;
    // The spans of some decades, counted up when they are first asked for.
    class CountedSpans;
    struct Rules;

    bool isHoliday(QDate day) const;

    std::shared_ptr<const Rules> rules_;
};

}  // namespace goodfaith

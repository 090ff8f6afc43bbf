// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/promise_due.h"

#include <algorithm>

namespace goodfaith::understanding {
namespace {

using namespace std::chrono_literals;

constexpr int noon = 12 * 60;
constexpr int usualClose = 18 * 60;  // of a day that the shop does not open on
constexpr int daysOfWeek = 7;
constexpr int monthsOfYear = 12;

class Resolver {
public:
    Resolver(Instant madeAt, const BusinessCalendar& calendar)
        : madeAt_(madeAt), calendar_(calendar), today_(dayOf(madeAt, calendar.zone())) {}

    std::optional<Instant> resolve(const RelativeDue& due, bool monthFirst) const {
        std::optional<Instant> at;
        switch (due.base) {
            case DueBase::Span:
                at = span(due);
                break;
            case DueBase::Days:
                at = days(due);
                break;
            case DueBase::Weekday:
                at = onDay(weekday(due), due);
                break;
            case DueBase::Date:
                at = date(due, monthFirst);
                break;
            case DueBase::Period:
                at = period(due);
                break;
        }
        return at && *at > madeAt_ ? at : std::nullopt;
    }

private:
    Instant span(const RelativeDue& due) const {
        switch (due.unit) {
            case DueUnit::Minute:
                return madeAt_ + std::chrono::minutes(due.count);
            case DueUnit::Hour:
                return madeAt_ + std::chrono::hours(due.count);
            case DueUnit::WorkingHour:
                return calendar_.addBusinessTime(madeAt_, std::chrono::hours(due.count));
            case DueUnit::WorkingDay:
                return calendar_.closeOf(workingDaysOn(due.count));
            case DueUnit::Day:
                return endOf(today_.addDays(due.count));
            case DueUnit::Week:
                return endOf(today_.addDays(qint64(due.count) * daysOfWeek));
            case DueUnit::Month:
                return endOf(today_.addMonths(due.count));
        }
        return madeAt_;
    }

    QDate workingDaysOn(int count) const {
        QDate day = today_;
        for (; count > 0; --count)
            day = calendar_.workingDayAfter(day);
        return day;
    }

    // A day's close, or its end where somebody names a day or an hour at which nobody works.
    Instant endOf(QDate day) const {
        const Instant close = calendar_.closeOf(day);
        return close > madeAt_ ? close : endOfDay(day, calendar_.zone());
    }

    Instant at(QDate day, int minute) const {
        constexpr int minutesOfDay = 24 * 60;
        return minute >= minutesOfDay
                   ? endOfDay(day, calendar_.zone())
                   : instantFromLocal(day, QTime(0, 0).addSecs(minute * 60), calendar_.zone());
    }

    Instant onDay(QDate day, const RelativeDue& due) const {
        if (due.isDayBefore)
            day = day.addDays(-1);
        if (due.minute)
            return at(day, *due.minute);
        switch (due.part) {
            case DayPart::Morning:
                return at(day, noon);
            case DayPart::Afternoon:
                return calendar_.isWorkingDay(day) && calendar_.closeOf(day) > at(day, noon)
                           ? endOf(day)
                           : at(day, usualClose);
            case DayPart::Evening:
                return endOfDay(day, calendar_.zone());
            case DayPart::Whole:
            case DayPart::Close:
                break;
        }
        return endOf(day);
    }

    // "Tomorrow" on a Friday is when somebody is there again. An hour alone that is over today is
    // tomorrow's.
    Instant days(const RelativeDue& due) const {
        if (due.count > 0)
            return onDay(workingDaysOn(due.count), due);
        const Instant today = onDay(today_, due);
        return due.minute && today <= madeAt_ ? onDay(calendar_.workingDayAfter(today_), due)
                                              : today;
    }

    QDate mondayOf(QDate day) const { return day.addDays(1 - day.dayOfWeek()); }

    // The next such day, never the day of writing itself.
    QDate weekday(const RelativeDue& due) const {
        if (due.isOfNextWeek)
            return mondayOf(today_).addDays(daysOfWeek + due.day - 1);
        const int ahead = (due.day - today_.dayOfWeek() + daysOfWeek) % daysOfWeek;
        return today_.addDays(ahead == 0 ? daysOfWeek : ahead);
    }

    static std::optional<QDate> dayIn(int year, int month, int day) {
        const QDate first(year, month, 1);
        return first.isValid()
                   ? std::optional<QDate>(QDate(year, month, std::min(day, first.daysInMonth())))
                   : std::nullopt;
    }

    // Of the year that brings it closest: a date just over is no promise for next year.
    std::optional<QDate> nearestDay(int month, int day) const {
        std::optional<QDate> nearest;
        for (const int year : {today_.year() - 1, today_.year(), today_.year() + 1}) {
            const auto date = dayIn(year, month, day);
            if (date &&
                (!nearest || std::abs(today_.daysTo(*date)) < std::abs(today_.daysTo(*nearest))))
                nearest = date;
        }
        return nearest;
    }

    std::optional<Instant> date(RelativeDue due, bool monthFirst) const {
        if (due.mayBeMonthFirst && monthFirst)
            std::swap(due.day, due.month);
        std::optional<QDate> day;
        if (due.month == 0)
            day = dayOfMonth(due.day);
        else if (due.year != 0)
            day = dayIn(due.year, due.month, due.day);
        else
            day = nearestDay(due.month, due.day);
        return day ? std::optional<Instant>(onDay(*day, due)) : std::nullopt;
    }

    // "By the 15th", of this month or else of the next.
    QDate dayOfMonth(int day) const {
        const QDate ofThis = *dayIn(today_.year(), today_.month(), day);
        if (ofThis >= today_)
            return ofThis;
        const QDate next = QDate(today_.year(), today_.month(), 1).addMonths(1);
        return *dayIn(next.year(), next.month(), day);
    }

    Instant period(const RelativeDue& due) const {
        const Instant named = endOfPeriod(due, due.count);
        return named > madeAt_ ? named : endOfPeriod(due, due.count + 1);
    }

    // Its last working day, or the day of the week that is said.
    Instant endOfPeriod(const RelativeDue& due, int ahead) const {
        QDate first, last;
        if (due.unit == DueUnit::Month) {
            first = QDate(today_.year(), today_.month(), 1).addMonths(ahead);
            last = first.addMonths(1).addDays(-1);
        } else {
            first = mondayOf(today_).addDays(qint64(ahead) * daysOfWeek);
            last = first.addDays(daysOfWeek - 1);
            if (due.day != 0)
                return onDay(first.addDays(due.day - 1), due);
        }
        QDate day = last;
        while (day > first && !calendar_.isWorkingDay(day))
            day = day.addDays(-1);
        return onDay(calendar_.isWorkingDay(day) ? day : last, due);
    }

    Instant madeAt_;
    const BusinessCalendar& calendar_;
    QDate today_;
};

}  // namespace

std::optional<Instant> dueOf(const RelativeDue& due, Instant madeAt,
                             const BusinessCalendar& calendar, bool monthFirst) {
    return Resolver(madeAt, calendar).resolve(due, monthFirst);
}

}  // namespace goodfaith::understanding

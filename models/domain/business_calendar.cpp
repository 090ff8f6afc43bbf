// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/business_calendar.h"

#include <algorithm>

namespace goodfaith {
namespace {

// Whole days around a change of the clocks are reckoned by the zone itself.
constexpr auto aroundChange = std::chrono::hours(36);

QTime timeOf(int minute) {
    return QTime(0, 0).addSecs(minute * 60);
}

Instant wallAsUtc(QDate day) {
    constexpr qint64 millisOfDay = 86400000;
    return instantFromMillis(QDate(1970, 1, 1).daysTo(day) * millisOfDay);
}

}  // namespace

class BusinessCalendar::Days {
public:
    Days(const BusinessCalendar& calendar, Instant from, Instant to) : calendar_(calendar) {
        const auto moment = [](Instant at) {
            return QDateTime::fromMSecsSinceEpoch(toMillis(at), QTimeZone::utc());
        };
        const QDateTime first = moment(from - 2 * aroundChange);
        offset_ = std::chrono::seconds(calendar.zone_.offsetFromUtc(first));
        for (const auto& change :
             calendar.zone_.transitions(first, moment(to + 2 * aroundChange))) {
            changes_.push_back(instantFromMillis(change.atUtc.toMSecsSinceEpoch()));
            offsets_.push_back(std::chrono::seconds(change.offsetFromUtc));
        }
    }

    // Calls take(span) for each; days must be within the stretch.
    template <class Take>
    void forEachSpan(QDate day, Take take) const {
        const auto& spans = calendar_.hours_[size_t(day.dayOfWeek() - 1)];
        if (spans.empty() || calendar_.isHoliday(day))
            return;
        const Instant wall = wallAsUtc(day);
        const auto next = std::lower_bound(changes_.begin(), changes_.end(), wall - aroundChange);
        const bool isChange =
            next != changes_.end() && *next < wall + std::chrono::days(1) + aroundChange;
        const auto passed = size_t(next - changes_.begin());
        const Duration offset = passed == 0 ? offset_ : offsets_[passed - 1];
        for (const DaySpan& span : spans) {
            const OpenSpan open = isChange
                                      ? OpenSpan{at(day, span.begin), at(day, span.end)}
                                      : OpenSpan{wall + std::chrono::minutes(span.begin) - offset,
                                                 wall + std::chrono::minutes(span.end) - offset};
            if (open.begin < open.end)
                take(open);
        }
    }

private:
    Instant at(QDate day, int minute) const {
        constexpr int minutesOfDay = 24 * 60;
        return minute == minutesOfDay ? startOfDay(day.addDays(1), calendar_.zone_)
                                      : instantFromLocal(day, timeOf(minute), calendar_.zone_);
    }

    const BusinessCalendar& calendar_;
    Duration offset_{};
    std::vector<Instant> changes_;
    std::vector<Duration> offsets_;
};

BusinessCalendar::BusinessCalendar(const WeekHours& hours, const std::vector<Holiday>& holidays,
                                   const QTimeZone& zone)
    : hours_(hours), zone_(zone) {
    for (const Holiday& holiday : holidays) {
        if (holiday.kind == Holiday::Kind::Date)
            dates_.insert(QDate(holiday.year, holiday.month, holiday.day));
        else
            moving_.push_back(holiday);
    }
    // Hours are never empty as people set them; a default value of the type would be.
    if (std::all_of(hours_.begin(), hours_.end(), [](const auto& day) { return day.empty(); }))
        hours_ = usualHours();
}

bool BusinessCalendar::isHoliday(QDate day) const {
    return dates_.contains(day) || std::any_of(moving_.begin(), moving_.end(),
                                               [&](const Holiday& h) { return h.isOn(day); });
}

bool BusinessCalendar::isWorkingDay(QDate day) const {
    return !hours_[size_t(day.dayOfWeek() - 1)].empty() && !isHoliday(day);
}

QDate BusinessCalendar::workingDayAfter(QDate day) const {
    do {
        day = day.addDays(1);
    } while (!isWorkingDay(day));
    return day;
}

std::vector<OpenSpan> BusinessCalendar::openOn(QDate day) const {
    std::vector<OpenSpan> spans;
    const Instant wall = wallAsUtc(day);
    Days(*this, wall, wall + std::chrono::days(1)).forEachSpan(day, [&](const OpenSpan& span) {
        spans.push_back(span);
    });
    return spans;
}

Instant BusinessCalendar::closeOf(QDate day) const {
    const auto spans = openOn(day);
    return spans.empty() ? endOfDay(day, zone_) : spans.back().end;
}

bool BusinessCalendar::isOpen(Instant at) const {
    const auto spans = openOn(dayOf(at, zone_));
    return std::any_of(spans.begin(), spans.end(),
                       [&](const OpenSpan& span) { return span.begin <= at && at < span.end; });
}

Duration BusinessCalendar::businessTime(Instant from, Instant to) const {
    Duration sum{};
    if (to <= from)
        return sum;
    const Days days(*this, from, to);
    const QDate last = dayOf(to, zone_);
    for (QDate day = dayOf(from, zone_); day <= last; day = day.addDays(1)) {
        days.forEachSpan(day, [&](const OpenSpan& span) {
            sum += std::max(std::min(span.end, to) - std::max(span.begin, from), Duration::zero());
        });
    }
    return sum;
}

Instant BusinessCalendar::addBusinessTime(Instant start, Duration duration) const {
    if (duration <= Duration::zero())
        return start;
    constexpr int daysAtOnce = 64;
    std::optional<Instant> reached;
    for (QDate first = dayOf(start, zone_); !reached; first = first.addDays(daysAtOnce)) {
        const Instant wall = wallAsUtc(first);
        const Days days(*this, wall, wall + std::chrono::days(daysAtOnce));
        for (int day = 0; day < daysAtOnce && !reached; ++day) {
            days.forEachSpan(first.addDays(day), [&](const OpenSpan& span) {
                const Instant begin = std::max(span.begin, start);
                if (reached || begin >= span.end)
                    return;
                if (duration <= span.end - begin)
                    reached = begin + duration;
                else
                    duration -= span.end - begin;
            });
        }
    }
    return *reached;
}

}  // namespace goodfaith

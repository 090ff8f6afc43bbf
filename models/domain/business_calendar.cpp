// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/business_calendar.h"

#include <QSet>

#include <algorithm>
#include <mutex>

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

// Sorted, so that it takes two look-ups to say how long it was open in between.
class BusinessCalendar::CountedSpans {
public:
    explicit CountedSpans(const BusinessCalendar& calendar);

    // Whether all of it lies within the decades; what lies beyond is rare.
    bool hold(Instant from, Instant to) const { return from >= first_ && to <= last_; }
    // How long it was open from the beginning of the decades.
    Duration until(Instant at) const {
        const auto next = std::upper_bound(
            spans_.begin(), spans_.end(), at,
            [](Instant moment, const Counted& counted) { return moment < counted.span.begin; });
        if (next == spans_.begin())
            return {};
        const Counted& last = *std::prev(next);
        return last.before + (std::min(at, last.span.end) - last.span.begin);
    }

private:
    struct Counted {
        OpenSpan span;
        Duration before{};
    };
    std::vector<Counted> spans_;
    Instant first_, last_;
};

struct BusinessCalendar::Rules {
    WeekHours hours;
    std::vector<Holiday> moving;  // those that no date names
    QSet<QDate> dates;
    QTimeZone zone;
    mutable std::once_flag isCounted;
    mutable std::optional<CountedSpans> counted;
};

class BusinessCalendar::Days {
public:
    Days(const BusinessCalendar& calendar, Instant from, Instant to)
        : rules_(*calendar.rules_), calendar_(calendar) {
        const auto moment = [](Instant at) {
            return QDateTime::fromMSecsSinceEpoch(toMillis(at), QTimeZone::utc());
        };
        const QDateTime first = moment(from - 2 * aroundChange);
        offset_ = std::chrono::seconds(rules_.zone.offsetFromUtc(first));
        for (const auto& change : rules_.zone.transitions(first, moment(to + 2 * aroundChange))) {
            changes_.push_back(instantFromMillis(change.atUtc.toMSecsSinceEpoch()));
            offsets_.push_back(std::chrono::seconds(change.offsetFromUtc));
        }
    }

    // Calls take(span) for each; days must be within the stretch.
    template <class Take>
    void forEachSpan(QDate day, Take take) const {
        const auto& spans = rules_.hours[size_t(day.dayOfWeek() - 1)];
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
        return minute == minutesOfDay ? startOfDay(day.addDays(1), rules_.zone)
                                      : instantFromLocal(day, timeOf(minute), rules_.zone);
    }

    const Rules& rules_;
    const BusinessCalendar& calendar_;
    Duration offset_{};
    std::vector<Instant> changes_;
    std::vector<Duration> offsets_;
};

BusinessCalendar::CountedSpans::CountedSpans(const BusinessCalendar& calendar) {
    const QDate first(2010, 1, 1), last(2040, 1, 1);
    first_ = startOfDay(first, calendar.zone());
    last_ = startOfDay(last, calendar.zone());
    const Days days(calendar, first_, last_);
    Duration before{};
    bool areInOrder = true;
    for (QDate day = first; day < last; day = day.addDays(1)) {
        days.forEachSpan(day, [&](const OpenSpan& span) {
            areInOrder = areInOrder && (spans_.empty() || spans_.back().span.end <= span.begin);
            spans_.push_back({span, before});
            before += span.end - span.begin;
        });
    }
    // Where a zone skipped a day, those of two days fall together.
    if (!areInOrder)
        first_ = Instant::max();
}

BusinessCalendar::BusinessCalendar(const WeekHours& hours, const std::vector<Holiday>& holidays,
                                   const QTimeZone& zone) {
    const auto rules = std::make_shared<Rules>();
    rules->hours = hours;
    rules->zone = zone;
    for (const Holiday& holiday : holidays) {
        if (holiday.kind == Holiday::Kind::Date)
            rules->dates.insert(QDate(holiday.year, holiday.month, holiday.day));
        else
            rules->moving.push_back(holiday);
    }
    // Hours are never empty as people set them; a default value of the type would be.
    if (std::all_of(hours.begin(), hours.end(), [](const auto& day) { return day.empty(); }))
        rules->hours = usualHours();
    rules_ = rules;
}

const QTimeZone& BusinessCalendar::zone() const {
    return rules_->zone;
}

bool BusinessCalendar::isHoliday(QDate day) const {
    return rules_->dates.contains(day) ||
           std::any_of(rules_->moving.begin(), rules_->moving.end(),
                       [&](const Holiday& holiday) { return holiday.isOn(day); });
}

bool BusinessCalendar::isWorkingDay(QDate day) const {
    return !rules_->hours[size_t(day.dayOfWeek() - 1)].empty() && !isHoliday(day);
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
    return spans.empty() ? endOfDay(day, zone()) : spans.back().end;
}

bool BusinessCalendar::isOpen(Instant at) const {
    const auto spans = openOn(dayOf(at, zone()));
    return std::any_of(spans.begin(), spans.end(),
                       [&](const OpenSpan& span) { return span.begin <= at && at < span.end; });
}

Duration BusinessCalendar::businessTime(Instant from, Instant to) const {
    Duration sum{};
    if (to <= from)
        return sum;
    std::call_once(rules_->isCounted, [&] { rules_->counted.emplace(*this); });
    if (rules_->counted->hold(from, to))
        return rules_->counted->until(to) - rules_->counted->until(from);
    const Days days(*this, from, to);
    const QDate last = dayOf(to, zone());
    for (QDate day = dayOf(from, zone()); day <= last; day = day.addDays(1)) {
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
    for (QDate first = dayOf(start, zone()); !reached; first = first.addDays(daysAtOnce)) {
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

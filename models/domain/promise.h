// SPDX-License-Identifier: GPL-3.0-or-later
// What we promised a customer: as a text says it, with a due time relative to when it was written,
// and as it stands: due when, kept or broken.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QString>

#include <optional>
#include <vector>

namespace goodfaith {

enum class PromiseKind { Call, Reply, Refund, Replacement, Dispatch, Delivery, Other };
QString nameOf(PromiseKind kind);  // "call"
std::optional<PromiseKind> promiseKindFromName(QStringView name);

enum class DueBase {
    Span,     // so long after it was written
    Days,     // so many days on: 0 is today
    Weekday,  // the next such day
    Date,     // a day of a month, or of a year
    Period,   // within this week or month, or the next
};
enum class DueUnit { Minute, Hour, Day, Week, Month, WorkingHour, WorkingDay };
enum class DayPart { Whole, Morning, Afternoon, Evening, Close };

// "By Friday noon", before anybody says which Friday. What a base does not use stays as it is.
struct RelativeDue {
    DueBase base = DueBase::Days;
    int count = 0;                   // Span, Days; of a Period: 0 this one, 1 the next
    DueUnit unit = DueUnit::Day;     // Span, Period
    int day = 0;                     // Date; Weekday: 1 is Monday; Period of weeks: the last day
    int month = 0;                   // Date; 0: only the day is said
    int year = 0;                    // Date; 0: not said
    bool isOfNextWeek = false;       // Weekday
    bool mayBeMonthFirst = false;    // Date: 3/4 is 4 March in the United States
    bool isDayBefore = false;        // "before Friday"
    DayPart part = DayPart::Whole;   // of the day
    std::optional<int> minute = {};  // of the day, by the wall clock; up to 24 * 60
    friend bool operator==(const RelativeDue&, const RelativeDue&) = default;
};

// Depends on the text alone, so it is kept with the text's reading.
struct StatedPromise {
    PromiseKind kind = PromiseKind::Other;
    RelativeDue due;
    QString phrase;  // "we will refund you within 5 days": one line, without the rest
    friend bool operator==(const StatedPromise&, const StatedPromise&) = default;
};
// One line each, as they are stored. What cannot be read is left out.
QString textOf(const std::vector<StatedPromise>& promises);
std::vector<StatedPromise> statedPromisesFrom(const QString& text);

enum class PromiseState {
    Due,      // there is time left
    Kept,     // in time
    Broken,   // done too late, or not done where we would know
    Unknown,  // the time is over, and the records do not tell
};
QString nameOf(PromiseState state);

struct Promise {
    EventId event;  // the message that it was made in; none of one noted by hand
    PromiseKind kind = PromiseKind::Other;
    QString phrase;
    Instant madeAt;
    Instant due;
    std::vector<EventId> orders;  // that it is about, as far as known
    PromiseState state = PromiseState::Due;
    std::optional<Instant> doneAt = {};  // in time or late
    EventId done = {};                   // what did it
    ActId noted = {};                    // by which act, where a person noted it
    int place = 0;                       // among the promises of its message, from 0 on
    bool isSeenTo = false;               // a person said so in the queue
    // Whether an agent must still see to it: due, or overdue for two weeks at most.
    bool stands(Instant asOf) const;
};

}  // namespace goodfaith

// SPDX-License-Identifier: GPL-3.0-or-later
// Points in time: UTC, to the millisecond. Nothing in models/ asks what time it is; "now" is passed
// in.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace goodfaith {

using Duration = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Duration>;

constexpr Instant instantFromMillis(qint64 millis) {
    return Instant(Duration(millis));
}
constexpr qint64 toMillis(Instant instant) {
    return instant.time_since_epoch().count();
}
constexpr qint64 toSeconds(Duration duration) {
    return duration.count() / 1000;
}

// "2024-07-01T00:00:00Z"; milliseconds only where there are any. The form of the CLI and of
// payloads.
QString toIsoUtc(Instant instant);

// An ISO 8601 date-time with or without an offset, or a bare date (its first instant). Without an
// offset it is a wall-clock time in `zone`: in a gap of summer time it moves forward, in a fold the
// first of the two is taken. Nothing for anything else, for years outside 1900 to 2200, and for
// trailing characters.
std::optional<Instant> parseIso(QStringView text, const QTimeZone& zone);

// A wall-clock time in `zone`, in a gap or fold as above.
Instant instantFromLocal(QDate day, QTime time, const QTimeZone& zone);

// The as-of of the command line: an instant, or a date, which means the end of that day in `zone`.
std::optional<Instant> parseAsOf(QStringView text, const QTimeZone& zone);

// Of two midnights the first; of a day that the zone skips, the beginning of the next.
Instant startOfDay(QDate day, const QTimeZone& zone);
// The last millisecond of the day.
Instant endOfDay(QDate day, const QTimeZone& zone);
QDate dayOf(Instant instant, const QTimeZone& zone);
QDateTime toLocal(Instant instant, const QTimeZone& zone);
// `months` calendar months earlier or later, in UTC; a day the month lacks becomes that month's
// last.
Instant monthsBefore(Instant instant, int months);
Instant monthsAfter(Instant instant, int months);

}  // namespace goodfaith

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/calendar.h"

namespace goodfaith::sample_shop {
namespace {

constexpr int openingSecond = 9 * 3600;
constexpr int closingSecond = 17 * 3600 + 1800;
constexpr qint64 secondsPerDay = 86400;

// Summer time begins and ends at 01:00 UTC on the last Sunday of these months.
Instant changeOfClocks(int year, int month) {
    const QDate last(year, month, 31);
    const QDate sunday = last.addDays(-(last.dayOfWeek() % 7));
    const qint64 days = QDate(1970, 1, 1).daysTo(sunday);
    return Instant(std::chrono::seconds(days * secondsPerDay + 3600));
}

struct WallClock {
    QDate day;
    int second = 0;
};

WallClock wallClock(Instant instant, int offsetMinutes) {
    const qint64 seconds = toMillis(instant) / 1000 + offsetMinutes * 60;
    return {QDate(1970, 1, 1).addDays(seconds / secondsPerDay),
            static_cast<int>(seconds % secondsPerDay)};
}

QString twoDigits(int number) {
    return QString::number(number).rightJustified(2, u'0');
}

QString clockText(int second) {
    return twoDigits(second / 3600) + u':' + twoDigits(second / 60 % 60) + u':' +
           twoDigits(second % 60);
}

QString offsetText(int minutes, const QString& separator) {
    return QString((minutes < 0 ? u'-' : u'+') + twoDigits(std::abs(minutes) / 60) + separator +
                   twoDigits(std::abs(minutes) % 60));
}

bool isWeekend(QDate day) {
    return day.dayOfWeek() > 5;
}

}  // namespace

int londonOffsetMinutes(Instant instant) {
    const int year = wallClock(instant, 0).day.year();
    return instant >= changeOfClocks(year, 3) && instant < changeOfClocks(year, 10) ? 60 : 0;
}

Instant londonTime(QDate day, int secondOfDay) {
    const qint64 days = QDate(1970, 1, 1).daysTo(day);
    const Instant asUtc(std::chrono::seconds(days * secondsPerDay + secondOfDay));
    return asUtc - std::chrono::minutes(londonOffsetMinutes(asUtc));
}

QDate londonDay(Instant instant) {
    return wallClock(instant, londonOffsetMinutes(instant)).day;
}

Instant endOfStory() {
    static const Instant end = londonTime(lastDay, 86399);
    return end;
}

QString isoLondon(Instant instant) {
    const int offset = londonOffsetMinutes(instant);
    const WallClock wall = wallClock(instant, offset);
    return wall.day.toString(Qt::ISODate) + u'T' + clockText(wall.second) +
           offsetText(offset, QStringLiteral(":"));
}

QString isoUtc(Instant instant) {
    const WallClock wall = wallClock(instant, 0);
    return wall.day.toString(Qt::ISODate) + u'T' + clockText(wall.second) + u'Z';
}

QString mailDate(Instant instant, int offsetMinutes) {
    static constexpr const char* days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const WallClock wall = wallClock(instant, offsetMinutes);
    return QStringLiteral("%1, %2 %3 %4 %5 %6")
        .arg(QLatin1String(days[wall.day.dayOfWeek() - 1]))
        .arg(wall.day.day())
        .arg(QLatin1String(months[wall.day.month() - 1]))
        .arg(wall.day.year())
        .arg(clockText(wall.second), offsetText(offsetMinutes, QString()));
}

Instant waking(Random& random, QDate day) {
    static constexpr std::array hours{0,  7,  8,  8,  9,  9,  10, 10, 11, 12, 12, 13, 13, 14, 15,
                                      16, 17, 18, 18, 19, 19, 20, 20, 20, 21, 21, 21, 22, 22, 23};
    const int hour = random.pick(hours);
    return londonTime(day, hour * 3600 + random.below(3600));
}

Instant laterAwake(Instant from, int minutes) {
    const Instant later = from + std::chrono::minutes(minutes);
    const WallClock wall = wallClock(later, londonOffsetMinutes(later));
    constexpr int night = 6 * 3600 + 1800;
    return wall.second < night ? londonTime(wall.day, night + wall.second / 3) : later;
}

Instant afterOfficeMinutes(Instant from, int minutes) {
    WallClock wall = wallClock(from, londonOffsetMinutes(from));
    int left = minutes * 60 + wall.second % 60;
    for (;;) {
        const int start = std::max(wall.second, openingSecond);
        const int open = isWeekend(wall.day) ? 0 : std::max(0, closingSecond - start);
        if (left < open)
            return londonTime(wall.day, start + left);
        left -= open;
        wall = {wall.day.addDays(1), 0};
    }
}

QDate workingDayFrom(QDate day) {
    while (isWeekend(day))
        day = day.addDays(1);
    return day;
}

QDate addWorkingDays(QDate day, int days) {
    for (int i = 0; i < days; ++i)
        day = workingDayFrom(day.addDays(1));
    return day;
}

}  // namespace goodfaith::sample_shop

// SPDX-License-Identifier: GPL-3.0-or-later
// When a shop is open, as people write it: hours by weekday, several spans a day, and holidays.
// Plain values and their texts; BusinessCalendar reckons with them.
#pragma once

#include <QDate>
#include <QString>

#include <array>
#include <vector>

namespace goodfaith {

// Minutes after midnight by the wall clock; the end, 24:00 at the latest, is not within.
struct DaySpan {
    int begin = 0;
    int end = 0;
    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// By weekday from Monday on, each day's spans ascending and apart from each other.
using WeekHours = std::array<std::vector<DaySpan>, 7>;

// Monday to Friday, 9 to 17.
WeekHours usualHours();
// "Mon-Fri 09:00-12:30 13:00-17:00; Sat 10:00-14:00". Throws Failure (WrongUse) for anything else,
// and for hours at which nobody is ever there.
WeekHours weekHoursFrom(const QString& text);
QString weekHoursText(const WeekHours& hours);

// A date ("2026-12-31"), one of every year ("12-25"), or days before or after Easter Sunday
// ("easter-2" is Good Friday, "easter+1" Easter Monday).
struct Holiday {
    enum class Kind { Date, Yearly, Easter };
    Kind kind = Kind::Date;
    int year = 0;
    int month = 0;
    int day = 0;
    int daysAfterEaster = 0;

    bool isOn(QDate date) const;
    friend bool operator==(const Holiday&, const Holiday&) = default;
};

// Comma-separated, none twice. Throws Failure (WrongUse); also for more days a year than any shop
// is closed on.
std::vector<Holiday> holidaysFrom(const QString& text);
QString holidaysText(const std::vector<Holiday>& holidays);

// Of the Gregorian calendar.
QDate easterSunday(int year);

}  // namespace goodfaith

// SPDX-License-Identifier: GPL-3.0-or-later
// Cells to values: amounts, numbers, times and durations as shops write them. Nothing is guessed
// where two readings differ: then the answer is a reason instead of a value.
#pragma once

#include "models/domain/instant.h"
#include "models/domain/money.h"

#include <QHash>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace goodfaith::importers {

template <class Value>
struct Reading {
    std::optional<Value> value;
    QString reason;  // where there is no value: what was expected
};

enum class DecimalMark { Unknown, Point, Comma };

// What a number says about its column: "1.234,50" and "12,5" have a comma; "1,234" says nothing.
DecimalMark decimalMarkOf(QStringView cell);

// A number with '.' as its only mark, from any usual writing: grouping by points, commas, blanks or
// apostrophes, a leading or trailing minus, brackets for a negative. "1,234" is read by `mark`;
// where that is unknown the point is the decimal mark, so it is 1234. Nothing when it is no number.
std::optional<QString> plainNumber(QStringView cell, DecimalMark mark);

// The number of an amount without its symbol or code.
std::optional<QString> numberOfAmount(QStringView cell, DecimalMark mark);

Reading<double> readNumber(QStringView cell, DecimalMark mark);

// An amount with or without a symbol or code. The column's currency is that of the row, `fallback`
// stands where neither it nor the cell names one. A bare $ or ¥ is the fallback where that fits.
Reading<Money> readAmount(QStringView cell, DecimalMark mark, Currency ofRow, Currency fallback);

// The address of a cell with nothing but one, or with a name before it: "Ada <ada@mail.example>".
std::optional<QString> mailAddressIn(const QString& cell);

// Whole seconds: "95", "95.0", "1:35", "00:01:35".
Reading<qint64> readSeconds(QStringView cell);

enum class DateOrder { Unknown, DayFirst, MonthFirst, YearFirst };
std::optional<DateOrder> dateOrderFromName(QStringView name);  // "dmy", "mdy", "ymd"

// What a date says about its column: "25/12/2024" has the day first; "03/04/2024" says nothing.
DateOrder dateOrderOf(QStringView cell);

// The same with the mark between its numbers, and whether it needs the others to be read.
struct DateHint {
    DateOrder order = DateOrder::Unknown;
    QChar separator;
    bool isAmbiguous = false;
};
DateHint dateHintOf(QStringView cell);

// What a wall-clock time met: it does not exist (the clock was put forward over it), or is twice.
enum class ClockNote { None, Gap, Fold };

class TimeReader {
public:
    // `zone` is for times without an offset. With a set order no value may contradict it.
    TimeReader(const QTimeZone& zone, DateOrder order) : zone_(zone), order_(order) {}

    // The order of dates with that mark ('/' or '-'), where none is set.
    void learn(QChar separator, DateOrder order);

    // ISO 8601 (with "T" or a blank), 2024/03/01, 1.3.2024, 01/03/2024 or 01-03-2024 where the
    // order is known or follows from the date itself, and dates with a month's name ("Oct 7, 2025",
    // "10-Dez-25", "7 de octubre de 2025"); each with a weekday before it and a time of day of 24
    // or 12 hours behind it, or without. A zone may follow: an offset, an abbreviation (PST, CEST)
    // or a name (Europe/Berlin). Two digits of a year are 1970 to 2069; years 1970 to 2100.
    Reading<Instant> read(QStringView cell);

    // Of the last time read. In a gap the time moves forward by its length, in a fold the first of
    // the two is taken.
    ClockNote note() const { return note_; }

private:
    QTimeZone zone_;
    DateOrder order_;
    DateOrder slashOrder_ = DateOrder::Unknown;
    DateOrder hyphenOrder_ = DateOrder::Unknown;
    ClockNote note_ = ClockNote::None;
    // Milliseconds to take off a wall-clock time of that day; nothing on a day of two offsets.
    QHash<QDate, std::optional<qint64>> offsets_;

    DateOrder orderFor(QChar separator) const;
    Instant fromLocal(QDate day, QTime time);
    Instant fromChange(QDate day, QTime time, const QTimeZone& zone);
    static Instant fromLocalUtc(QDate day, QTime time);
};

}  // namespace goodfaith::importers

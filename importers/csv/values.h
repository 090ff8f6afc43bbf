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

// Whole seconds: "95", "95.0", "1:35", "00:01:35".
Reading<qint64> readSeconds(QStringView cell);

enum class DateOrder { Unknown, DayFirst, MonthFirst, YearFirst };
std::optional<DateOrder> dateOrderFromName(QStringView name);  // "dmy", "mdy", "ymd"

// What a date says about its column: "25/12/2024" has the day first; "03/04/2024" says nothing.
DateOrder dateOrderOf(QStringView cell);

class TimeReader {
public:
    // `zone` is for times without an offset. With a set order no value may contradict it.
    TimeReader(const QTimeZone& zone, DateOrder order) : zone_(zone), order_(order) {}

    // ISO 8601 (with "T" or a blank), 2024/03/01, 1.3.2024, and 01/03/2024 or 01-03-2024 where the
    // order is known or follows from the date itself; each with a time of day or without. Years
    // 1970 to 2100.
    Reading<Instant> read(QStringView cell);

private:
    QTimeZone zone_;
    DateOrder order_;
    // Milliseconds to take off a wall-clock time of that day; nothing on a day of two offsets.
    QHash<QDate, std::optional<qint64>> offsets_;

    Instant fromLocal(QDate day, QTime time);
    static Instant fromLocalUtc(QDate day, QTime time);
};

}  // namespace goodfaith::importers

// SPDX-License-Identifier: GPL-3.0-or-later
// A report is a value: columns with units, and rows of cells. The window, the command line and
// files show the same one.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"

#include <QDate>
#include <QString>

#include <variant>
#include <vector>

namespace goodfaith::reports {

enum class Unit {
    Text,
    Count,
    Share,     // double, 0 to 1
    Number,    // double
    Seconds,   // Duration
    Time,      // Instant
    Day,       // QDate
    Customer,  // CustomerCell
    Event,     // EventId
};
QString nameOf(Unit unit);  // "seconds"

struct CustomerCell {
    CustomerId customer;
    QString name;  // "" when there is none
    friend bool operator==(const CustomerCell&, const CustomerCell&) = default;
};

// Unknown, or what the column's unit says; a word ("all", of the row that sums up) in any column.
using Cell = std::variant<std::monostate, QString, qint64, double, Duration, Instant, QDate,
                          CustomerCell, EventId>;

template <class Value>
Cell cellOf(const std::optional<Value>& value) {
    return value ? Cell(*value) : Cell();
}
// Unknown where it is "".
Cell textCell(const QString& text);
// Whole numbers of any type.
inline Cell countCell(auto count) {
    return Cell(static_cast<qint64>(count));
}
// Rounded; unknown of nothing.
Cell shareCell(int part, int whole);

struct Column {
    QString name;   // "first_reply_median_s"
    QString title;  // "First reply, median"
    Unit unit = Unit::Text;
};

using Row = std::vector<Cell>;  // as many as there are columns

struct Report {
    std::vector<Column> columns;
    std::vector<Row> rows;
};

}  // namespace goodfaith::reports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/report_json.h"

#include "app/json/json_values.h"

namespace goodfaith::app {
namespace {

using reports::Cell;
using reports::Column;
using reports::CustomerCell;

const auto nameColumn = QStringLiteral("name");

struct ToJson {
    QJsonValue operator()(std::monostate) const { return QJsonValue::Null; }
    QJsonValue operator()(const QString& text) const { return text; }
    QJsonValue operator()(qint64 count) const { return count; }
    QJsonValue operator()(double share) const { return share; }
    QJsonValue operator()(Duration duration) const { return toSeconds(duration); }
    QJsonValue operator()(Instant instant) const { return toJson(instant); }
    QJsonValue operator()(QDate day) const { return day.toString(Qt::ISODate); }
    QJsonValue operator()(const CustomerCell& one) const { return one.customer.value(); }
    QJsonValue operator()(EventId event) const { return event.value(); }
};

QString asText(const Cell& cell) {
    const QJsonValue value = std::visit(ToJson(), cell);
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 12) : value.toString();
}

QString customerName(const Cell& cell) {
    const auto* customer = std::get_if<CustomerCell>(&cell);
    return customer == nullptr ? QString() : customer->name;
}

}  // namespace

QJsonArray columnsToJson(const reports::Report& report) {
    return toArray(report.columns, [](const Column& column) {
        return QJsonObject{{QStringLiteral("name"), column.name},
                           {QStringLiteral("title"), column.title},
                           {QStringLiteral("unit"), nameOf(column.unit)}};
    });
}

QJsonArray rowsToJson(const reports::Report& report) {
    return toArray(report.rows, [&](const reports::Row& row) {
        QJsonObject object;
        for (size_t at = 0; at < row.size(); ++at) {
            object.insert(report.columns[at].name, std::visit(ToJson(), row[at]));
            if (report.columns[at].unit == reports::Unit::Customer)
                object.insert(nameColumn, textOrNull(customerName(row[at])));
        }
        return object;
    });
}

QStringList headingCells(const reports::Report& report) {
    QStringList cells;
    for (const Column& column : report.columns) {
        cells << column.name;
        if (column.unit == reports::Unit::Customer)
            cells << nameColumn;
    }
    return cells;
}

QStringList textCells(const reports::Report& report, const reports::Row& row) {
    QStringList cells;
    for (size_t at = 0; at < row.size(); ++at) {
        cells << asText(row[at]);
        if (report.columns[at].unit == reports::Unit::Customer)
            cells << customerName(row[at]);
    }
    return cells;
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/report.h"

#include <QJsonArray>

namespace goodfaith::app {

// [{"name": "channel", "title": "Channel", "unit": "text"}, …]
QJsonArray columnsToJson(const reports::Report& report);
// One object a row, by the columns' names; a customer is "customer" and "name". What is unknown is
// null, "all" stands where a row sums up all others.
QJsonArray rowsToJson(const reports::Report& report);

// The same as cells of text, headings first: durations in seconds, times in UTC; "" for unknown.
QStringList headingCells(const reports::Report& report);
QStringList textCells(const reports::Report& report, const reports::Row& row);

}  // namespace goodfaith::app

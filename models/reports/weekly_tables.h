// SPDX-License-Identifier: GPL-3.0-or-later
// The weekly charts as tables: a row a week, a column for each series and what it rests on.
#pragma once

#include "models/reports/report.h"
#include "models/reports/report_source.h"

namespace goodfaith::reports {

QString complaintsPerWeekDefinition(const ShopSettings& settings);
Report complaintsPerWeekTable(const ReportInput& input);

QString answeredPerWeekDefinition(const ShopSettings& settings);
Report answeredPerWeekTable(const ReportInput& input);

}  // namespace goodfaith::reports

// SPDX-License-Identifier: GPL-3.0-or-later
// How calls were taken: service level, speed of answer, who gave up, who left a word, and whether
// and when we came back to those whom nobody spoke with.
#pragma once

#include "models/reports/report.h"
#include "models/reports/report_source.h"

namespace goodfaith::reports {

enum class CallGrouping { Queue, Agent, Week };

QString phoneReportName(CallGrouping grouping);  // "calls-by-queue"
QString phoneReportTitle(CallGrouping grouping);
QString phoneDefinition(CallGrouping grouping, const ShopSettings& settings);
Report phoneReport(CallGrouping grouping, const ReportInput& input);

// One row for each call that nobody took.
QString missedCallsDefinition(const ShopSettings& settings);
Report missedCallsReport(const ReportInput& input);

}  // namespace goodfaith::reports

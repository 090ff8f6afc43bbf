// SPDX-License-Identifier: GPL-3.0-or-later
// One row for each inquiry and how long it waited, and one for each case and how it went.
#pragma once

#include "models/reports/report.h"
#include "models/reports/report_source.h"

namespace goodfaith::reports {

QString inquiriesDefinition(const ShopSettings& settings);
Report inquiriesReport(const ReportInput& input);

QString casesDefinition(const ShopSettings& settings);
Report casesReport(const ReportInput& input);

}  // namespace goodfaith::reports

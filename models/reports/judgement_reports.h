// SPDX-License-Identifier: GPL-3.0-or-later
// How the shop's own agents judge beside what the records alone say, and what that does to the
// weights of evidence.
#pragma once

#include "models/reports/report.h"
#include "models/reports/report_source.h"

namespace goodfaith::reports {

QString judgementsDefinition(const ShopSettings& settings);
Report judgementsReport(const ReportInput& input);

QString evidenceWeightsDefinition(const ShopSettings& settings);
Report evidenceWeightsReport(const ReportInput& input);

}  // namespace goodfaith::reports

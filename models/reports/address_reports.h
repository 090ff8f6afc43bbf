// SPDX-License-Identifier: GPL-3.0-or-later
// Mailboxes of ours that nobody answers from, and addresses of customers that mail does not reach.
#pragma once

#include "models/reports/report.h"
#include "models/reports/report_source.h"

namespace goodfaith::reports {

QString mailboxesDefinition(const ShopSettings& settings);
Report mailboxesReport(const ReportInput& input);

QString addressesDefinition(const ShopSettings& settings);
Report addressesReport(const ReportInput& input);

}  // namespace goodfaith::reports

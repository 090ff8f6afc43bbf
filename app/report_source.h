// SPDX-License-Identifier: GPL-3.0-or-later
// Managers' reports over the shop's database: what they count is streamed from the kept cases and
// waits. Long periods take seconds: not for the window's thread.
#pragma once

#include "models/reports/reports.h"
#include "models/store/database.h"

namespace goodfaith::app {

// The period's ends are included; without one it is all there is.
reports::Report makeReport(store::Database& database, const reports::ReportInfo& info,
                           std::optional<Instant> from, std::optional<Instant> to, Instant asOf);

// Addresses of a customer that mail does not reach, or hardly will.
std::vector<AddressOverview> doubtfulAddresses(store::Database& database,
                                               const CustomerOverview& customer, Instant asOf);

}  // namespace goodfaith::app

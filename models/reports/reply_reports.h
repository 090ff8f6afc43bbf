// SPDX-License-Identifier: GPL-3.0-or-later
// How long customers waited for first replies, next replies and resolutions: one row for all and
// one for each channel, mailbox, queue, agent, customer or week.
#pragma once

#include "models/reports/report.h"
#include "models/reports/report_source.h"

namespace goodfaith::reports {

enum class ReplyGrouping { Channel, Mailbox, Queue, Agent, Customer, Week };

// "replies-by-channel"
QString replyReportName(ReplyGrouping grouping);
QString replyReportTitle(ReplyGrouping grouping);
QString replyDefinition(ReplyGrouping grouping, const ShopSettings& settings);
Report replyReport(ReplyGrouping grouping, const ReportInput& input);

}  // namespace goodfaith::reports

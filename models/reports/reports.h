// SPDX-License-Identifier: GPL-3.0-or-later
// All reports by name. A new one is a file pair and a line in reports().
#pragma once

#include "models/reports/report.h"
#include "models/reports/report_source.h"

namespace goodfaith::reports {

struct ReportInfo {
    QString name;   // "replies-by-mailbox"
    QString title;  // "Replies by mailbox"
    // What is counted, in plain sentences.
    std::function<QString(const ShopSettings&)> definition;
    std::function<Report(const ReportInput&)> make;
    bool isDrawn = false;  // the window has a chart of it
};

const std::vector<ReportInfo>& reports();
// nullptr where there is none.
const ReportInfo* findReport(QStringView name);

}  // namespace goodfaith::reports

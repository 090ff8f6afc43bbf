// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/reports.h"

#include "models/reports/address_reports.h"
#include "models/reports/inquiry_reports.h"
#include "models/reports/judgement_reports.h"
#include "models/reports/phone_reports.h"
#include "models/reports/reply_reports.h"
#include "models/reports/weekly_tables.h"

#include <algorithm>

namespace goodfaith::reports {
namespace {

ReportInfo replies(ReplyGrouping by) {
    return {replyReportName(by), replyReportTitle(by),
            [=](const ShopSettings& settings) { return replyDefinition(by, settings); },
            [=](const ReportInput& input) { return replyReport(by, input); }, false};
}

ReportInfo calls(CallGrouping by) {
    return {phoneReportName(by), phoneReportTitle(by),
            [=](const ShopSettings& settings) { return phoneDefinition(by, settings); },
            [=](const ReportInput& input) { return phoneReport(by, input); }, false};
}

}  // namespace

const std::vector<ReportInfo>& reports() {
    static const std::vector<ReportInfo> all = {
        replies(ReplyGrouping::Channel),
        replies(ReplyGrouping::Mailbox),
        replies(ReplyGrouping::Queue),
        replies(ReplyGrouping::Agent),
        replies(ReplyGrouping::Week),
        replies(ReplyGrouping::Customer),
        {u"inquiries"_qs, u"Every inquiry"_qs, inquiriesDefinition, inquiriesReport, false},
        {u"cases"_qs, u"Every case"_qs, casesDefinition, casesReport, false},
        calls(CallGrouping::Queue),
        calls(CallGrouping::Agent),
        calls(CallGrouping::Week),
        {u"missed-calls"_qs, u"Missed calls"_qs, missedCallsDefinition, missedCallsReport, false},
        {u"mailboxes"_qs, u"Mailboxes"_qs, mailboxesDefinition, mailboxesReport, false},
        {u"addresses"_qs, u"Doubtful addresses"_qs, addressesDefinition, addressesReport, false},
        {u"judgements"_qs, u"Judgements"_qs, judgementsDefinition, judgementsReport, false},
        {u"evidence-weights"_qs, u"Weights of evidence"_qs, evidenceWeightsDefinition,
         evidenceWeightsReport, false},
        {u"complaints-per-week"_qs, u"Complaints per week, by topic"_qs,
         complaintsPerWeekDefinition, complaintsPerWeekTable, true},
        {u"answered-per-week"_qs, u"Answered within the target, per week"_qs,
         answeredPerWeekDefinition, answeredPerWeekTable, true},
    };
    return all;
}

const ReportInfo* findReport(QStringView name) {
    const auto found = std::find_if(reports().begin(), reports().end(),
                                    [&](const ReportInfo& info) { return info.name == name; });
    return found == reports().end() ? nullptr : &*found;
}

}  // namespace goodfaith::reports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/address_reports.h"

#include "models/reports/elapsed.h"
#include "models/scoring/statistics.h"

#include <algorithm>

namespace goodfaith::reports {
namespace {

struct Turnaround {
    int inquiries = 0, answered = 0;
    std::optional<Instant> waitingSince;
    std::vector<scoring::WaitingTime> calendar, business;
};

// Nobody: what came in was answered from nowhere.
QString answersOf(const MailboxOverview& mailbox, const Turnaround& turnaround) {
    if (mailbox.received == 0 || mailbox.sent > 0)
        return QStringLiteral("yes");
    return turnaround.answered > 0 ? QStringLiteral("elsewhere") : QStringLiteral("nobody");
}

int urgency(const QString& answers) {
    return answers == u"nobody" ? 2 : answers == u"elsewhere" ? 1 : 0;
}

Row rowOf(const MailboxOverview& mailbox, const Turnaround& turnaround, const QString& answers,
          const ReportInput& input) {
    constexpr double half = 0.5, most = 0.9;
    const auto& since = turnaround.waitingSince;
    return {mailbox.mailbox,
            answers,
            countCell(mailbox.received),
            countCell(mailbox.sent),
            cellOf(mailbox.lastReceived),
            cellOf(mailbox.lastSent),
            countCell(turnaround.inquiries),
            countCell(turnaround.inquiries - turnaround.answered),
            since ? Cell(std::max(input.answersKnownTo - *since, Duration::zero())) : Cell(),
            cellOf(scoring::timeUntilEnded(turnaround.calendar, half)),
            cellOf(scoring::timeUntilEnded(turnaround.calendar, most)),
            cellOf(scoring::timeUntilEnded(turnaround.business, half)),
            cellOf(scoring::timeUntilEnded(turnaround.business, most))};
}

std::vector<Column> mailboxColumns() {
    return {{QStringLiteral("mailbox"), QStringLiteral("Mailbox"), Unit::Text},
            {QStringLiteral("answers"), QStringLiteral("Answered"), Unit::Text},
            {QStringLiteral("received"), QStringLiteral("Received"), Unit::Count},
            {QStringLiteral("sent"), QStringLiteral("Sent"), Unit::Count},
            {QStringLiteral("last_received"), QStringLiteral("Last received"), Unit::Time},
            {QStringLiteral("last_sent"), QStringLiteral("Last sent"), Unit::Time},
            {QStringLiteral("inquiries"), QStringLiteral("Inquiries"), Unit::Count},
            {QStringLiteral("waiting"), QStringLiteral("Waiting"), Unit::Count},
            {QStringLiteral("longest_waiting_s"), QStringLiteral("Longest"), Unit::Seconds},
            {QStringLiteral("reply_median_s"), QStringLiteral("Reply, median"), Unit::Seconds},
            {QStringLiteral("reply_p90_s"), QStringLiteral("Reply, p90"), Unit::Seconds},
            {QStringLiteral("business_reply_median_s"),
             QStringLiteral("Reply, median (work hours)"), Unit::Seconds},
            {QStringLiteral("business_reply_p90_s"), QStringLiteral("Reply, p90 (work hours)"),
             Unit::Seconds}};
}

std::map<QString, Turnaround> turnaroundsOf(const ReportInput& input) {
    const Stopwatch watch(input);
    std::map<QString, Turnaround> all;
    input.source.forEachWait([&](const WaitOverview& wait) {
        if (wait.way.mailbox.isEmpty())
            return;
        Turnaround& turnaround = all[wait.way.mailbox];
        const Elapsed elapsed = watch.elapsed(wait.since, wait.answeredAt);
        ++turnaround.inquiries;
        turnaround.answered += elapsed.ended ? 1 : 0;
        if (!elapsed.ended)
            turnaround.waitingSince =
                std::min(turnaround.waitingSince.value_or(wait.since), wait.since);
        turnaround.calendar.push_back({elapsed.calendar, elapsed.ended});
        turnaround.business.push_back({elapsed.business, elapsed.ended});
    });
    return all;
}

}  // namespace

QString mailboxesDefinition(const ShopSettings&) {
    return QStringLiteral(
        "Our addresses, with the mails that people wrote to them and that we wrote from them; "
        "automatic mail counts for neither. Answered: \"nobody\" where mail came in, none went "
        "out, "
        "and no inquiry was answered in any other way; \"elsewhere\" where answers come from "
        "another "
        "mailbox or by phone. Reply: from an inquiry to our answer, wherever it came from; what "
        "still "
        "waits is counted for as long as it waits (Kaplan and Meier). Longest: how long the oldest "
        "that waits has waited.");
}

Report mailboxesReport(const ReportInput& input) {
    auto turnarounds = turnaroundsOf(input);
    auto mailboxes = input.source.mailboxes();
    const auto answers = [&](const MailboxOverview& mailbox) {
        return answersOf(mailbox, turnarounds[mailbox.mailbox]);
    };
    std::stable_sort(mailboxes.begin(), mailboxes.end(),
                     [&](const MailboxOverview& a, const MailboxOverview& b) {
                         return std::pair(urgency(answers(a)), a.received) >
                                std::pair(urgency(answers(b)), b.received);
                     });
    Report report{mailboxColumns(), {}};
    for (const MailboxOverview& mailbox : mailboxes)
        report.rows.push_back(
            rowOf(mailbox, turnarounds[mailbox.mailbox], answers(mailbox), input));
    return report;
}

QString addressesDefinition(const ShopSettings&) {
    return QStringLiteral(
        "Addresses of customers from which mail came back undelivered, unless they wrote from "
        "there "
        "since, and those whose part after the @ is a usual provider's but for a slip "
        "(\"gmial.com\").");
}

Report addressesReport(const ReportInput& input) {
    auto names = input.source.customerNames();
    Report report{{{QStringLiteral("address"), QStringLiteral("Address"), Unit::Text},
                   {QStringLiteral("customer"), QStringLiteral("Customer"), Unit::Customer},
                   {QStringLiteral("came_back"), QStringLiteral("Mails came back"), Unit::Count},
                   {QStringLiteral("last_came_back"), QStringLiteral("The last"), Unit::Time},
                   {QStringLiteral("meant"), QStringLiteral("Meant, perhaps"), Unit::Text}},
                  {}};
    for (const AddressOverview& one : input.source.doubtfulAddresses()) {
        const bool isKnown = !one.customer.isNone();
        report.rows.push_back(
            {one.address, isKnown ? Cell(CustomerCell{one.customer, names[one.customer]}) : Cell(),
             countCell(one.bounces), cellOf(one.lastBounce), textCell(one.meant)});
    }
    return report;
}

}  // namespace goodfaith::reports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/inquiry_reports.h"

#include "models/reports/elapsed.h"

namespace goodfaith::reports {
namespace {

std::vector<Column> wayColumns() {
    return {{QStringLiteral("channel"), QStringLiteral("Channel"), Unit::Text},
            {QStringLiteral("mailbox"), QStringLiteral("Mailbox"), Unit::Text},
            {QStringLiteral("queue"), QStringLiteral("Queue"), Unit::Text},
            {QStringLiteral("agent"), QStringLiteral("Agent"), Unit::Text}};
}

void addWay(const Way& way, Row& row) {
    for (const QString* word : {&way.channel, &way.mailbox, &way.queue, &way.agent})
        row.push_back(textCell(*word));
}

Cell yesOrNo(bool is) {
    return is ? QStringLiteral("yes") : QStringLiteral("no");
}

// What an answer took; unknown while it is waited for.
Cell whenEnded(const Elapsed& elapsed, Duration duration) {
    return elapsed.ended ? Cell(duration) : Cell();
}

// What has been waited so far; unknown once it is over.
Cell whileWaiting(const Elapsed& elapsed, Duration duration) {
    return elapsed.ended ? Cell() : Cell(duration);
}

}  // namespace

QString inquiriesDefinition(const ShopSettings& settings) {
    return QStringLiteral(
               "Every message and call that expected an answer, with what it took until a person "
               "of "
               "ours answered, or how long it has waited so far. What they sent again in the "
               "meantime belongs to it. In target: within %1%2; open where it is not yet due.")
        .arg(hoursWords(settings.replyTarget), targetTimeWords(settings));
}

Report inquiriesReport(const ReportInput& input) {
    const Stopwatch watch(input);
    auto names = input.source.customerNames();
    Report report{{{QStringLiteral("inquiry"), QStringLiteral("Inquiry"), Unit::Event},
                   {QStringLiteral("at"), QStringLiteral("Came"), Unit::Time},
                   {QStringLiteral("customer"), QStringLiteral("Customer"), Unit::Customer}},
                  {}};
    const auto way = wayColumns();
    report.columns.insert(report.columns.end(), way.begin(), way.end());
    for (const Column& column : std::initializer_list<Column>{
             {QStringLiteral("reply"), QStringLiteral("Reply"), Unit::Text},
             {QStringLiteral("answered_at"), QStringLiteral("Answered"), Unit::Time},
             {QStringLiteral("took_s"), QStringLiteral("Took"), Unit::Seconds},
             {QStringLiteral("business_took_s"), QStringLiteral("Took (work hours)"),
              Unit::Seconds},
             {QStringLiteral("waiting_s"), QStringLiteral("Waiting so far"), Unit::Seconds},
             {QStringLiteral("in_target"), QStringLiteral("In target"), Unit::Text}})
        report.columns.push_back(column);
    input.source.forEachWait([&](const WaitOverview& wait) {
        const Elapsed elapsed = watch.elapsed(wait.since, wait.answeredAt);
        Row row{wait.inquiry, wait.since, CustomerCell{wait.customer, names[wait.customer]}};
        addWay(wait.way, row);
        row.push_back(wait.firstOfCase ? QStringLiteral("first") : QStringLiteral("next"));
        row.push_back(cellOf(elapsed.ended ? wait.answeredAt : std::nullopt));
        row.push_back(whenEnded(elapsed, elapsed.calendar));
        row.push_back(whenEnded(elapsed, elapsed.business));
        row.push_back(whileWaiting(elapsed, elapsed.calendar));
        row.push_back(watch.isDue(elapsed) ? yesOrNo(watch.isWithinTarget(elapsed))
                                           : Cell(QStringLiteral("open")));
        report.rows.push_back(std::move(row));
    });
    return report;
}

QString casesDefinition(const ShopSettings&) {
    return QStringLiteral(
        "Every case (one matter complained of, with all that belongs to it), with the time from "
        "its "
        "first inquiry to our last act in it, once it is resolved: they said so, we paid or sent "
        "something, or nobody wrote again for 30 days after our answer.");
}

Report casesReport(const ReportInput& input) {
    const Stopwatch watch(input);
    auto names = input.source.customerNames();
    Report report{{{QStringLiteral("case"), QStringLiteral("Case"), Unit::Event},
                   {QStringLiteral("at"), QStringLiteral("Opened"), Unit::Time},
                   {QStringLiteral("customer"), QStringLiteral("Customer"), Unit::Customer},
                   {QStringLiteral("topic"), QStringLiteral("Topic"), Unit::Text}},
                  {}};
    const auto way = wayColumns();
    report.columns.insert(report.columns.end(), way.begin(), way.end());
    for (const Column& column : std::initializer_list<Column>{
             {QStringLiteral("resolved_at"), QStringLiteral("Resolved"), Unit::Time},
             {QStringLiteral("took_s"), QStringLiteral("Took"), Unit::Seconds},
             {QStringLiteral("business_took_s"), QStringLiteral("Took (work hours)"),
              Unit::Seconds},
             {QStringLiteral("open_s"), QStringLiteral("Open so far"), Unit::Seconds}})
        report.columns.push_back(column);
    input.source.forEachCase([&](const CaseOverview& matter) {
        const Elapsed elapsed = watch.elapsed(matter.openedAt, matter.resolvedAt);
        Row row{EventId(matter.id.value()), matter.openedAt,
                CustomerCell{matter.customer, names[matter.customer]},
                textCell(goodfaith::nameOf(matter.topic))};
        addWay(matter.way, row);
        row.push_back(cellOf(elapsed.ended ? matter.resolvedAt : std::nullopt));
        row.push_back(whenEnded(elapsed, elapsed.calendar));
        row.push_back(whenEnded(elapsed, elapsed.business));
        row.push_back(whileWaiting(elapsed, elapsed.calendar));
        report.rows.push_back(std::move(row));
    });
    return report;
}

}  // namespace goodfaith::reports

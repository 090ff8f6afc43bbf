// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/reply_reports.h"

#include "models/reports/elapsed.h"
#include "models/reports/weeks.h"
#include "models/scoring/statistics.h"

#include <array>

namespace goodfaith::reports {
namespace {

using scoring::WaitingTime;

// Waits of one sort.
struct Times {
    std::vector<WaitingTime> calendar, business;

    void add(const Elapsed& elapsed) {
        calendar.push_back({elapsed.calendar, elapsed.ended});
        business.push_back({elapsed.business, elapsed.ended});
    }
};

struct Tally {
    int inquiries = 0, answered = 0, due = 0, inTarget = 0, pastLimit = 0, cases = 0;
    Times first, next, resolution;

    void add(const WaitOverview& wait, const Elapsed& elapsed, const Stopwatch& watch) {
        ++inquiries;
        answered += elapsed.ended ? 1 : 0;
        due += watch.isDue(elapsed) ? 1 : 0;
        inTarget += watch.isDue(elapsed) && watch.isWithinTarget(elapsed) ? 1 : 0;
        pastLimit += watch.isPastLimit(elapsed) ? 1 : 0;
        (wait.firstOfCase ? first : next).add(elapsed);
    }
    void addCase(const Elapsed& elapsed) {
        ++cases;
        resolution.add(elapsed);
    }
};

// What the row of a group is known by; it sorts as text.
QString textOfDay(QDate day) {
    return day.toString(Qt::ISODate);
}

struct Group {
    ReplyGrouping grouping;
    const char* name;
    const char* title;
    Column column;
    const char* whichOnes;  // for the definition
};

const std::vector<Group>& groups() {
    static const std::vector<Group> all = {
        {ReplyGrouping::Channel,
         "replies-by-channel",
         "Replies by channel",
         {QStringLiteral("channel"), QStringLiteral("Channel"), Unit::Text},
         "All inquiries, by the channel they came in."},
        {ReplyGrouping::Mailbox,
         "replies-by-mailbox",
         "Replies by mailbox",
         {QStringLiteral("mailbox"), QStringLiteral("Mailbox"), Unit::Text},
         "Inquiries by mail, by the address of ours that they came to."},
        {ReplyGrouping::Queue,
         "replies-by-queue",
         "Replies by queue",
         {QStringLiteral("queue"), QStringLiteral("Queue"), Unit::Text},
         "Calls, by the queue they came to: until somebody took the call or came back to it."},
        {ReplyGrouping::Agent,
         "replies-by-agent",
         "Replies by agent",
         {QStringLiteral("agent"), QStringLiteral("Agent"), Unit::Text},
         "Inquiries by who answered, as far as the records name them; what nobody answered has no "
         "agent."},
        {ReplyGrouping::Customer,
         "replies-by-customer",
         "Replies by customer",
         {QStringLiteral("customer"), QStringLiteral("Customer"), Unit::Customer},
         "All inquiries, by customer."},
        {ReplyGrouping::Week,
         "replies-by-week",
         "Replies by week",
         {QStringLiteral("week"), QStringLiteral("Week of"), Unit::Day},
         "All inquiries, by the week in which they came."},
    };
    return all;
}

const Group& groupOf(ReplyGrouping grouping) {
    return *std::find_if(groups().begin(), groups().end(),
                         [&](const Group& group) { return group.grouping == grouping; });
}

class Grouped {
public:
    Grouped(ReplyGrouping grouping, const ReportInput& input)
        : grouping_(grouping), input_(input), watch_(input) {}

    Report report() {
        input_.source.forEachWait([this](const WaitOverview& wait) {
            if (isShown(wait.way))
                add(keyOf(wait.way, wait.customer, wait.since), [&](Tally& tally) {
                    tally.add(wait, watch_.elapsed(wait.since, wait.answeredAt), watch_);
                });
        });
        input_.source.forEachCase([this](const CaseOverview& matter) {
            if (isShown(matter.way))
                add(keyOf(matter.way, matter.customer, matter.openedAt), [&](Tally& tally) {
                    tally.addCase(watch_.elapsed(matter.openedAt, matter.resolvedAt));
                });
        });
        return withRows();
    }

private:
    bool isShown(const Way& way) const {
        if (grouping_ == ReplyGrouping::Queue)
            return way.channel == u"phone";
        return grouping_ != ReplyGrouping::Mailbox || !way.mailbox.isEmpty();
    }

    QString keyOf(const Way& way, CustomerId customer, Instant at) const {
        constexpr int widest = 19;
        switch (grouping_) {
            case ReplyGrouping::Channel:
                return way.channel;
            case ReplyGrouping::Mailbox:
                return way.mailbox;
            case ReplyGrouping::Queue:
                return way.queue;
            case ReplyGrouping::Agent:
                return way.agent;
            case ReplyGrouping::Customer:
                return QString::number(customer.value()).rightJustified(widest, u'0');
            case ReplyGrouping::Week:
                break;
        }
        return textOfDay(mondayOf(dayOf(at, input_.settings.timeZone)));
    }

    template <class Add>
    void add(const QString& key, Add add) {
        add(all_);
        add(tallies_[key]);
    }

    Cell cellOfKey(const QString& key) {
        if (grouping_ == ReplyGrouping::Week)
            return QDate::fromString(key, Qt::ISODate);
        if (grouping_ != ReplyGrouping::Customer)
            return textCell(key);
        const CustomerId customer(key.toLongLong());
        return CustomerCell{customer, names_[customer]};
    }

    Report withRows();
    static Row rowOf(Cell key, const Tally& tally);

    ReplyGrouping grouping_;
    const ReportInput& input_;
    Stopwatch watch_;
    Tally all_;
    std::map<QString, Tally> tallies_;
    std::map<CustomerId, QString> names_;
};

// Of each of the three times, calendar before business time, the median and what nine of ten took.
constexpr auto shares = std::to_array<double>({0.5, 0.9});

struct TimesColumns {
    Times Tally::*times;
    const char* name;
    const char* title;
};
constexpr auto timesColumns = std::to_array<TimesColumns>({
    {&Tally::first, "first_reply", "First reply"},
    {&Tally::next, "next_reply", "Next reply"},
    {&Tally::resolution, "resolution", "Resolution"},
});

std::vector<Column> columns(const Column& key) {
    std::vector<Column> all = {
        key,
        {QStringLiteral("inquiries"), QStringLiteral("Inquiries"), Unit::Count},
        {QStringLiteral("waiting"), QStringLiteral("Waiting"), Unit::Count},
        {QStringLiteral("in_target"), QStringLiteral("In target"), Unit::Share},
        {QStringLiteral("past_limit"), QStringLiteral("Past limit"), Unit::Count},
        {QStringLiteral("cases"), QStringLiteral("Cases"), Unit::Count},
    };
    for (const bool isBusiness : {false, true}) {
        for (const auto& times : timesColumns) {
            for (const double share : shares) {
                const QString which =
                    share == 0.5 ? QStringLiteral("median") : QStringLiteral("p90");
                all.push_back({QLatin1String(isBusiness ? "business_" : "") +
                                   QLatin1String(times.name) + u'_' + which + u"_s",
                               QLatin1String(times.title) + u", " + which +
                                   QLatin1String(isBusiness ? " (work hours)" : ""),
                               Unit::Seconds});
            }
        }
    }
    return all;
}

Row Grouped::rowOf(Cell key, const Tally& tally) {
    Row row{std::move(key),
            countCell(tally.inquiries),
            countCell(tally.inquiries - tally.answered),
            shareCell(tally.inTarget, tally.due),
            countCell(tally.pastLimit),
            countCell(tally.cases)};
    for (const auto member : {&Times::calendar, &Times::business}) {
        for (const auto& times : timesColumns) {
            for (const double share : shares)
                row.push_back(cellOf(scoring::timeUntilEnded(tally.*times.times.*member, share)));
        }
    }
    return row;
}

Report Grouped::withRows() {
    Report report{columns(groupOf(grouping_).column), {}};
    if (tallies_.empty())
        return report;
    if (grouping_ == ReplyGrouping::Customer)
        names_ = input_.source.customerNames();
    report.rows.push_back(rowOf(QStringLiteral("all"), all_));
    for (const auto& [key, tally] : tallies_)
        report.rows.push_back(rowOf(cellOfKey(key), tally));
    return report;
}

}  // namespace

QString replyReportName(ReplyGrouping grouping) {
    return QLatin1String(groupOf(grouping).name);
}

QString replyReportTitle(ReplyGrouping grouping) {
    return QLatin1String(groupOf(grouping).title);
}

QString replyDefinition(ReplyGrouping grouping, const ShopSettings& settings) {
    return QLatin1String(groupOf(grouping).whichOnes) +
           QStringLiteral(
               " First reply: from a matter's first inquiry to our first answer by a person; next "
               "reply: from the oldest unanswered inquiry after it. Resolution: from a case's "
               "first "
               "inquiry to our last act in it. Counted when it came, so what is not answered makes "
               "the figures worse, never better; medians and p90 (nine of ten took no longer) are "
               "by Kaplan and Meier, who still waits being counted for as long as they wait. In "
               "target: answered within %1%2, of those answered or past it. Past limit: took or "
               "has taken more than %3.")
               .arg(hoursWords(settings.replyTarget), targetTimeWords(settings),
                    hoursWords(settings.replyLimit));
}

Report replyReport(ReplyGrouping grouping, const ReportInput& input) {
    return Grouped(grouping, input).report();
}

}  // namespace goodfaith::reports

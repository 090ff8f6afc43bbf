// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/phone_reports.h"

#include "models/reports/weeks.h"
#include "models/scoring/statistics.h"
#include "models/understanding/contacts.h"

#include <array>

namespace goodfaith::reports {
namespace {

using scoring::WaitingTime;
using understanding::CallOutcome;

constexpr double half = 0.5, most = 0.9;

struct Sum {
    Duration total{};
    int count = 0;

    void add(const std::optional<Duration>& one) {
        total += one.value_or(Duration::zero());
        count += one ? 1 : 0;
    }
    Cell mean() const { return count == 0 ? Cell() : Cell(total / count); }
};

class Tally {
public:
    void add(const CallOverview& one, const ReportInput& input) {
        const CallFact& call = one.call;
        const Duration shortAbandon = input.settings.shortAbandon;
        const CallOutcome outcome = understanding::outcomeOf(call, shortAbandon);
        ++calls_;
        if (outcome == CallOutcome::Answered)
            addAnswered(call, input.settings.callTarget);
        else if (outcome == CallOutcome::Missed)
            addMissed(one, input);
        else
            shortAbandons_ += understanding::isShortAbandon(call, shortAbandon) ? 1 : 0;
    }

    Row row(Cell key) const {
        return {std::move(key),
                countCell(calls_),
                countCell(answered_),
                countCell(abandoned_),
                countCell(shortAbandons_),
                countCell(voicemails_),
                countCell(notTaken_),
                shareCell(inTime_, timed_ + abandoned_),
                speed_.mean(),
                cellOf(scoring::timeUntilEnded(untilAnswered_, half)),
                cellOf(scoring::timeUntilEnded(untilAnswered_, most)),
                talk_.mean(),
                countCell(abandoned_ + voicemails_ + notTaken_),
                countCell(cameBack_),
                countCell(static_cast<int>(untilBack_.size()) - cameBack_),
                cellOf(scoring::timeUntilEnded(untilBack_, half)),
                cellOf(scoring::timeUntilEnded(untilBack_, most))};
    }

private:
    void addAnswered(const CallFact& call, Duration target) {
        ++answered_;
        speed_.add(call.wait);
        talk_.add(call.talk);
        if (!call.wait)
            return;
        ++timed_;
        inTime_ += *call.wait <= target ? 1 : 0;
        untilAnswered_.push_back({*call.wait, true});
    }

    void addMissed(const CallOverview& one, const ReportInput& input) {
        const CallFact& call = one.call;
        const bool isAbandoned = call.disposition == CallDisposition::Abandoned;
        const bool isVoicemail = call.disposition == CallDisposition::Voicemail;
        ++(isAbandoned ? abandoned_ : isVoicemail ? voicemails_ : notTaken_);
        if (isAbandoned && call.wait)
            untilAnswered_.push_back({*call.wait, false});
        if (one.customer.isNone())
            return;
        const bool isBack = one.answeredAt && *one.answeredAt <= input.asOf;
        cameBack_ += isBack ? 1 : 0;
        const Instant until = isBack ? *one.answeredAt : input.answersKnownTo;
        untilBack_.push_back({std::max(until - call.at, Duration::zero()), isBack});
    }

    int calls_ = 0, answered_ = 0, abandoned_ = 0, shortAbandons_ = 0, voicemails_ = 0;
    int notTaken_ = 0, timed_ = 0, inTime_ = 0, cameBack_ = 0;
    Sum speed_, talk_;
    std::vector<WaitingTime> untilAnswered_, untilBack_;
};

struct Group {
    CallGrouping grouping;
    const char* name;
    const char* title;
    Column column;
    const char* whichOnes;
};

const std::vector<Group>& groups() {
    static const std::vector<Group> all = {
        {CallGrouping::Queue,
         "calls-by-queue",
         "Calls by queue",
         {QStringLiteral("queue"), QStringLiteral("Queue"), Unit::Text},
         "Inbound calls, by queue."},
        {CallGrouping::Agent,
         "calls-by-agent",
         "Calls by agent",
         {QStringLiteral("agent"), QStringLiteral("Agent"), Unit::Text},
         "Inbound calls, by who took them or was rung, as far as the records name them."},
        {CallGrouping::Week,
         "calls-by-week",
         "Calls by week",
         {QStringLiteral("week"), QStringLiteral("Week of"), Unit::Day},
         "Inbound calls, by week."},
    };
    return all;
}

const Group& groupOf(CallGrouping grouping) {
    return *std::find_if(groups().begin(), groups().end(),
                         [&](const Group& group) { return group.grouping == grouping; });
}

std::vector<Column> columns(const Column& key) {
    const auto count = [](const char* name, const char* title) {
        return Column{QLatin1String(name), QLatin1String(title), Unit::Count};
    };
    const auto seconds = [](const char* name, const char* title) {
        return Column{QLatin1String(name), QLatin1String(title), Unit::Seconds};
    };
    return {key,
            count("calls", "Calls"),
            count("answered", "Answered"),
            count("abandoned", "Abandoned"),
            count("short_abandons", "Short abandons"),
            count("voicemail", "Voicemail"),
            count("not_taken", "Busy or not taken"),
            {QStringLiteral("service_level_a"), QStringLiteral("Service level (A)"), Unit::Share},
            seconds("average_speed_of_answer_s", "Average speed of answer"),
            seconds("wait_median_s", "Wait, median"),
            seconds("wait_p90_s", "Wait, p90"),
            seconds("average_talk_s", "Average talk"),
            count("missed", "Missed"),
            count("came_back", "Came back to"),
            count("waiting", "Waiting for us"),
            seconds("came_back_median_s", "Came back after, median"),
            seconds("came_back_p90_s", "Came back after, p90")};
}

QString keyOf(CallGrouping grouping, const CallFact& call, const QTimeZone& zone) {
    if (grouping == CallGrouping::Week)
        return mondayOf(dayOf(call.at, zone)).toString(Qt::ISODate);
    return grouping == CallGrouping::Queue ? call.queue : call.agent;
}

QString dispositionWord(CallDisposition disposition) {
    switch (disposition) {
        case CallDisposition::Abandoned:
            return QStringLiteral("abandoned");
        case CallDisposition::Voicemail:
            return QStringLiteral("voicemail");
        case CallDisposition::Busy:
            return QStringLiteral("busy");
        default:
            return QStringLiteral("not taken");
    }
}

Row missedRow(const CallOverview& one, const QString& name, const ReportInput& input) {
    const CallFact& call = one.call;
    const bool isKnown = !one.customer.isNone();
    const bool isBack = isKnown && one.answeredAt && *one.answeredAt <= input.asOf;
    const Duration soFar = std::max(input.answersKnownTo - call.at, Duration::zero());
    return {call.id,
            call.at,
            isKnown ? Cell(CustomerCell{one.customer, name}) : Cell(),
            textCell(call.queue),
            dispositionWord(call.disposition),
            cellOf(call.wait),
            isBack ? Cell(*one.answeredAt) : Cell(),
            isBack ? textCell(goodfaith::nameOf(one.answeredBy)) : Cell(),
            isBack ? Cell(*one.answeredAt - call.at) : Cell(),
            isBack || !isKnown ? Cell() : Cell(soFar)};
}

}  // namespace

QString phoneReportName(CallGrouping grouping) {
    return QLatin1String(groupOf(grouping).name);
}

QString phoneReportTitle(CallGrouping grouping) {
    return QLatin1String(groupOf(grouping).title);
}

QString phoneDefinition(CallGrouping grouping, const ShopSettings& settings) {
    return QLatin1String(groupOf(grouping).whichOnes) +
           QStringLiteral(
               " Service level by formula A: answered within %1 s, of those answered and "
               "abandoned; "
               "who hung up within %2 s (short abandons) is left out. Waits until answered are by "
               "Kaplan and Meier, an abandoned one being counted for as long as it lasted; the "
               "average speed of answer is the mean wait of the answered. Missed: abandoned, "
               "voicemail, busy or not taken. We came back with a call to them, a call of theirs "
               "that we took, or a written answer; numbers withheld cannot be come back to.")
               .arg(toSeconds(settings.callTarget))
               .arg(toSeconds(settings.shortAbandon));
}

Report phoneReport(CallGrouping grouping, const ReportInput& input) {
    Tally all;
    std::map<QString, Tally> tallies;
    input.source.forEachCall([&](const CallOverview& call) {
        all.add(call, input);
        tallies[keyOf(grouping, call.call, input.settings.timeZone)].add(call, input);
    });
    Report report{columns(groupOf(grouping).column), {}};
    if (tallies.empty())
        return report;
    report.rows.push_back(all.row(QStringLiteral("all")));
    for (const auto& [key, tally] : tallies) {
        const bool isWeek = grouping == CallGrouping::Week;
        report.rows.push_back(
            tally.row(isWeek ? Cell(QDate::fromString(key, Qt::ISODate)) : textCell(key)));
    }
    return report;
}

QString missedCallsDefinition(const ShopSettings& settings) {
    return QStringLiteral(
               "Every inbound call that nobody took: abandoned (not within %1 s), voicemail, busy "
               "or "
               "not answered, with when and by what we came back to them, or how long they have "
               "waited for it.")
        .arg(toSeconds(settings.shortAbandon));
}

Report missedCallsReport(const ReportInput& input) {
    auto names = input.source.customerNames();
    Report report{{{QStringLiteral("call"), QStringLiteral("Call"), Unit::Event},
                   {QStringLiteral("at"), QStringLiteral("Came"), Unit::Time},
                   {QStringLiteral("customer"), QStringLiteral("Customer"), Unit::Customer},
                   {QStringLiteral("queue"), QStringLiteral("Queue"), Unit::Text},
                   {QStringLiteral("end"), QStringLiteral("Ended"), Unit::Text},
                   {QStringLiteral("wait_s"), QStringLiteral("Waited"), Unit::Seconds},
                   {QStringLiteral("came_back_at"), QStringLiteral("Came back"), Unit::Time},
                   {QStringLiteral("came_back_by"), QStringLiteral("By"), Unit::Text},
                   {QStringLiteral("came_back_after_s"), QStringLiteral("After"), Unit::Seconds},
                   {QStringLiteral("waiting_s"), QStringLiteral("Waiting so far"), Unit::Seconds}},
                  {}};
    input.source.forEachCall([&](const CallOverview& call) {
        if (understanding::outcomeOf(call.call, input.settings.shortAbandon) == CallOutcome::Missed)
            report.rows.push_back(missedRow(call, names[call.customer], input));
    });
    return report;
}

}  // namespace goodfaith::reports

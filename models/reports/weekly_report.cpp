// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/weekly_report.h"

#include "models/reports/weeks.h"

#include <algorithm>
#include <functional>
#include <map>

namespace goodfaith::reports {
namespace {

// The weeks that a span touches, by the days of a zone.
class Weeks {
public:
    Weeks(Instant from, Instant to, const QTimeZone& zone) : from_(from), to_(to), zone_(zone) {
        const QDate last = mondayOf(dayOf(to, zone));
        for (QDate monday = mondayOf(dayOf(from, zone)); from <= to && monday <= last;
             monday = monday.addDays(7))
            mondays_.push_back(monday);
    }

    const std::vector<QDate>& mondays() const { return mondays_; }

    std::optional<size_t> indexOf(Instant instant) const {
        if (instant < from_ || instant > to_)
            return std::nullopt;
        const QDate monday = mondayOf(dayOf(instant, zone_));
        return static_cast<size_t>(mondays_.front().daysTo(monday) / 7);
    }

private:
    Instant from_;
    Instant to_;
    const QTimeZone& zone_;
    std::vector<QDate> mondays_;
};

WeeklySeries countSeries(Topic topic, const std::vector<int>& counts) {
    WeeklySeries series{nameOf(topic), {}, counts};
    for (const int count : counts)
        series.values.emplace_back(count);
    return series;
}

struct TopicCounts {
    Topic topic;
    std::vector<int> counts;
    int total = 0;
};

// "Other" and what has no topic are the rest, however many.
bool isNamed(Topic topic) {
    return topic != Topic::Other && topic != Topic::None;
}

// The named topics first, the most frequent of them first.
std::vector<TopicCounts> countByTopic(const std::vector<CaseOverview>& cases, const Weeks& weeks) {
    std::map<Topic, TopicCounts> byTopic;
    for (const auto& matter : cases) {
        const auto week = weeks.indexOf(matter.openedAt);
        if (!week)
            continue;
        auto& entry = byTopic[matter.topic];
        entry.topic = matter.topic;
        entry.counts.resize(weeks.mondays().size());
        ++entry.counts[*week];
        ++entry.total;
    }
    std::vector<TopicCounts> sorted;
    for (const auto& [topic, entry] : byTopic)
        sorted.push_back(entry);
    std::stable_sort(sorted.begin(), sorted.end(), [](const TopicCounts& a, const TopicCounts& b) {
        return std::make_pair(isNamed(a.topic), a.total) >
               std::make_pair(isNamed(b.topic), b.total);
    });
    return sorted;
}

WeeklySeries shareSeries(const QString& name, const std::vector<int>& met,
                         const std::vector<int>& due) {
    WeeklySeries series{name, {}, due};
    for (size_t week = 0; week < due.size(); ++week) {
        series.values.push_back(due[week] == 0 ? std::nullopt : std::optional<double>(met[week]));
        if (series.values.back())
            *series.values.back() /= due[week];
    }
    return series;
}

}  // namespace

WeeklyReport complaintsPerWeek(const std::vector<CaseOverview>& cases, const ShopSettings& settings,
                               Instant from, Instant to, int mostTopics) {
    const Weeks weeks(from, to, settings.timeZone);
    WeeklyReport report{weeks.mondays(), {}};
    TopicCounts rest{Topic::Other, std::vector<int>(weeks.mondays().size()), 0};
    for (const auto& entry : countByTopic(cases, weeks)) {
        if (isNamed(entry.topic) && static_cast<int>(report.series.size()) < mostTopics) {
            report.series.push_back(countSeries(entry.topic, entry.counts));
            continue;
        }
        std::transform(entry.counts.begin(), entry.counts.end(), rest.counts.begin(),
                       rest.counts.begin(), std::plus<>());
        rest.total += entry.total;
    }
    if (rest.total > 0)
        report.series.push_back(countSeries(Topic::Other, rest.counts));
    return report;
}

WeeklyReport answeredWithinTarget(const std::vector<WaitOverview>& waits,
                                  const ShopSettings& settings, Instant from, Instant to,
                                  Instant asOf) {
    const Weeks weeks(from, std::min(to, asOf), settings.timeZone);
    const Weeks shown(from, to, settings.timeZone);
    const std::vector<int> none(shown.mondays().size());
    std::map<bool, std::vector<int>> met{{false, none}, {true, none}};  // by whether on the phone
    auto due = met;
    const BusinessCalendar calendar = calendarOf(settings);
    for (const auto& wait : waits) {
        const auto week = weeks.indexOf(wait.since);
        if (!week)
            continue;
        const bool isAnswered = wait.answeredAt && *wait.answeredAt <= asOf;
        const Duration elapsed =
            countedForTargets(settings, calendar, wait.since, isAnswered ? *wait.answeredAt : asOf);
        const bool isWithin = elapsed <= settings.replyTarget;
        if (!isAnswered && isWithin)
            continue;
        const bool isCall = wait.kind == RecordKind::Call;
        ++due[isCall][*week];
        met[isCall][*week] += isWithin ? 1 : 0;
    }
    return {shown.mondays(),
            {shareSeries(QStringLiteral("written"), met[false], due[false]),
             shareSeries(QStringLiteral("phone"), met[true], due[true])}};
}

}  // namespace goodfaith::reports

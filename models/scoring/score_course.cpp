// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/score_course.h"

#include "models/scoring/course_steps.h"

#include <algorithm>
#include <set>

namespace goodfaith::scoring {
namespace {

constexpr int mostMonthEnds = 24;
constexpr size_t mostOpenings = 30;
constexpr int mostLooks = 45;
constexpr size_t mostChanges = 30;

std::optional<Instant> firstEvent(const CustomerFacts& facts) {
    std::optional<Instant> first;
    const auto note = [&](Instant at) { first = std::min(first.value_or(at), at); };
    for (const OrderFact& order : facts.orders)
        note(order.orderedAt);
    for (const MessageFact& message : facts.messages)
        note(message.at);
    for (const CallFact& call : facts.calls)
        note(call.at);
    return first;
}

// Of the issues of the shop, those that a customer's cases may be in.
std::vector<CommonIssue> issuesOf(const CustomerFacts& facts, const CommonIssues& all) {
    std::set<EventId> texts;
    for (const MessageFact& message : facts.messages)
        texts.insert(message.id);
    for (const CallFact& call : facts.calls)
        texts.insert(call.id);
    std::vector<CommonIssue> own;
    std::copy_if(all.all().begin(), all.all().end(), std::back_inserter(own),
                 [&](const CommonIssue& issue) {
                     return std::any_of(
                         issue.members.begin(), issue.members.end(),
                         [&](const IssueMember& member) { return texts.count(member.matter) > 0; });
                 });
    return own;
}

// Looks at the customer as of the ends of days, each once.
class Walk {
public:
    explicit Walk(const CourseInput& input)
        : input_(input),
          zone_(input.settings.timeZone),
          issues_(issuesOf(input.facts, input.parameters.issues)),
          last_(dayOf(input.asOf, zone_)) {}

    // From that day on to the last.
    void go(QDate first) {
        on(last_);
        markOpenings(first);
        markMonthEnds(first);
        closeIn([](const CourseState& a, const CourseState& b) {
            return a.score.computed != b.score.computed;
        });
        closeIn([](const CourseState&, const CourseState&) { return true; });
    }

    // Where the course is told: at month ends, and where most changed.
    std::vector<const CourseState*> toTell() const {
        std::set<QDate> days = monthEnds_;
        for (const QDate day : changes())
            days.insert(day);
        days.insert(states_.begin()->first);
        days.insert(last_);
        std::vector<const CourseState*> states;
        for (const QDate day : days)
            states.push_back(&states_.at(day));
        return states;
    }

private:
    const CourseState& on(QDate day) {
        const auto known = states_.find(day);
        if (known != states_.end())
            return known->second;
        const Instant at = std::min(endOfDay(day, zone_), input_.asOf);
        return states_.emplace(day, stateAt(input_, issues_, at)).first->second;
    }

    void markOpenings(QDate first) {
        const auto& cases = states_.at(last_).cases;
        const size_t skipped = cases.size() > mostOpenings ? cases.size() - mostOpenings : 0;
        for (size_t i = skipped; i < cases.size(); ++i)
            openings_.insert(std::max(dayOf(cases[i].openedAt, zone_), first));
        for (const QDate day : openings_)
            on(day);
        on(first);
    }

    void markMonthEnds(QDate first) {
        const int months = (last_.year() - first.year()) * 12 + last_.month() - first.month();
        const int every = std::max(1, (months + mostMonthEnds - 1) / mostMonthEnds);
        for (int month = months - 1; month >= 0; month -= every) {
            const QDate begin = QDate(first.year(), first.month(), 1).addMonths(month);
            const QDate end(begin.year(), begin.month(), begin.daysInMonth());
            monthEnds_.insert(end);
            on(end);
        }
    }

    // Latest first: what is long ago matters less when looks run out.
    template <class Matters>
    void closeIn(Matters matters) {
        std::vector<QDate> days;
        for (const auto& [day, state] : states_)
            days.push_back(day);
        for (size_t i = days.size(); i-- > 1;) {
            if (matters(on(days[i - 1]), on(days[i])))
                closeIn(days[i - 1], days[i]);
        }
    }

    void closeIn(QDate from, QDate to) {
        const auto apart = from.daysTo(to);
        if (apart <= 1 || looks_ >= mostLooks || isSameStanding(on(from), on(to)))
            return;
        // What a complaint changes, it changes on its first day.
        const QDate between = openings_.count(to) > 0 ? to.addDays(-1) : from.addDays(apart / 2);
        looks_ += states_.count(between) > 0 ? 0 : 1;
        on(between);
        closeIn(between, to);
        closeIn(from, between);
    }

    // The days that differ from the one before, those that matter most where there are too many.
    std::vector<QDate> changes() const {
        std::vector<std::pair<int, QDate>> found;
        for (auto after = std::next(states_.begin()); after != states_.end(); ++after) {
            const CourseState& before = std::prev(after)->second;
            if (!isSameStanding(before, after->second))
                found.emplace_back(importanceOf(before, after->second), after->first);
        }
        std::sort(found.rbegin(), found.rend());
        found.resize(std::min(found.size(), mostChanges));
        std::vector<QDate> days;
        for (const auto& [importance, day] : found)
            days.push_back(day);
        return days;
    }

    static int importanceOf(const CourseState& before, const CourseState& after) {
        const auto contradicted = [](const CourseState& state) {
            return std::pair(state.score.complaints.contradicted, state.score.complaints.supported);
        };
        if (before.score.computed != after.score.computed)
            return 2;
        return contradicted(before) != contradicted(after) ? 1 : 0;
    }

    const CourseInput& input_;
    QTimeZone zone_;
    std::vector<CommonIssue> issues_;
    QDate last_;
    std::map<QDate, CourseState> states_;
    std::set<QDate> openings_, monthEnds_;
    int looks_ = 0;
};

CoursePoint pointOf(const CourseState& state, const QTimeZone& zone) {
    const Score& score = state.score;
    return {dayOf(state.at, zone),
            state.at,
            score.purchaseValue.score,
            score.complaints.score,
            score.response.score,
            score.computed,
            score.pChronic};
}

// Beside what is computed: between the points that it fell between.
void addJudgements(const CourseInput& input, ScoreCourse& course) {
    for (CourseStep& step : judgementSteps(input)) {
        const auto later =
            std::find_if(course.points.begin(), course.points.end(),
                         [&](const CoursePoint& point) { return point.at >= step.at; });
        step.before = step.after = static_cast<size_t>(std::distance(
            course.points.begin(), later == course.points.end() ? std::prev(later) : later));
        course.steps.push_back(std::move(step));
    }
    std::stable_sort(course.steps.begin(), course.steps.end(),
                     [](const CourseStep& a, const CourseStep& b) { return a.at < b.at; });
}

}  // namespace

ScoreCourse courseOf(const CourseInput& input) {
    ScoreCourse course{input.facts.id, input.facts.name, input.asOf, input.parameters.id, {}, {}};
    const auto first = firstEvent(input.facts);
    if (!first || *first > input.asOf)
        return course;
    Walk walk(input);
    // From the day before it all began: what happened on the first day moved something, too.
    walk.go(dayOf(*first, input.settings.timeZone).addDays(-1));
    const auto states = walk.toTell();
    StepTeller teller(input, *states.front());
    for (size_t i = 0; i < states.size(); ++i) {
        course.points.push_back(pointOf(*states[i], input.settings.timeZone));
        auto step = i == 0 ? std::nullopt : teller.tell(*states[i - 1], *states[i]);
        if (!step)
            continue;
        step->before = i - 1;
        step->after = i;
        course.steps.push_back(std::move(*step));
    }
    addJudgements(input, course);
    return course;
}

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/response_record.h"

#include "models/scoring/statistics.h"
#include "models/understanding/contacts.h"

namespace goodfaith::scoring {
namespace {

void countCalls(const History& history, ResponseRecord& record) {
    for (const auto& call : history.facts().calls) {
        const bool isMissed = call.direction == Direction::Inbound &&
                              understanding::outcomeOf(call, history.settings().shortAbandon) ==
                                  understanding::CallOutcome::Missed;
        if (!isMissed || call.at < history.windowStart())
            continue;
        ++record.missedContacts;
        record.abandonedCalls += call.disposition == CallDisposition::Abandoned ? 1 : 0;
    }
}

// Sums over the inquiries that were answered or are past their target.
struct Tally {
    double credit = 0;
    int due = 0;
    int met = 0;
};

void addTo(Tally& tally, Duration elapsed, bool isAnswered, Duration target) {
    const bool isWithin = elapsed <= target;
    if (!isAnswered && isWithin)
        return;
    ++tally.due;
    tally.met += isWithin ? 1 : 0;
    tally.credit +=
        isWithin ? 1 : static_cast<double>(target.count()) / static_cast<double>(elapsed.count());
}

// Waits of one sort, in calendar and in business time.
struct Spans {
    std::vector<WaitingTime> calendar, business;

    void add(Duration elapsed, Duration inBusinessTime, bool ended) {
        calendar.push_back({elapsed, ended});
        business.push_back({inBusinessTime, ended});
    }
};

// A case that is not resolved has lasted so far.
Spans resolutionsOf(const History& history) {
    Spans spans;
    for (const Case& matter : history.cases()) {
        if (matter.openedAt < history.windowStart() || matter.beganOnRecord)
            continue;
        const Instant until = matter.resolvedAt.value_or(history.answersKnownTo());
        spans.add(std::max(until - matter.openedAt, Duration::zero()),
                  history.calendar().businessTime(matter.openedAt, until),
                  matter.resolvedAt.has_value());
    }
    return spans;
}

}  // namespace

ResponseRecord responseRecord(const History& history) {
    ResponseRecord record;
    Tally tally;
    Spans first, next;
    for (const auto& wait : history.waits()) {
        const bool isAnswered = history.isAnswered(wait);
        if (!isAnswered && !record.waitingSince) {
            record.waitingSince = wait.since;
            record.waited = history.counted(wait.since, history.asOf());
        }
        if (wait.since < history.windowStart())
            continue;
        const Duration elapsed = history.countedElapsed(wait);
        ++record.inquiries;
        addTo(tally, elapsed, isAnswered, history.settings().replyTarget);
        (wait.firstOfCase ? first : next)
            .add(history.elapsed(wait), history.businessElapsed(wait), isAnswered);
        // Who asks again before the answer is due was not made to.
        record.chasers += elapsed > history.settings().replyTarget ? wait.chasers : 0;
    }
    if (tally.due > 0) {
        record.score = rounded(100 * tally.credit / tally.due);
        record.targetMet = rounded(static_cast<double>(tally.met) / tally.due);
    }
    constexpr double half = 0.5, most = 0.9;
    const Spans resolutions = resolutionsOf(history);
    record.firstReplyMedian = timeUntilEnded(first.calendar, half);
    record.firstReplyP90 = timeUntilEnded(first.calendar, most);
    record.nextReplyMedian = timeUntilEnded(next.calendar, half);
    record.nextReplyP90 = timeUntilEnded(next.calendar, most);
    record.resolutionMedian = timeUntilEnded(resolutions.calendar, half);
    record.resolutionP90 = timeUntilEnded(resolutions.calendar, most);
    record.inBusinessTime = {
        timeUntilEnded(first.business, half),       timeUntilEnded(first.business, most),
        timeUntilEnded(next.business, half),        timeUntilEnded(next.business, most),
        timeUntilEnded(resolutions.business, half), timeUntilEnded(resolutions.business, most)};
    countCalls(history, record);
    return record;
}

}  // namespace goodfaith::scoring

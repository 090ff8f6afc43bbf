// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/response_record.h"

#include "models/scoring/statistics.h"

namespace goodfaith::scoring {
namespace {

bool isMissed(CallDisposition disposition) {
    return disposition == CallDisposition::Abandoned || disposition == CallDisposition::Voicemail ||
           disposition == CallDisposition::Busy || disposition == CallDisposition::NoAnswer;
}

void countCalls(const History& history, ResponseRecord& record) {
    for (const auto& call : history.facts().calls) {
        if (call.direction != Direction::Inbound || call.at < history.windowStart())
            continue;
        record.missedContacts += isMissed(call.disposition) ? 1 : 0;
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

}  // namespace

ResponseRecord responseRecord(const History& history) {
    ResponseRecord record;
    Tally tally;
    std::vector<WaitingTime> first, next;
    for (const auto& wait : history.waits()) {
        const bool isAnswered = history.isAnswered(wait);
        if (!isAnswered && !record.waitingSince)
            record.waitingSince = wait.since;
        if (wait.since < history.windowStart())
            continue;
        const Duration elapsed = history.elapsed(wait);
        ++record.inquiries;
        addTo(tally, elapsed, isAnswered, history.settings().replyTarget);
        (wait.firstOfCase ? first : next).push_back({elapsed, isAnswered});
        // Who asks again before the answer is due was not made to.
        record.chasers += elapsed > history.settings().replyTarget ? wait.chasers : 0;
    }
    if (tally.due > 0) {
        record.score = rounded(100 * tally.credit / tally.due);
        record.targetMet = rounded(static_cast<double>(tally.met) / tally.due);
    }
    record.firstReplyMedian = timeUntilEnded(first, 0.5);
    record.firstReplyP90 = timeUntilEnded(first, 0.9);
    record.nextReplyMedian = timeUntilEnded(next, 0.5);
    record.nextReplyP90 = timeUntilEnded(next, 0.9);
    countCalls(history, record);
    return record;
}

}  // namespace goodfaith::scoring

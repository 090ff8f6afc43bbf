// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/understanding.h"

#include "models/domain/names.h"

#include <algorithm>

namespace goodfaith {
namespace {

constexpr auto caseStates = std::to_array<Named<CaseState>>({
    {CaseState::Open, "open"},
    {CaseState::Answered, "answered"},
    {CaseState::Resolved, "resolved"},
    {CaseState::Reopened, "reopened"},
    {CaseState::WaitingForThem, "waiting_for_them"},
});

constexpr auto caseOutcomes = std::to_array<Named<CaseOutcome>>({
    {CaseOutcome::None, "none"},
    {CaseOutcome::Refund, "refund"},
    {CaseOutcome::Replacement, "replacement"},
    {CaseOutcome::Compensation, "compensation"},
    {CaseOutcome::Explained, "explained"},
    {CaseOutcome::Refused, "refused"},
});

}  // namespace

QString nameOf(CaseState state) {
    return nameIn(caseStates, state);
}

QString nameOf(CaseOutcome outcome) {
    return nameIn(caseOutcomes, outcome);
}

void correct(Reading& reading, const ReadingWord& word) {
    reading.complaint = word.complains;
    if (!word.complains)
        reading.topic = Topic::None, reading.complaintProbability = 0;
    else if (word.topic != Topic::None)
        reading.topic = word.topic;
    else if (reading.topic == Topic::None)
        reading.topic = Topic::Other;
    reading.thanks = reading.thanks && !word.complains;
}

const Reading* Understanding::reading(EventId event) const {
    const auto at =
        std::lower_bound(readings.begin(), readings.end(), event,
                         [](const EventReading& entry, EventId key) { return entry.event < key; });
    return at != readings.end() && at->event == event ? &at->reading : nullptr;
}

}  // namespace goodfaith

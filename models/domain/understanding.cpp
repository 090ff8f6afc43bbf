// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/understanding.h"

#include "models/domain/names.h"

#include <algorithm>

namespace goodfaith {
namespace {

constexpr auto topics = std::to_array<Named<Topic>>({
    {Topic::None, ""},
    {Topic::NotReceived, "not_received"},
    {Topic::Late, "late"},
    {Topic::Damaged, "damaged"},
    {Topic::Defective, "defective"},
    {Topic::WrongItem, "wrong_item"},
    {Topic::MissingPart, "missing_part"},
    {Topic::Billing, "billing"},
    {Topic::RefundNotPaid, "refund_not_paid"},
    {Topic::ReturnRefused, "return_refused"},
    {Topic::Service, "service"},
    {Topic::Website, "website"},
    {Topic::Other, "other"},
});

constexpr auto asks = std::to_array<Named<Ask>>({
    {Ask::Refund, "refund"},
    {Ask::Replacement, "replacement"},
    {Ask::Compensation, "compensation"},
    {Ask::Repair, "repair"},
    {Ask::Information, "information"},
    {Ask::Apology, "apology"},
});

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

QString nameOf(Topic topic) {
    return nameIn(topics, topic);
}

std::optional<Topic> topicFromName(QStringView name) {
    return valueIn(topics, name);
}

const std::vector<Topic>& allTopics() {
    static const auto all = [] {
        std::vector<Topic> values;
        for (const auto& [topic, name] : topics) {
            if (topic != Topic::None)
                values.push_back(topic);
        }
        return values;
    }();
    return all;
}

QString nameOf(Ask ask) {
    return nameIn(asks, ask);
}

std::optional<Ask> askFromName(QStringView name) {
    return valueIn(asks, name);
}

QString nameOf(CaseState state) {
    return nameIn(caseStates, state);
}

QString nameOf(CaseOutcome outcome) {
    return nameIn(caseOutcomes, outcome);
}

const Reading* Understanding::reading(EventId event) const {
    const auto at =
        std::lower_bound(readings.begin(), readings.end(), event,
                         [](const EventReading& entry, EventId key) { return entry.event < key; });
    return at != readings.end() && at->event == event ? &at->reading : nullptr;
}

}  // namespace goodfaith

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/resolution.h"

#include <unordered_map>

namespace goodfaith::understanding {
namespace {

// What we did, by event.
std::unordered_map<EventId, Instant> actsIn(const CustomerFacts& facts,
                                            const QHash<EventId, const Reading*>& readings) {
    std::unordered_map<EventId, Instant> acts;
    for (const auto& message : facts.messages) {
        const Reading* reading = readings.value(message.id);
        const bool isHuman = reading == nullptr || reading->nature == MessageNature::Human;
        if (message.direction == Direction::Outbound && isHuman)
            acts.emplace(message.id, message.at);
    }
    for (const auto& call : facts.calls) {
        if (call.disposition == CallDisposition::Answered)
            acts.emplace(call.id, call.at);
    }
    for (const auto& refund : facts.refunds) {
        if (refund.kind != RefundKind::Chargeback)
            acts.emplace(refund.id, refund.at);
    }
    for (const auto& order : facts.orders)
        acts.emplace(order.id, order.orderedAt);
    return acts;
}

}  // namespace

void noteResolutions(std::vector<Case>& cases, const CustomerFacts& facts,
                     const QHash<EventId, const Reading*>& readings) {
    if (cases.empty())
        return;
    const auto acts = actsIn(facts, readings);
    for (Case& matter : cases) {
        if (matter.state != CaseState::Resolved)
            continue;
        for (const EventId event : matter.events) {
            const auto act = acts.find(event);
            if (act != acts.end() && (!matter.resolvedAt || act->second >= *matter.resolvedAt)) {
                matter.resolvedAt = act->second;
                matter.resolvedBy = event;
            }
        }
        if (!matter.resolvedAt)
            matter.resolvedAt = matter.settledAt;
    }
}

}  // namespace goodfaith::understanding

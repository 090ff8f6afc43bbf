// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/evidence_of_case.h"

#include "models/scoring/promise_record.h"
#include "models/understanding/claims_on_record.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace goodfaith::scoring {
namespace {

using Events = std::vector<EventId>;
using Topics = std::initializer_list<Topic>;

// A claim that is known by its record alone was made before that, who knows when: so long before.
constexpr auto heardLate = std::chrono::days(7);
// How soon after "works fine" a defect speaks against it: things also break.
constexpr auto worksFor = std::chrono::days(30);

bool isOneOf(Topic topic, Topics topics) {
    return std::find(topics.begin(), topics.end(), topic) != topics.end();
}

bool hasProof(const ShipmentFact& shipment) {
    return shipment.proof == DeliveryProof::Signature || shipment.proof == DeliveryProof::Photo ||
           shipment.proof == DeliveryProof::Locker;
}

bool isInbound(const History& history, EventId event) {
    const MessageFact* message = history.message(event);
    return message != nullptr && message->direction == Direction::Inbound;
}

// "The neighbour had it": who takes a complaint back made it in good faith.
bool isTakenBack(const History& history, const Case& matter) {
    if (matter.complaints.empty())
        return false;
    const auto last =
        std::find(matter.events.begin(), matter.events.end(), matter.complaints.back());
    return std::any_of(last, matter.events.end(), [&](EventId event) {
        const Reading* reading = history.reading(event);
        return event != matter.complaints.back() && reading != nullptr && reading->saysReceived &&
               isInbound(history, event);
    });
}

// Since when it was claimed: by its first words, else some days before the record that tells of it.
Instant claimedAt(const Case& matter) {
    return matter.beganOnRecord ? matter.openedAt - heardLate : matter.openedAt;
}

// Whether one of these faults was claimed: by the complaint as it is read, or as whoever settled it
// wrote it down. Not where the complaint would explain what came back.
bool claimsFault(Topic topic, Topics topics, const QString& reason, Topics explaining = {}) {
    return isOneOf(topic, topics) ||
           (!isOneOf(topic, explaining) && isOneOf(understanding::topicClaimedIn(reason), topics));
}

Events returnsIn(const History& history, const Case& matter, ReturnCondition condition,
                 Topics topics, Topics explaining = {}) {
    Events found;
    for (const EventId order : matter.orders) {
        for (const auto* fact : history.returnsOf(order)) {
            if (!claimsFault(matter.topic, topics, fact->reason, explaining))
                continue;
            const bool isOurs =
                fact->fault == ReturnFault::Ours || fact->fault == ReturnFault::Carrier;
            if (fact->receivedAt && fact->condition == condition && !isOurs &&
                history.belongs(matter, order, *fact->receivedAt))
                found.push_back(fact->id);
        }
    }
    return found;
}

bool isWaived(const ReturnFact& fact) {
    return fact.outcome.contains(u"keep", Qt::CaseInsensitive) ||
           fact.outcome.contains(u"waive", Qt::CaseInsensitive) ||
           fact.outcome.contains(u"cancel", Qt::CaseInsensitive) ||
           fact.outcome.contains(u"no return", Qt::CaseInsensitive) ||
           fact.outcome.contains(u"no_return", Qt::CaseInsensitive);
}

bool isReturnWaived(const std::vector<const ReturnFact*>& returns) {
    return std::any_of(returns.begin(), returns.end(),
                       [](const ReturnFact* fact) { return fact->receivedAt || isWaived(*fact); });
}

// Half of what the order cost or more: less is a compensation beside it. Unknown totals: any.
bool isHalfOf(const RefundFact& refund, const OrderFact& order) {
    return !order.total || order.total->currency != refund.amount.currency ||
           refund.amount.minor >= order.total->minor - order.total->minor / 2;
}

bool isWhole(const RefundFact& refund, const OrderFact& order) {
    return refund.kind == RefundKind::Refund && isHalfOf(refund, order);
}

// In money or as credit: who was given less may have been asked to keep the goods.
bool isPaidBack(const RefundFact& refund, const OrderFact* order) {
    const bool isOfPrice =
        refund.kind == RefundKind::Refund || refund.kind == RefundKind::StoreCredit;
    return isOfPrice && (order == nullptr || isHalfOf(refund, *order));
}

// A return was agreed, money was paid, and in time nothing came.
Events missingReturn(const History& history, const Case& matter, EventId order) {
    const auto returns = history.returnsOf(order);
    if (returns.empty() || isReturnWaived(returns))
        return {};
    const ReturnFact* agreed = returns.back();
    if (!claimsFault(matter.topic, {Topic::Damaged, Topic::Defective, Topic::WrongItem},
                     agreed->reason))
        return {};
    for (const auto* refund : history.refundsOf(order)) {
        const Instant due = std::max(refund->at, agreed->requestedAt) + history.grace();
        if (isPaidBack(*refund, history.order(order)) &&
            history.belongs(matter, order, refund->at) &&
            history.isKnownThroughout(RecordKind::Return, order, agreed->requestedAt, due))
            return {agreed->id, refund->id};
    }
    return {};
}

bool wasWaitingForUs(const History& history, const Case& matter, Instant at) {
    const auto waits = history.waitsOf(matter);
    return std::any_of(waits.begin(), waits.end(), [&](const Wait* wait) {
        const bool isOpen = !history.isAnswered(*wait) || *wait->answeredAt > at;
        return isOpen && history.counted(wait->since, at) > history.settings().replyTarget;
    });
}

// A chargeback after the refund of the same order had been paid.
Events chargebackAfterRefund(const History& history, const Case& matter, const OrderFact& order) {
    const RefundFact* refunded = nullptr;
    for (const auto* refund : history.refundsOf(order.id)) {
        if (refund->kind != RefundKind::Chargeback) {
            refunded = refunded == nullptr && isWhole(*refund, order) ? refund : refunded;
            continue;
        }
        if (refunded != nullptr && refunded->at < refund->at &&
            history.belongs(matter, order.id, refund->at) &&
            !wasWaitingForUs(history, matter, refund->at) &&
            !wasLeftWithBrokenPromise(history, matter, refund->at))
            return {refunded->id, refund->id};
    }
    return {};
}

// When a replacement came, if it came whole and in time and nothing of it went back.
std::optional<Instant> keptSince(const History& history, const OrderFact& replacement) {
    std::optional<Instant> delivered;
    for (const auto* shipment : history.shipmentsOf(replacement.id)) {
        if (!shipment->deliveredAt || shipment->status != ShipmentStatus::Delivered ||
            history.isLate(*shipment))
            return std::nullopt;
        delivered = std::max(delivered.value_or(*shipment->deliveredAt), *shipment->deliveredAt);
    }
    return history.returnsOf(replacement.id).empty() ? delivered : std::nullopt;
}

bool complainedBetween(const History& history, const Case& matter, Instant from, Instant to) {
    return std::any_of(matter.complaints.begin(), matter.complaints.end(), [&](EventId event) {
        const MessageFact* message = history.message(event);
        return message != nullptr && message->at >= from && message->at <= to;
    });
}

Events refundBeside(const History& history, const Case& matter, const OrderFact& order,
                    const OrderFact& replacement) {
    const auto kept = keptSince(history, replacement);
    if (!kept || isReturnWaived(history.returnsOf(order.id)))
        return {};
    for (const auto* refund : history.refundsOf(order.id)) {
        const Instant due = std::max(refund->at, *kept) + history.grace();
        // Who complains once the replacement is there may be refunded for that one.
        const bool isForReplacement =
            refund->at > *kept && complainedBetween(history, matter, *kept, refund->at);
        if (isWhole(*refund, order) && !isForReplacement &&
            history.belongs(matter, order.id, refund->at) &&
            history.isKnownThroughout(RecordKind::Return, order.id, std::min(refund->at, *kept),
                                      due))
            return {replacement.id, refund->id};
    }
    return {};
}

bool mentions(const MessageFact& message, const QString& key) {
    constexpr qsizetype leastLength = 4;  // shorter numbers occur by chance
    if (key.isEmpty())
        return false;
    return message.orderKey == key ||
           (key.size() >= leastLength &&
            (message.subject.contains(key) || message.text.contains(key)));
}

bool isAbout(const History& history, const Case& matter, const MessageFact& message) {
    if (std::find(matter.events.begin(), matter.events.end(), message.id) != matter.events.end())
        return true;
    return std::any_of(matter.orders.begin(), matter.orders.end(), [&](EventId id) {
        const OrderFact* order = history.order(id);
        return order != nullptr && order->orderedAt <= message.at && mentions(message, order->key);
    });
}

bool isContrary(const Reading& said, const MessageFact& message, Topic topic, Instant complaint) {
    if (topic == Topic::NotReceived)
        return said.saysReceived;
    if (topic == Topic::Defective)
        return said.saysWorks && complaint - message.at <= worksFor;
    return said.saysWorks && isOneOf(topic, {Topic::Damaged, Topic::MissingPart, Topic::WrongItem});
}

}  // namespace

std::vector<Topic> claimedTopics(const History& history, const Case& matter) {
    std::vector<Topic> topics{matter.topic};
    const auto add = [&](EventId order, const QString& reason, Instant at) {
        const Topic topic = understanding::topicClaimedIn(reason);
        if (topic != Topic::None && history.belongs(matter, order, at))
            topics.push_back(topic);
    };
    for (const EventId order : matter.orders) {
        for (const auto* fact : history.returnsOf(order))
            add(order, fact->reason, fact->requestedAt);
        for (const auto* refund : history.refundsOf(order))
            add(order, refund->reason, refund->at);
    }
    return topics;
}

Events proofOfDelivery(const History& history, const Case& matter) {
    Events found;
    const auto topics = claimedTopics(history, matter);
    const bool isDenied =
        std::find(topics.begin(), topics.end(), Topic::NotReceived) != topics.end();
    if (!isDenied || isTakenBack(history, matter))
        return found;
    const Instant claimed = claimedAt(matter);
    for (const EventId order : matter.orders) {
        const auto shipments = history.shipmentsOf(order);
        // Who sends something back says that it came.
        if (shipments.empty() || !history.returnsOf(order).empty())
            return {};
        for (const auto* shipment : shipments) {
            // One parcel of several may well be missing.
            if (!hasProof(*shipment) || !shipment->deliveredAt || *shipment->deliveredAt >= claimed)
                return {};
            found.push_back(shipment->id);
        }
    }
    return found;
}

Events noReturn(const History& history, const Case& matter) {
    Events found;
    for (const EventId order : matter.orders) {
        const Events events = missingReturn(history, matter, order);
        found.insert(found.end(), events.begin(), events.end());
    }
    return found;
}

Events returnedUsed(const History& history, const Case& matter) {
    return returnsIn(history, matter, ReturnCondition::Used,
                     {Topic::NotReceived, Topic::Damaged, Topic::Defective, Topic::WrongItem,
                      Topic::MissingPart});
}

// Not where a part or all was said to be missing from the start.
Events returnedEmpty(const History& history, const Case& matter) {
    return returnsIn(history, matter, ReturnCondition::Empty,
                     {Topic::NotReceived, Topic::Damaged, Topic::Defective, Topic::WrongItem,
                      Topic::Billing, Topic::RefundNotPaid, Topic::ReturnRefused},
                     {Topic::MissingPart});
}

// Not where another item was said to have come.
Events returnedOther(const History& history, const Case& matter) {
    return returnsIn(history, matter, ReturnCondition::OtherItem,
                     {Topic::NotReceived, Topic::Damaged, Topic::Defective, Topic::MissingPart,
                      Topic::Billing, Topic::RefundNotPaid, Topic::ReturnRefused},
                     {Topic::WrongItem});
}

Events replacementBesideRefund(const History& history, const Case& matter) {
    for (const EventId id : matter.orders) {
        const OrderFact* order = history.order(id);
        if (order == nullptr)
            continue;
        for (const auto* replacement : history.replacementsOf(*order)) {
            const Events events = refundBeside(history, matter, *order, *replacement);
            if (!events.empty())
                return events;
        }
    }
    return {};
}

Events doubleRecovery(const History& history, const Case& matter) {
    for (const EventId id : matter.orders) {
        const OrderFact* order = history.order(id);
        if (order == nullptr)
            continue;
        const Events events = chargebackAfterRefund(history, matter, *order);
        if (!events.empty())
            return events;
    }
    return replacementBesideRefund(history, matter);
}

Events ownWords(const History& history, const Case& matter) {
    for (const EventId complaint : matter.complaints) {
        const MessageFact* complained = history.message(complaint);
        const Reading* claim = history.reading(complaint);
        if (complained == nullptr || claim == nullptr || claim->saysReceived)
            continue;
        const Topic topic = claim->topic == Topic::None ? matter.topic : claim->topic;
        for (const auto* message : history.goodNews()) {
            if (message->at < complained->at &&
                isContrary(*history.reading(message->id), *message, topic, complained->at) &&
                isAbout(history, matter, *message))
                return {message->id, complaint};
        }
    }
    return {};
}

Events threat(const History& history, const Case& matter) {
    Events found;
    if (!matter.threat)
        return found;
    for (const EventId event : matter.events) {
        const Reading* reading = history.reading(event);
        if (reading != nullptr && reading->threat)
            found.push_back(event);
    }
    return found.empty() ? Events{matter.id} : found;
}

Instant knownSince(const History& history, const Events& events) {
    Instant latest{};
    const CustomerFacts& facts = history.facts();
    const auto look = [&](const auto& list, auto when) {
        for (const auto& fact : list) {
            if (std::find(events.begin(), events.end(), fact.id) != events.end())
                latest = std::max(latest, when(fact));
        }
    };
    const auto at = [](const auto& fact) { return fact.at; };
    look(facts.orders, [](const OrderFact& fact) { return fact.orderedAt; });
    look(facts.refunds, at);
    look(facts.messages, at);
    look(facts.returns,
         [](const ReturnFact& fact) { return fact.receivedAt.value_or(fact.requestedAt); });
    look(facts.shipments,
         [](const ShipmentFact& fact) { return fact.deliveredAt.value_or(Instant{}); });
    return latest;
}

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/facts.h"

#include <algorithm>
#include <array>

namespace goodfaith {
namespace {

void forgetAfter(std::optional<Instant>& instant, Instant asOf) {
    if (instant && *instant > asOf)
        instant.reset();
}

template <class Fact, class When>
std::vector<Fact> until(const std::vector<Fact>& facts, When when, Instant asOf) {
    std::vector<Fact> known;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(known),
                 [&](const Fact& fact) { return when(fact) <= asOf; });
    return known;
}

// When a shipment began to exist: nothing is known of one before it was sent.
Instant beginning(const ShipmentFact& shipment) {
    if (shipment.shippedAt)
        return *shipment.shippedAt;
    if (!shipment.promisedAt && !shipment.deliveredAt)
        return Instant::min();
    return std::min(shipment.promisedAt.value_or(Instant::max()),
                    shipment.deliveredAt.value_or(Instant::max()));
}

// What a shipment's status was before its later dates came true. How a parcel that is not delivered
// fares has no date of its own in the files, so an exception stands from the start.
void forgetAfter(ShipmentFact& shipment, Instant asOf) {
    const bool wasDelivered = shipment.deliveredAt.has_value();
    forgetAfter(shipment.deliveredAt, asOf);
    if (wasDelivered && !shipment.deliveredAt) {
        shipment.status = ShipmentStatus::Shipped;
        shipment.proof = DeliveryProof::Unknown;
    }
}

void forgetAfter(ReturnFact& fact, Instant asOf) {
    const bool wasReceived = fact.receivedAt.has_value();
    forgetAfter(fact.receivedAt, asOf);
    if (wasReceived && !fact.receivedAt) {
        fact.condition = ReturnCondition::Unknown;
        fact.fault = ReturnFault::Unknown;
        fact.outcome.clear();
    }
}

void forgetAfter(MessageFact& message, Instant asOf) {
    const bool hadReply = message.firstReplyAt.has_value();
    forgetAfter(message.firstReplyAt, asOf);
    if (hadReply && !message.firstReplyAt)
        message.agent.clear();
}

void forgetAfter(OrderFact& order, Instant asOf) {
    const bool hadDate = order.cancelledAt.has_value();
    forgetAfter(order.cancelledAt, asOf);
    if (hadDate && !order.cancelledAt && order.status == OrderStatus::Cancelled)
        order.status = OrderStatus::Placed;
}

// Whether any instant that factsAsOf looks at is so.
template <class Is>
bool anyInstant(const CustomerFacts& facts, Is is) {
    const auto any = [](const auto& list, auto isSo) {
        return std::any_of(list.begin(), list.end(), isSo);
    };
    const auto isAt = [&](const auto& fact) { return is(fact.at); };
    return any(facts.messages,
               [&](const MessageFact& m) { return is(m.at) || is(m.firstReplyAt); }) ||
           any(facts.calls, isAt) || any(facts.payments, isAt) || any(facts.refunds, isAt) ||
           any(facts.orders,
               [&](const OrderFact& o) { return is(o.orderedAt) || is(o.cancelledAt); }) ||
           any(facts.returns,
               [&](const ReturnFact& r) { return is(r.requestedAt) || is(r.receivedAt); }) ||
           any(facts.shipments,
               [&](const ShipmentFact& s) { return is(beginning(s)) || is(s.deliveredAt); });
}

template <class Fact>
void forgetWithin(std::vector<Fact>& facts, Instant asOf) {
    for (auto& fact : facts)
        forgetAfter(fact, asOf);
}

}  // namespace

bool isChargedBy(QStringView paymentStatus) {
    static constexpr std::array withoutMoney = {u"fail", u"declin", u"void",   u"cancel",
                                                u"pend", u"author", u"refund", u"error"};
    return std::none_of(withoutMoney.begin(), withoutMoney.end(), [&](const char16_t* word) {
        return paymentStatus.contains(QStringView(word), Qt::CaseInsensitive);
    });
}

bool isCharged(const PaymentFact& payment) {
    return payment.amount.minor > 0 && isChargedBy(payment.status);
}

const OrderFact* CustomerFacts::order(EventId wanted) const {
    const auto found = std::find_if(orders.begin(), orders.end(),
                                    [&](const OrderFact& order) { return order.id == wanted; });
    return found == orders.end() ? nullptr : &*found;
}

CustomerFacts factsAsOf(const CustomerFacts& facts, Instant asOf) {
    CustomerFacts known;
    known.id = facts.id;
    known.name = facts.name;
    known.visits = facts.visits;
    const auto at = [](const auto& fact) { return fact.at; };
    known.orders = until(
        facts.orders, [](const OrderFact& o) { return o.orderedAt; }, asOf);
    known.payments = until(facts.payments, at, asOf);
    known.refunds = until(facts.refunds, at, asOf);
    known.returns = until(
        facts.returns, [](const ReturnFact& r) { return r.requestedAt; }, asOf);
    known.shipments = until(facts.shipments, beginning, asOf);
    known.messages = until(facts.messages, at, asOf);
    known.calls = until(facts.calls, at, asOf);
    forgetWithin(known.orders, asOf);
    forgetWithin(known.returns, asOf);
    forgetWithin(known.shipments, asOf);
    forgetWithin(known.messages, asOf);
    return known;
}

bool reachBeyond(const CustomerFacts& facts, Instant asOf) {
    return anyInstant(facts, [asOf](std::optional<Instant> at) { return at && *at > asOf; });
}

std::optional<Instant> nextChangeAfter(const CustomerFacts& facts, Instant asOf) {
    std::optional<Instant> next;
    anyInstant(facts, [&](std::optional<Instant> at) {
        if (at && *at > asOf)
            next = std::min(next.value_or(*at), *at);
        return false;
    });
    return next;
}

}  // namespace goodfaith

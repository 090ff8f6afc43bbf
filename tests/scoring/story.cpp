// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scoring/story.h"

#include <algorithm>

namespace goodfaith::tests {
namespace {

std::optional<Instant> dayIf(std::optional<double> number) {
    return number ? std::optional<Instant>(day(*number)) : std::nullopt;
}

}  // namespace

Instant day(double number) {
    constexpr qint64 newYear2024 = 1704067200000;
    return instantFromMillis(newYear2024 + static_cast<qint64>(number * 86400000));
}

Told::Told() {
    facts.id = CustomerId(17);
    facts.name = QStringLiteral("Ada Example");
    parameters.currency = *Currency::fromCode(u"EUR");
    parameters.complaintsPerOrder = 0.06;
}

std::vector<CoveredPeriod> Told::allCovered(double to) {
    std::vector<CoveredPeriod> periods;
    for (const auto kind : {RecordKind::Order, RecordKind::Shipment, RecordKind::Return,
                            RecordKind::Refund, RecordKind::Message})
        periods.push_back({SourceId(1), kind, day(-1000), day(to)});
    return periods;
}

EventId Told::order(double at, qint64 minor) {
    OrderFact order;
    order.id = next();
    order.source = SourceId(1);
    order.key = QString::number(1000 + order.id.value());
    order.orderedAt = day(at);
    order.total = Money{minor, parameters.currency};
    facts.orders.push_back(order);
    return order.id;
}

EventId Told::replacement(double at, EventId original) {
    const EventId id = order(at, 0);
    facts.orders.back().replacesOrderKey = facts.order(original)->key;
    return id;
}

EventId Told::shipment(EventId order, double promised, std::optional<double> delivered,
                       DeliveryProof proof) {
    ShipmentFact shipment;
    shipment.id = next();
    shipment.order = order;
    shipment.shippedAt = facts.order(order)->orderedAt;
    shipment.promisedAt = day(promised);
    shipment.deliveredAt = dayIf(delivered);
    shipment.status = delivered ? ShipmentStatus::Delivered : ShipmentStatus::InTransit;
    shipment.proof = proof;
    facts.shipments.push_back(shipment);
    return shipment.id;
}

EventId Told::refund(EventId order, double at, RefundKind kind, qint64 minor) {
    facts.refunds.push_back(
        {next(), order, day(at), Money{minor, parameters.currency}, kind, QString()});
    return facts.refunds.back().id;
}

EventId Told::returned(EventId order, double requested, std::optional<double> received,
                       ReturnCondition condition, ReturnFault fault) {
    ReturnFact fact;
    fact.id = next();
    fact.order = order;
    fact.requestedAt = day(requested);
    fact.receivedAt = dayIf(received);
    fact.condition = condition;
    fact.fault = fault;
    facts.returns.push_back(fact);
    return fact.id;
}

EventId Told::payment(EventId order, double at, const QString& status, qint64 minor) {
    facts.payments.push_back({next(), order, day(at), Money{minor, parameters.currency}, status});
    return facts.payments.back().id;
}

EventId Told::message(double at, Direction direction, Reading reading) {
    MessageFact message;
    message.id = next();
    message.at = day(at);
    message.direction = direction;
    facts.messages.push_back(message);
    understanding.readings.push_back({message.id, std::move(reading)});
    return message.id;
}

EventId Told::call(double at, CallDisposition disposition) {
    CallFact call;
    call.id = next();
    call.at = day(at);
    call.direction = Direction::Inbound;
    call.disposition = disposition;
    facts.calls.push_back(call);
    return call.id;
}

Case& Told::complaint(Topic topic, double at, std::vector<EventId> orders, std::vector<Ask> asks) {
    Reading reading;
    reading.complaint = true;
    reading.topic = topic;
    reading.asks = asks;
    Case matter;
    matter.id = message(at, Direction::Inbound, reading);
    matter.events = {matter.id};
    matter.complaints = {matter.id};
    matter.topic = topic;
    matter.asks = std::move(asks);
    matter.openedAt = matter.lastAt = day(at);
    matter.orders = std::move(orders);
    understanding.cases.push_back(matter);
    return understanding.cases.back();
}

Wait& Told::wait(EventId inquiry, double since, std::optional<double> answered) {
    Wait told;
    told.inquiry = inquiry;
    told.since = day(since);
    told.answeredAt = dayIf(answered);
    understanding.waits.push_back(told);
    return understanding.waits.back();
}

Promise& Told::promise(PromiseKind kind, double at, double due, std::optional<double> done,
                       std::vector<EventId> orders) {
    Promise made;
    made.event = message(at, Direction::Outbound);
    made.kind = kind;
    made.phrase = QStringLiteral("we will do it");
    made.madeAt = day(at);
    made.due = day(due);
    made.orders = std::move(orders);
    made.doneAt = dayIf(done);
    if (done)
        made.state = *done <= due ? PromiseState::Kept : PromiseState::Broken;
    else
        made.state = asOf <= made.due ? PromiseState::Due : PromiseState::Unknown;
    understanding.promises.push_back(made);
    return understanding.promises.back();
}

void Told::signedForAndDenied(double at) {
    const EventId id = order(at);
    shipment(id, at + 4, at + 3, DeliveryProof::Signature);
    complaint(Topic::NotReceived, at + 6, {id});
}

void Told::refundedWithoutReturn(double at) {
    const EventId id = order(at);
    shipment(id, at + 4, at + 3);
    complaint(Topic::Defective, at + 6, {id});
    returned(id, at + 7, std::nullopt);
    refund(id, at + 8);
}

scoring::ScoringInput Told::input() const {
    return {facts, understanding, coverage, parameters, settings, asOf};
}

const Reason* reasonIn(const Score& score, const QString& code) {
    const auto found = std::find_if(score.reasons.begin(), score.reasons.end(),
                                    [&](const Reason& reason) { return reason.code == code; });
    return found == score.reasons.end() ? nullptr : &*found;
}

QStringList codesOf(const Score& score) {
    QStringList codes;
    for (const auto& reason : score.reasons)
        codes << reason.code;
    return codes;
}

}  // namespace goodfaith::tests

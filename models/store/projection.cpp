// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/projection.h"

#include "models/store/field_words.h"
#include "models/store/record_title.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

constexpr qsizetype snippetLength = 160;
constexpr qint64 millisPerSecond = 1000;

constexpr auto conditions = std::to_array<Named<ReturnCondition>>({
    {ReturnCondition::AsNew, "as_new"},
    {ReturnCondition::Used, "used"},
    {ReturnCondition::Damaged, "damaged"},
    {ReturnCondition::Defective, "defective"},
    {ReturnCondition::WrongItem, "wrong_item"},
    {ReturnCondition::OtherItem, "other_item"},
    {ReturnCondition::Empty, "empty"},
});

constexpr auto faults = std::to_array<Named<ReturnFault>>({
    {ReturnFault::Ours, "ours"},
    {ReturnFault::Customer, "customer"},
    {ReturnFault::Carrier, "carrier"},
});

constexpr auto shipmentStatuses = std::to_array<Named<ShipmentStatus>>({
    {ShipmentStatus::Shipped, "shipped"},
    {ShipmentStatus::InTransit, "in_transit"},
    {ShipmentStatus::Delivered, "delivered"},
    {ShipmentStatus::Lost, "lost"},
    {ShipmentStatus::Damaged, "damaged"},
    {ShipmentStatus::ReturnedToSender, "returned_to_sender"},
});

constexpr auto proofs = std::to_array<Named<DeliveryProof>>({
    {DeliveryProof::None, "none"},
    {DeliveryProof::Signature, "signature"},
    {DeliveryProof::Photo, "photo"},
    {DeliveryProof::Locker, "locker"},
});

constexpr auto dispositions = std::to_array<Named<CallDisposition>>({
    {CallDisposition::Answered, "answered"},
    {CallDisposition::Abandoned, "abandoned"},
    {CallDisposition::Voicemail, "voicemail"},
    {CallDisposition::Busy, "busy"},
    {CallDisposition::NoAnswer, "no_answer"},
    {CallDisposition::Failed, "failed"},
});

constexpr auto orderStatuses = std::to_array<Named<OrderStatus>>({
    {OrderStatus::Cancelled, "cancelled"},
    {OrderStatus::Cancelled, "canceled"},
    {OrderStatus::Cancelled, "voided"},
    {OrderStatus::Unpaid, "pending"},
    {OrderStatus::Unpaid, "unpaid"},
    {OrderStatus::Unpaid, "failed"},
    {OrderStatus::Unpaid, "expired"},
    {OrderStatus::Unpaid, "on_hold"},
});

// In the order in which they are taken as a record's main time.
constexpr Field mainTimes[] = {Field::At,           Field::RequestedAt, Field::ReceivedAt,
                               Field::ShippedAt,    Field::DeliveredAt, Field::CreatedAt,
                               Field::FirstReplyAt, Field::EndedAt,     Field::PromisedAt};
// Times at which something was seen to happen; a promise is not.
constexpr Field witnessedTimes[] = {Field::At, Field::RequestedAt, Field::ReceivedAt,
                                    Field::ShippedAt, Field::DeliveredAt};

QString countryOf(const std::vector<ImportedParty>& parties) {
    QString country;
    for (const auto& party : parties) {
        if (!party.keys.country.isEmpty() &&
            (country.isEmpty() || party.role == PartyRole::Recipient))
            country = party.keys.country;
    }
    return country;
}

OrderDetail orderDetail(const RecordFields& fields, const std::vector<ImportedParty>& parties) {
    OrderDetail detail;
    detail.cancelledAt = fields.instant(Field::CancelledAt);
    detail.status = detail.cancelledAt
                        ? OrderStatus::Cancelled
                        : meaningOr(orderStatuses, fields, Field::Status, OrderStatus::Placed);
    detail.channel = fields.text(Field::Channel);
    detail.replaces = fields.text(Field::ReplacesOrderKey);
    detail.country = countryOf(parties);
    return detail;
}

ReturnDetail returnDetail(const RecordFields& fields) {
    ReturnDetail detail;
    detail.sku = fields.text(Field::Sku);
    detail.requestedAt = fields.instant(Field::RequestedAt);
    if (!detail.requestedAt)
        detail.requestedAt = fields.instant(Field::At);
    detail.receivedAt = fields.instant(Field::ReceivedAt);
    detail.reason = fields.text(Field::Reason);
    detail.condition = meaningOr(conditions, fields, Field::Condition, ReturnCondition::Unknown);
    detail.fault = meaningOr(faults, fields, Field::Fault, ReturnFault::Unknown);
    detail.outcome = fields.text(Field::Outcome);
    return detail;
}

ShipmentDetail shipmentDetail(const RecordFields& fields) {
    ShipmentDetail detail;
    detail.carrier = fields.text(Field::Carrier);
    detail.tracking = fields.text(Field::Tracking);
    detail.shippedAt = fields.instant(Field::ShippedAt);
    if (!detail.shippedAt)
        detail.shippedAt = fields.instant(Field::At);
    detail.promisedAt = fields.instant(Field::PromisedAt);
    detail.deliveredAt = fields.instant(Field::DeliveredAt);
    detail.status =
        meaningOr(shipmentStatuses, fields, Field::Status,
                  detail.deliveredAt ? ShipmentStatus::Delivered : ShipmentStatus::Shipped);
    detail.proof = meaningOr(proofs, fields, Field::Proof, DeliveryProof::Unknown);
    return detail;
}

MessageDetail messageDetail(const RecordFields& fields) {
    MessageDetail detail;
    detail.channel = fields.text(Field::Channel);
    detail.messageId = fields.text(Field::MessageId);
    detail.inReplyTo = fields.text(Field::InReplyTo);
    detail.references = fields.text(Field::References).simplified();
    detail.thread = fields.text(Field::Thread);
    detail.automaticHeaders = fields.text(Field::AutomaticHeaders);
    detail.agent = fields.text(Field::Agent);
    detail.orderKey = fields.text(Field::OrderKey);
    detail.statedDirection = fields.text(Field::Direction);
    return detail;
}

std::optional<qint64> millis(const RecordFields& fields, Field seconds) {
    const auto known = fields.integer(seconds);
    return known ? std::optional(*known * millisPerSecond) : std::nullopt;
}

CallDetail callDetail(const RecordFields& fields) {
    CallDetail detail;
    detail.disposition =
        meaningOr(dispositions, fields, Field::Disposition, CallDisposition::Unknown);
    detail.queue = fields.text(Field::Queue);
    detail.agent = fields.text(Field::Agent);
    detail.waitMillis = millis(fields, Field::WaitSeconds);
    detail.talkMillis = millis(fields, Field::TalkSeconds);
    detail.fromNumber = fields.text(Field::FromNumber);
    detail.toNumber = fields.text(Field::ToNumber);
    detail.statedDirection = fields.text(Field::Direction);
    return detail;
}

Detail detailOf(RecordKind kind, const RecordFields& fields,
                const std::vector<ImportedParty>& parties) {
    switch (kind) {
        case RecordKind::Order:
            return orderDetail(fields, parties);
        case RecordKind::OrderItem:
            return OrderItemDetail{fields.text(Field::Sku), fields.text(Field::Title),
                                   fields.decimal(Field::Quantity).value_or(1)};
        case RecordKind::Payment:
            return PaymentDetail{fields.text(Field::PayerHash)};
        case RecordKind::Refund:
            return RefundDetail{
                meaningOr(refundKinds, fields, Field::RefundKind, goodfaith::RefundKind::Refund),
                fields.text(Field::Reason)};
        case RecordKind::Return:
            return returnDetail(fields);
        case RecordKind::Shipment:
            return shipmentDetail(fields);
        case RecordKind::Message:
            return messageDetail(fields);
        case RecordKind::Call:
            return callDetail(fields);
        case RecordKind::Chat:
            return ChatDetail{fields.text(Field::Agent), fields.instant(Field::FirstReplyAt),
                              fields.instant(Field::EndedAt)};
        case RecordKind::Customer:
            return ContactDetail{fields.text(Field::DateOfBirth)};
        default:
            return std::monostate();
    }
}

QString statusOf(RecordKind kind, const RecordFields& fields) {
    if (kind == RecordKind::Call)
        return fields.text(Field::Disposition);
    if (kind == RecordKind::Return)
        return fields.text(Field::Outcome);
    return fields.text(Field::Status);
}

std::optional<Money> amountOf(const RecordFields& fields) {
    for (const Field field : {Field::Total, Field::Amount, Field::UnitPrice}) {
        if (const auto amount = fields.money(field))
            return amount;
    }
    return std::nullopt;
}

bool hasWords(RecordKind kind) {
    switch (kind) {
        case RecordKind::Message:
        case RecordKind::Call:
        case RecordKind::Chat:
        case RecordKind::ContactForm:
        case RecordKind::Survey:
        case RecordKind::Review:
            return true;
        default:
            return false;
    }
}

void projectWords(RecordKind kind, const RecordFields& fields, Projection& projection) {
    if (hasWords(kind)) {
        projection.subject =
            fields.text(kind == RecordKind::ContactForm ? Field::Topic : Field::Subject);
        projection.text = fields.text(fields.has(Field::Text) ? Field::Text : Field::Notes);
        projection.snippet = projection.text.left(4 * snippetLength);
    } else if (kind == RecordKind::Visit) {
        if (const QString referrer = fields.text(Field::Referrer); !referrer.isEmpty())
            projection.snippet = QStringLiteral("from ") + referrer.left(snippetLength);
    } else {
        projection.snippet = fields.text(fields.has(Field::Reason) ? Field::Reason : Field::Notes)
                                 .left(4 * snippetLength);
    }
    projection.snippet = projection.snippet.simplified().left(snippetLength);
}

}  // namespace

std::optional<Instant> mainTime(const RecordFields& fields) {
    for (const Field field : mainTimes) {
        if (const auto at = fields.instant(field))
            return at;
    }
    return std::nullopt;
}

std::optional<Instant> newestTime(const RecordFields& fields) {
    std::optional<Instant> newest;
    for (const Field field : witnessedTimes) {
        if (const auto at = fields.instant(field))
            newest = std::max(newest.value_or(*at), *at);
    }
    return newest;
}

Projection project(RecordKind kind, const QString& key, const RecordFields& fields,
                   const std::vector<ImportedParty>& parties) {
    Projection projection;
    projection.at = mainTime(fields);
    projection.title = titleOf(kind, key, fields);
    projection.amount = amountOf(fields);
    projection.status = statusOf(kind, fields);
    if (kind != RecordKind::Order)
        projection.orderKey = fields.text(Field::OrderKey);
    projectWords(kind, fields, projection);
    projection.detail = detailOf(kind, fields, parties);
    return projection;
}

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/projection.h"

#include "models/domain/names.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

constexpr qsizetype snippetLength = 160;
constexpr qint64 millisPerSecond = 1000;

constexpr auto refundKinds = std::to_array<Named<goodfaith::RefundKind>>({
    {goodfaith::RefundKind::Refund, "refund"},
    {goodfaith::RefundKind::Compensation, "compensation"},
    {goodfaith::RefundKind::StoreCredit, "store_credit"},
    {goodfaith::RefundKind::Chargeback, "chargeback"},
});

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

// "On-Hold" and "no answer" as "on_hold" and "no_answer".
QString word(const QString& text) {
    QString plain = text.trimmed().toLower();
    plain.replace(u' ', u'_').replace(u'-', u'_');
    return plain;
}

template <class Table>
auto meaning(const Table& table, const RecordFields& fields, Field field) {
    return valueIn(table, word(fields.text(field)));
}

// What the words say, or `otherwise`.
template <class Enum, class Table>
Enum meaningOr(const Table& table, const RecordFields& fields, Field field, Enum otherwise) {
    return meaning(table, fields, field).value_or(otherwise);
}

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

QString capitalised(QString text) {
    text.replace(u'_', u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString durationText(qint64 seconds) {
    constexpr qint64 secondsPerMinute = 60;
    if (seconds < 2 * secondsPerMinute)
        return QStringLiteral("%1 s").arg(seconds);
    return QStringLiteral("%1 min").arg((seconds + secondsPerMinute / 2) / secondsPerMinute);
}

QString callTitle(const RecordFields& fields) {
    QString disposition = word(fields.text(Field::Disposition));
    if (disposition.isEmpty())
        return QStringLiteral("Call");
    const auto seconds =
        fields.integer(disposition == u"answered" ? Field::TalkSeconds : Field::WaitSeconds);
    QString title = QStringLiteral("Call, ") + disposition.replace(u'_', u' ');
    if (seconds && disposition == u"abandoned")
        title += QStringLiteral(" after ") + durationText(*seconds);
    else if (seconds && disposition == u"answered")
        title += QStringLiteral(", ") + durationText(*seconds);
    return title;
}

// "Chat with Tom, 12 min".
QString chatTitle(const RecordFields& fields) {
    const QString agent = fields.text(Field::Agent);
    QString title = agent.isEmpty() ? QStringLiteral("Chat") : QStringLiteral("Chat with ") + agent;
    const auto from = fields.instant(Field::At);
    const auto to = fields.instant(Field::EndedAt);
    if (from && to && *to > *from)
        title += u", " + durationText((*to - *from).count() / millisPerSecond);
    return title;
}

// "Payment, paypal"; "Payment failed, card": what moved no money is none.
QString paymentTitle(const RecordFields& fields) {
    QString title = QStringLiteral("Payment");
    const QString status = word(fields.text(Field::Status)).replace(u'_', u' ');
    if (!isChargedBy(status))
        title += u' ' + status;
    const QString method = fields.text(Field::Method);
    return method.isEmpty() ? title : title + u", " + method;
}

QString rated(const QString& what, const RecordFields& fields) {
    const auto score = fields.decimal(Field::Score);
    const auto scale = fields.decimal(Field::Scale);
    if (!score)
        return what;
    return scale ? QStringLiteral("%1: %2 of %3").arg(what).arg(*score).arg(*scale)
                 : QStringLiteral("%1: %2").arg(what).arg(*score);
}

QString joined(const QString& what, const QString& more) {
    return more.isEmpty() ? what : what + u": " + more;
}

// "Review: 2 of 5, shops.example".
QString reviewTitle(const RecordFields& fields) {
    const QString title = rated(QStringLiteral("Review"), fields);
    const QString site = fields.text(Field::Site);
    if (site.isEmpty())
        return title;
    return title + (fields.has(Field::Score) ? u", " : u": ") + site;
}

QString messageTitle(const RecordFields& fields) {
    const QString subject = fields.text(Field::Subject).simplified();
    if (!subject.isEmpty())
        return subject;
    const QString channel = fields.text(Field::Channel);
    return channel.isEmpty() ? QStringLiteral("E-mail without a subject") : capitalised(channel);
}

QString titleOf(RecordKind kind, const QString& key, const RecordFields& fields) {
    switch (kind) {
        case RecordKind::Order:
            return QStringLiteral("Order ") + key;
        case RecordKind::OrderItem:
            return fields.text(Field::Title);
        case RecordKind::Refund:
            return capitalised(nameIn(refundKinds, meaningOr(refundKinds, fields, Field::RefundKind,
                                                             goodfaith::RefundKind::Refund)));
        case RecordKind::Return:
            return fields.has(Field::ReceivedAt) ? QStringLiteral("Return received")
                                                 : QStringLiteral("Return requested");
        case RecordKind::Message:
            return messageTitle(fields);
        case RecordKind::Call:
            return callTitle(fields);
        case RecordKind::ContactForm:
            return joined(QStringLiteral("Contact form"), fields.text(Field::Topic));
        case RecordKind::Survey:
            return rated(QStringLiteral("Survey"), fields);
        case RecordKind::Review:
            return reviewTitle(fields);
        case RecordKind::Visit:
            return joined(QStringLiteral("Visit"), fields.text(Field::Page));
        case RecordKind::Payment:
            return paymentTitle(fields);
        case RecordKind::Chat:
            return chatTitle(fields);
        case RecordKind::Customer:
        case RecordKind::Shipment:
            return capitalised(nameOf(kind));
    }
    return {};
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

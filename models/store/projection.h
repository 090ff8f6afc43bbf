// SPDX-License-Identifier: GPL-3.0-or-later
// From a record as all assertions together say it to the typed columns that lists and scoring
// read. A pure function: titles in plain English, words of the files to enumerations.
#pragma once

#include "models/domain/facts.h"

#include <variant>

namespace goodfaith::store {

// The shop's own record of a person.
struct ContactDetail {
    QString dateOfBirth;  // as the file has it
};

struct OrderDetail {
    OrderStatus status = OrderStatus::Placed;
    std::optional<Instant> cancelledAt;
    QString channel;
    QString replaces;
    QString country;  // where it went, else where the buyer is
};

struct OrderItemDetail {
    QString sku;
    QString title;
    double quantity = 1;
};

struct PaymentDetail {
    QString payer;  // a keyed hash, "" where none is known
};

struct RefundDetail {
    goodfaith::RefundKind kind = goodfaith::RefundKind::Refund;
    QString reason;
};

struct ReturnDetail {
    QString sku;
    std::optional<Instant> requestedAt;
    std::optional<Instant> receivedAt;
    QString reason;
    ReturnCondition condition = ReturnCondition::Unknown;
    ReturnFault fault = ReturnFault::Unknown;
    QString outcome;
};

struct ShipmentDetail {
    QString carrier;
    QString tracking;
    std::optional<Instant> shippedAt;
    std::optional<Instant> promisedAt;
    std::optional<Instant> deliveredAt;
    ShipmentStatus status = ShipmentStatus::Shipped;
    DeliveryProof proof = DeliveryProof::Unknown;
};

struct MessageDetail {
    QString channel;
    QString messageId;
    QString inReplyTo;
    QString references;
    QString thread;
    QString automaticHeaders;
    QString agent;
    QString orderKey;
    QString statedDirection;
};

struct CallDetail {
    CallDisposition disposition = CallDisposition::Unknown;
    QString queue;
    QString agent;
    std::optional<qint64> waitMillis;
    std::optional<qint64> talkMillis;
    QString fromNumber;
    QString toNumber;
    QString statedDirection;
};

struct ChatDetail {
    QString agent;
    std::optional<Instant> firstReplyAt;
    std::optional<Instant> endedAt;
};

using Detail = std::variant<std::monostate, OrderDetail, OrderItemDetail, RefundDetail,
                            ReturnDetail, ShipmentDetail, MessageDetail, CallDetail, ChatDetail,
                            ContactDetail, PaymentDetail>;

struct Projection {
    std::optional<Instant> at;
    QString title;
    QString snippet;
    std::optional<Money> amount;
    QString status;
    QString orderKey;  // the order it belongs to
    QString subject;   // words kept for reading and searching
    QString text;
    Detail detail;
};

// A record's main time, else the first known of its other times.
std::optional<Instant> mainTime(const RecordFields& fields);
// The newest time at which something was seen to happen, for coverage.
std::optional<Instant> newestTime(const RecordFields& fields);

Projection project(RecordKind kind, const QString& key, const RecordFields& fields,
                   const std::vector<ImportedParty>& parties);

}  // namespace goodfaith::store

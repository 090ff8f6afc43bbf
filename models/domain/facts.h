// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is known of one customer, as plain values, oldest first. Understanding and
// scoring are functions of this, the settings and an as-of instant; what lies after the as-of is
// cut off by factsAsOf.
#pragma once

#include "models/domain/coverage.h"
#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/money.h"
#include "models/domain/record.h"

#include <QString>

#include <optional>
#include <vector>

namespace goodfaith {

struct OrderItemFact {
    EventId id;
    QString sku;
    QString title;
    double quantity = 1;
    std::optional<Money> unitPrice;
};

enum class OrderStatus { Placed, Unpaid, Cancelled };

struct OrderFact {
    EventId id;
    SourceId source;
    QString key;  // the order's number
    Instant orderedAt;
    std::optional<Money> total;
    OrderStatus status = OrderStatus::Placed;
    std::optional<Instant> cancelledAt;
    QString channel;
    QString replacesOrderKey;  // a replacement sent for that order
    QString country;
    std::vector<OrderItemFact> items;

    // Shops that keep no refunds apart write what they give back as an order of less than nothing.
    bool isCreditNote() const { return total && total->minor < 0; }
    bool isPurchase() const { return status == OrderStatus::Placed && !isCreditNote(); }
};

enum class RefundKind { Refund, Compensation, StoreCredit, Chargeback };

struct RefundFact {
    EventId id;
    EventId order;  // none when the order is not known
    Instant at;
    Money amount;
    RefundKind kind = RefundKind::Refund;
    QString reason;
};

enum class ReturnCondition {
    Unknown,
    AsNew,
    Used,
    Damaged,
    Defective,
    WrongItem,
    OtherItem,
    Empty
};
enum class ReturnFault { Unknown, Ours, Customer, Carrier };

struct ReturnFact {
    EventId id;
    EventId order;
    QString sku;
    Instant requestedAt;  // received_at where no request is known
    std::optional<Instant> receivedAt;
    QString reason;
    ReturnCondition condition = ReturnCondition::Unknown;
    ReturnFault fault = ReturnFault::Unknown;
    QString outcome;
};

enum class ShipmentStatus { Shipped, InTransit, Delivered, Lost, Damaged, ReturnedToSender };
enum class DeliveryProof { Unknown, None, Signature, Photo, Locker };

struct ShipmentFact {
    EventId id;
    EventId order;
    QString carrier;
    QString tracking;
    std::optional<Instant> shippedAt;
    std::optional<Instant> promisedAt;
    std::optional<Instant> deliveredAt;
    ShipmentStatus status = ShipmentStatus::Shipped;
    DeliveryProof proof = DeliveryProof::Unknown;
};

struct PaymentFact {
    EventId id;
    EventId order;
    Instant at;
    Money amount;
    QString status;
};

// Whether money moved: not where a payment failed, was taken back or is still to come.
bool isCharged(const PaymentFact& payment);
bool isChargedBy(QStringView paymentStatus);

// A mail, or any other written message. A chat is one, with all that was written in it.
struct MessageFact {
    EventId id;
    Instant at;
    Direction direction = Direction::None;
    QString channel;  // "email" where the file says nothing else
    QString subject;
    QString text;  // whole, with quotes and signature
    QString messageId;
    QString inReplyTo;
    QStringList references;    // oldest first
    QString thread;            // a native thread id where the source has one
    QString automaticHeaders;  // the headers that mark automatic mail, "Name: value" a line
    QString mailbox;           // the address of ours it came to or went from, lower case
    QString agent;
    QString orderKey;  // where the source names it
    // Of a chat: when we first wrote in it. Without it, an agent's name says that we did.
    std::optional<Instant> firstReplyAt = {};
};

enum class CallDisposition { Unknown, Answered, Abandoned, Voicemail, Busy, NoAnswer, Failed };

struct CallFact {
    EventId id;
    Instant at;
    Direction direction = Direction::None;
    CallDisposition disposition = CallDisposition::Unknown;
    QString queue;
    QString agent;
    std::optional<Duration> wait;
    std::optional<Duration> talk;
    QString notes;
};

struct CustomerFacts {
    CustomerId id;
    QString name;
    std::vector<OrderFact> orders;
    std::vector<PaymentFact> payments;
    std::vector<RefundFact> refunds;
    std::vector<ReturnFact> returns;
    std::vector<ShipmentFact> shipments;
    std::vector<MessageFact> messages;
    std::vector<CallFact> calls;
    int visits = 0;  // site visits in the six months before the as-of

    const OrderFact* order(EventId id) const;
};

// The facts as they were known at `asOf`: later events are gone, later dates within an event are
// unknown.
CustomerFacts factsAsOf(const CustomerFacts& facts, Instant asOf);
// Whether factsAsOf would leave anything out: where not, who has many customers can spare the copy.
bool reachBeyond(const CustomerFacts& facts, Instant asOf);
// When factsAsOf first gives other facts than at `asOf`; nothing when it never does.
std::optional<Instant> nextChangeAfter(const CustomerFacts& facts, Instant asOf);

}  // namespace goodfaith

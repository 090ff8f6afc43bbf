// SPDX-License-Identifier: GPL-3.0-or-later
// What can be known of a record: typed fields and their names. A field that is absent is unknown,
// never empty or zero.
#pragma once

#include "models/domain/instant.h"
#include "models/domain/money.h"

#include <QString>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace goodfaith {

// Fields a record can have; FORMATS.md names them per template. At is the record's main time
// (ordered_at, refunded_at, started_at, a mail's Date, …).
enum class Field {
    At,
    CreatedAt,
    RequestedAt,
    ReceivedAt,
    ShippedAt,
    PromisedAt,
    DeliveredAt,
    FirstReplyAt,
    EndedAt,
    CancelledAt,
    Total,
    Discount,
    Shipping,
    Amount,
    UnitPrice,
    OrderKey,
    ReplacesOrderKey,
    Status,
    Channel,
    Line,
    Sku,
    Title,
    Quantity,
    Method,
    PayerHash,
    RefundKind,
    Reason,
    Condition,
    Fault,
    Outcome,
    Carrier,
    Tracking,
    Proof,
    Direction,
    FromNumber,
    ToNumber,
    Queue,
    Agent,
    WaitSeconds,
    TalkSeconds,
    Disposition,
    LinkedCall,
    Notes,
    Subject,
    Text,
    Thread,
    MessageId,
    InReplyTo,
    References,
    AutomaticHeaders,
    Attachments,
    Topic,
    Score,
    Scale,
    Site,
    Page,
    Referrer,
    DateOfBirth,
};
enum class FieldType { Text, Integer, Decimal, Amount, Time };
FieldType typeOf(Field field);
QString nameOf(Field field);  // snake_case: "ordered_at" is "at"; "wait_seconds"
std::optional<Field> fieldFromName(QStringView name);

// Decimal holds quantities and scores; money is never a Decimal.
using FieldValue = std::variant<QString, qint64, double, Money, Instant>;

// A small sorted map. Setting an empty text leaves the field unknown.
class RecordFields {
public:
    void set(Field field, FieldValue value);
    const FieldValue* find(Field field) const;
    bool has(Field field) const { return find(field) != nullptr; }
    QString text(Field field) const;  // "" where unknown
    std::optional<qint64> integer(Field field) const;
    std::optional<double> decimal(Field field) const;
    std::optional<Money> money(Field field) const;
    std::optional<Instant> instant(Field field) const;

    // Every field that `newer` knows replaces ours; the rest stays.
    void mergeFrom(const RecordFields& newer);
    bool isEmpty() const { return values_.empty(); }
    const std::vector<std::pair<Field, FieldValue>>& values() const { return values_; }
    friend bool operator==(const RecordFields&, const RecordFields&) = default;

private:
    std::vector<std::pair<Field, FieldValue>> values_;
};

}  // namespace goodfaith

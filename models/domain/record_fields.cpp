// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/record_fields.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace goodfaith {
namespace {

struct FieldInfo {
    Field field;
    FieldType type;
    const char* name;
};

// In the order of the enumeration: typeOf and nameOf index into it.
constexpr auto fieldInfos = std::to_array<FieldInfo>({
    {Field::At, FieldType::Time, "at"},
    {Field::CreatedAt, FieldType::Time, "created_at"},
    {Field::RequestedAt, FieldType::Time, "requested_at"},
    {Field::ReceivedAt, FieldType::Time, "received_at"},
    {Field::ShippedAt, FieldType::Time, "shipped_at"},
    {Field::PromisedAt, FieldType::Time, "promised_at"},
    {Field::DeliveredAt, FieldType::Time, "delivered_at"},
    {Field::FirstReplyAt, FieldType::Time, "first_reply_at"},
    {Field::EndedAt, FieldType::Time, "ended_at"},
    {Field::CancelledAt, FieldType::Time, "cancelled_at"},
    {Field::Total, FieldType::Amount, "total"},
    {Field::Discount, FieldType::Amount, "discount"},
    {Field::Shipping, FieldType::Amount, "shipping"},
    {Field::Amount, FieldType::Amount, "amount"},
    {Field::UnitPrice, FieldType::Amount, "unit_price"},
    {Field::OrderKey, FieldType::Text, "order_id"},
    {Field::ReplacesOrderKey, FieldType::Text, "replaces_order_id"},
    {Field::Status, FieldType::Text, "status"},
    {Field::Channel, FieldType::Text, "channel"},
    {Field::Line, FieldType::Text, "line"},
    {Field::Sku, FieldType::Text, "sku"},
    {Field::Title, FieldType::Text, "title"},
    {Field::Quantity, FieldType::Decimal, "quantity"},
    {Field::Method, FieldType::Text, "method"},
    {Field::PayerHash, FieldType::Text, "payer_hash"},
    {Field::RefundKind, FieldType::Text, "kind"},
    {Field::Reason, FieldType::Text, "reason"},
    {Field::Condition, FieldType::Text, "condition"},
    {Field::Fault, FieldType::Text, "fault"},
    {Field::Outcome, FieldType::Text, "outcome"},
    {Field::Carrier, FieldType::Text, "carrier"},
    {Field::Tracking, FieldType::Text, "tracking"},
    {Field::Proof, FieldType::Text, "proof"},
    {Field::Direction, FieldType::Text, "direction"},
    {Field::FromNumber, FieldType::Text, "from_number"},
    {Field::ToNumber, FieldType::Text, "to_number"},
    {Field::Queue, FieldType::Text, "queue"},
    {Field::Agent, FieldType::Text, "agent"},
    {Field::WaitSeconds, FieldType::Integer, "wait_seconds"},
    {Field::TalkSeconds, FieldType::Integer, "talk_seconds"},
    {Field::Disposition, FieldType::Text, "disposition"},
    {Field::LinkedCall, FieldType::Text, "linked_call"},
    {Field::Notes, FieldType::Text, "notes"},
    {Field::Subject, FieldType::Text, "subject"},
    {Field::Text, FieldType::Text, "text"},
    {Field::Thread, FieldType::Text, "thread"},
    {Field::MessageId, FieldType::Text, "message_id"},
    {Field::InReplyTo, FieldType::Text, "in_reply_to"},
    {Field::References, FieldType::Text, "references"},
    {Field::AutomaticHeaders, FieldType::Text, "automatic_headers"},
    {Field::Attachments, FieldType::Text, "attachments"},
    {Field::Topic, FieldType::Text, "topic"},
    {Field::Score, FieldType::Decimal, "score"},
    {Field::Scale, FieldType::Decimal, "scale"},
    {Field::Site, FieldType::Text, "site"},
    {Field::Page, FieldType::Text, "page"},
    {Field::Referrer, FieldType::Text, "referrer"},
    {Field::DateOfBirth, FieldType::Text, "date_of_birth"},
});

constexpr bool isInEnumerationOrder() {
    for (size_t i = 0; i < fieldInfos.size(); ++i) {
        if (static_cast<size_t>(fieldInfos[i].field) != i)
            return false;
    }
    return true;
}
static_assert(isInEnumerationOrder());

bool isEmptyText(const FieldValue& value) {
    const auto* text = std::get_if<QString>(&value);
    return text != nullptr && text->isEmpty();
}

template <class Value>
std::optional<Value> valueOf(const FieldValue* value) {
    const auto* typed = value != nullptr ? std::get_if<Value>(value) : nullptr;
    return typed != nullptr ? std::optional<Value>(*typed) : std::nullopt;
}

}  // namespace

FieldType typeOf(Field field) {
    return fieldInfos[static_cast<size_t>(field)].type;
}

QString nameOf(Field field) {
    return QString::fromLatin1(fieldInfos[static_cast<size_t>(field)].name);
}

std::optional<Field> fieldFromName(QStringView name) {
    static const auto byName = [] {
        QHash<QString, Field> names;
        for (const auto& info : fieldInfos)
            names.insert(QString::fromLatin1(info.name), info.field);
        return names;
    }();
    const auto found = byName.find(name.toString());
    return found == byName.end() ? std::nullopt : std::optional<Field>(*found);
}

void RecordFields::set(Field field, FieldValue value) {
    if (isEmptyText(value))
        return;
    const auto at =
        std::lower_bound(values_.begin(), values_.end(), field,
                         [](const auto& entry, Field key) { return entry.first < key; });
    if (at != values_.end() && at->first == field)
        at->second = std::move(value);
    else
        values_.insert(at, {field, std::move(value)});
}

const FieldValue* RecordFields::find(Field field) const {
    const auto at =
        std::lower_bound(values_.begin(), values_.end(), field,
                         [](const auto& entry, Field key) { return entry.first < key; });
    return at != values_.end() && at->first == field ? &at->second : nullptr;
}

QString RecordFields::text(Field field) const {
    return valueOf<QString>(find(field)).value_or(QString());
}

std::optional<qint64> RecordFields::integer(Field field) const {
    return valueOf<qint64>(find(field));
}

std::optional<double> RecordFields::decimal(Field field) const {
    return valueOf<double>(find(field));
}

std::optional<Money> RecordFields::money(Field field) const {
    return valueOf<Money>(find(field));
}

std::optional<Instant> RecordFields::instant(Field field) const {
    return valueOf<Instant>(find(field));
}

void RecordFields::mergeFrom(const RecordFields& newer) {
    for (const auto& [field, value] : newer.values_)
        set(field, value);
}

}  // namespace goodfaith

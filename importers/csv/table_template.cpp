// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/table_template.h"

#include <algorithm>
#include <array>

namespace goodfaith::importers {
namespace {

using enum PartyPart;
using Role = PartyRole;

TableTemplate customers() {
    return {"customers",
            RecordKind::Customer,
            {"customer_id"},
            {"name", "first_name", "last_name", "email", "phone"},
            {},
            {{"customer_id", PartyKey{Role::Contact, ShopNumber}},
             {"name", PartyKey{Role::Contact, Name}, {"first_name + last_name", "customer_name"}},
             {"first_name", Helper{}},
             {"last_name", Helper{}},
             {"email", PartyKey{Role::Contact, Email}, {"customer_email"}},
             {"phone", PartyKey{Role::Contact, Phone}, {"customer_phone"}},
             {"company", PartyKey{Role::Contact, Company}},
             {"address", PartyKey{Role::Contact, Street}},
             {"postcode", PartyKey{Role::Contact, Postcode}},
             {"city", PartyKey{Role::Contact, City}},
             {"region", PartyKey{Role::Contact, Region}},
             {"country", PartyKey{Role::Contact, Country}},
             {"date_of_birth", Field::DateOfBirth},
             {"created_at", Field::CreatedAt},
             {"notes", Field::Notes},
             {"updated_at", OwnDate{}}}};
}

// Here and below, what stands behind updated_at is not in FORMATS.md: presets fill it.
TableTemplate orders() {
    return {"orders",
            RecordKind::Order,
            {"order_id"},
            {"ordered_at", "total"},
            {},
            {{"order_id", Helper{}},
             {"customer_id", PartyKey{Role::Buyer, ShopNumber}},
             {"ordered_at", Field::At},
             {"customer_name", PartyKey{Role::Buyer, Name}},
             {"customer_email", PartyKey{Role::Buyer, Email}},
             {"customer_phone", PartyKey{Role::Buyer, Phone}},
             {"address", PartyKey{Role::Buyer, Street}},
             {"postcode", PartyKey{Role::Buyer, Postcode}},
             {"city", PartyKey{Role::Buyer, City}},
             {"country", PartyKey{Role::Buyer, Country}},
             {"currency", RowCurrency{}},
             {"total", Field::Total},
             {"discount", Field::Discount},
             {"shipping", Field::Shipping},
             {"status", Field::Status},
             {"channel", Field::Channel},
             {"recipient_name", PartyKey{Role::Recipient, Name}},
             {"recipient_phone", PartyKey{Role::Recipient, Phone}},
             {"replaces_order_id", Field::ReplacesOrderKey},
             {"updated_at", OwnDate{}},
             {"cancelled_at", Field::CancelledAt},
             {"notes", Field::Notes},
             {"company", PartyKey{Role::Buyer, Company}},
             {"region", PartyKey{Role::Buyer, Region}},
             {"recipient_company", PartyKey{Role::Recipient, Company}},
             {"recipient_address", PartyKey{Role::Recipient, Street}},
             {"recipient_postcode", PartyKey{Role::Recipient, Postcode}},
             {"recipient_city", PartyKey{Role::Recipient, City}},
             {"recipient_region", PartyKey{Role::Recipient, Region}},
             {"recipient_country", PartyKey{Role::Recipient, Country}}}};
}

TableTemplate orderItems() {
    return {"order_items",
            RecordKind::OrderItem,
            {"order_id", "line"},
            {"sku", "title", "quantity", "unit_price"},
            {},
            {{"order_id", Field::OrderKey},
             {"line", Field::Line},
             {"sku", Field::Sku},
             {"title", Field::Title},
             {"quantity", Field::Quantity},
             {"unit_price", Field::UnitPrice},
             {"currency", RowCurrency{}},
             {"customer_id", PartyKey{Role::Buyer, ShopNumber}},
             {"updated_at", OwnDate{}}}};
}

TableTemplate payments() {
    return {"payments",
            RecordKind::Payment,
            {"payment_id"},
            {"amount", "paid_at"},
            {},
            {{"payment_id", Helper{}},
             {"order_id", Field::OrderKey},
             {"paid_at", Field::At},
             {"amount", Field::Amount},
             {"currency", RowCurrency{}},
             {"method", Field::Method},
             {"status", Field::Status},
             {"payer", Private{Field::PayerHash}},
             {"customer_id", PartyKey{Role::Buyer, ShopNumber}},
             {"updated_at", OwnDate{}},
             {"customer_name", PartyKey{Role::Buyer, Name}},
             {"customer_email", PartyKey{Role::Buyer, Email}},
             {"customer_phone", PartyKey{Role::Buyer, Phone}}}};
}

TableTemplate refunds() {
    return {"refunds",
            RecordKind::Refund,
            {"refund_id"},
            {"amount", "refunded_at", "order_id"},
            {},
            {{"refund_id", Helper{}},
             {"order_id", Field::OrderKey},
             {"refunded_at", Field::At},
             {"amount", Field::Amount},
             {"currency", RowCurrency{}},
             {"kind", Field::RefundKind},
             {"reason", Field::Reason},
             {"customer_id", PartyKey{Role::Buyer, ShopNumber}},
             {"updated_at", OwnDate{}},
             {"customer_email", PartyKey{Role::Buyer, Email}}}};
}

TableTemplate returns() {
    return {"returns",
            RecordKind::Return,
            {"rma_id"},
            {"requested_at", "received_at", "order_id"},
            {Field::RequestedAt, Field::ReceivedAt},
            {{"rma_id", Helper{}},
             {"order_id", Field::OrderKey},
             {"sku", Field::Sku},
             {"requested_at", Field::RequestedAt},
             {"received_at", Field::ReceivedAt},
             {"reason", Field::Reason},
             {"condition", Field::Condition},
             {"fault", Field::Fault},
             {"outcome", Field::Outcome},
             {"customer_id", PartyKey{Role::Buyer, ShopNumber}},
             {"updated_at", OwnDate{}}}};
}

TableTemplate shipments() {
    return {"shipments",
            RecordKind::Shipment,
            {"shipment_id"},
            {"shipped_at", "promised_at", "delivered_at", "tracking", "order_id"},
            {Field::ShippedAt, Field::DeliveredAt},  // a promise is no shipping
            {{"shipment_id", Helper{}},
             {"order_id", Field::OrderKey},
             {"carrier", Field::Carrier},
             {"tracking", Field::Tracking},
             {"shipped_at", Field::ShippedAt},
             {"promised_at", Field::PromisedAt},
             {"delivered_at", Field::DeliveredAt},
             {"status", Field::Status},
             {"proof", Field::Proof},
             {"customer_id", PartyKey{Role::Buyer, ShopNumber}},
             {"updated_at", OwnDate{}}}};
}

// Who called whom follows from the direction: the caller and the addressee are made from the
// numbers.
TableTemplate calls() {
    return {"calls",
            RecordKind::Call,
            {"call_id"},
            {"started_at", "from_number", "to_number"},
            {},
            {{"call_id", Helper{}},
             {"started_at", Field::At},
             {"direction", Field::Direction},
             {"from_number", Field::FromNumber},
             {"to_number", Field::ToNumber},
             {"queue", Field::Queue},
             {"agent", Field::Agent},
             {"wait_seconds", Field::WaitSeconds},
             {"talk_seconds", Field::TalkSeconds},
             {"disposition", Field::Disposition},
             {"notes", Field::Notes},
             {"customer_id", PartyKey{Role::Caller, ShopNumber}},
             {"updated_at", OwnDate{}},
             {"ended_at", Field::EndedAt},
             {"linked_call", Field::LinkedCall},
             {"caller_name", PartyKey{Role::Caller, Name}}}};
}

TableTemplate messages() {
    return {"messages",
            RecordKind::Message,
            {"message_id"},
            {"at", "subject", "text"},
            {},
            {{"message_id", Field::MessageId},
             {"at", Field::At},
             {"channel", Field::Channel},
             {"direction", Field::Direction},
             {"customer_name", PartyKey{Role::Sender, Name}},
             {"customer_email", PartyKey{Role::Sender, Email}},
             {"phone", PartyKey{Role::Sender, Phone}},
             {"customer_id", PartyKey{Role::Sender, ShopNumber}},
             {"agent", Field::Agent},
             {"order_id", Field::OrderKey},
             {"thread", Field::Thread},
             {"subject", Field::Subject},
             {"text", Field::Text},
             {"updated_at", OwnDate{}}}};
}

TableTemplate chats() {
    return {"chats",
            RecordKind::Chat,
            {"chat_id"},
            {"started_at", "transcript"},
            {},
            {{"chat_id", Helper{}},
             {"started_at", Field::At},
             {"customer_name", PartyKey{Role::Sender, Name}},
             {"customer_email", PartyKey{Role::Sender, Email}},
             {"customer_id", PartyKey{Role::Sender, ShopNumber}},
             {"agent", Field::Agent},
             {"first_reply_at", Field::FirstReplyAt},
             {"ended_at", Field::EndedAt},
             {"transcript", Field::Text},
             {"updated_at", OwnDate{}}}};
}

TableTemplate contactForms() {
    return {"contact_forms",
            RecordKind::ContactForm,
            {"form_id"},
            {"submitted_at", "message"},
            {},
            {{"form_id", Helper{}},
             {"submitted_at", Field::At},
             {"name", PartyKey{Role::Sender, Name}},
             {"email", PartyKey{Role::Sender, Email}},
             {"phone", PartyKey{Role::Sender, Phone}},
             {"customer_id", PartyKey{Role::Sender, ShopNumber}},
             {"topic", Field::Topic},
             {"order_id", Field::OrderKey},
             {"message", Field::Text},
             {"updated_at", OwnDate{}}}};
}

TableTemplate surveys() {
    return {"surveys",
            RecordKind::Survey,
            {"survey_id"},
            {"answered_at", "score"},
            {},
            {{"survey_id", Helper{}},
             {"answered_at", Field::At},
             {"customer_email", PartyKey{Role::Sender, Email}},
             {"customer_id", PartyKey{Role::Sender, ShopNumber}},
             {"order_id", Field::OrderKey},
             {"score", Field::Score},
             {"scale", Field::Scale},
             {"comment", Field::Text},
             {"updated_at", OwnDate{}}}};
}

TableTemplate reviews() {
    return {"reviews",
            RecordKind::Review,
            {"review_id"},
            {"posted_at", "rating"},
            {},
            {{"review_id", Helper{}},
             {"posted_at", Field::At},
             {"customer_email", PartyKey{Role::Sender, Email}},
             {"customer_name", PartyKey{Role::Sender, Name}},
             {"customer_id", PartyKey{Role::Sender, ShopNumber}},
             {"order_id", Field::OrderKey},
             {"site", Field::Site},
             {"rating", Field::Score},
             {"scale", Field::Scale},
             {"text", Field::Text},
             {"updated_at", OwnDate{}}}};
}

TableTemplate visits() {
    return {"visits",
            RecordKind::Visit,
            {"visited_at", "customer_email", "page"},
            {},
            {},
            {{"visited_at", Field::At},
             {"customer_email", PartyKey{Role::Sender, Email}},
             {"customer_id", PartyKey{Role::Sender, ShopNumber}},
             {"page", Field::Page},
             {"referrer", Field::Referrer},
             {"updated_at", OwnDate{}}}};
}

struct ClosedList {
    RecordKind kind;
    Field field;
    const char* values;
};

constexpr auto closedLists = std::to_array<ClosedList>({
    {RecordKind::Refund, Field::RefundKind, "refund compensation store_credit chargeback"},
    {RecordKind::Return, Field::Condition,
     "as_new used damaged defective wrong_item other_item empty"},
    {RecordKind::Return, Field::Fault, "ours customer carrier unknown"},
    {RecordKind::Shipment, Field::Status,
     "shipped in_transit delivered lost damaged returned_to_sender"},
    {RecordKind::Shipment, Field::Proof, "signature photo locker none"},
    {RecordKind::Call, Field::Direction, "inbound outbound"},
    {RecordKind::Call, Field::Disposition, "answered abandoned voicemail busy no_answer failed"},
    {RecordKind::Message, Field::Direction, "inbound outbound"},
});

}  // namespace

const std::vector<TableTemplate>& tableTemplates() {
    static const std::vector<TableTemplate> templates = {
        customers(), orders(),   orderItems(), payments(),     refunds(), returns(), shipments(),
        calls(),     messages(), chats(),      contactForms(), surveys(), reviews(), visits()};
    return templates;
}

const TableTemplate* findTemplate(const QString& name) {
    const auto& all = tableTemplates();
    const auto found = std::find_if(all.begin(), all.end(), [&](const TableTemplate& table) {
        return name == QLatin1String(table.name);
    });
    return found == all.end() ? nullptr : &*found;
}

QStringList closedList(RecordKind kind, Field field) {
    for (const auto& list : closedLists) {
        if (list.kind == kind && list.field == field)
            return QString::fromLatin1(list.values).split(u' ');
    }
    return {};
}

}  // namespace goodfaith::importers

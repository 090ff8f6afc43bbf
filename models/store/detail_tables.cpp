// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/detail_tables.h"

namespace goodfaith::store {
namespace {

// By the alternative of Detail.
constexpr const char* tables[] = {nullptr,          "order_detail",  "order_item",
                                  "refund_detail",  "return_detail", "shipment_detail",
                                  "message_detail", "call_detail",   "chat_detail",
                                  "contact_detail", "payment_detail"};
static_assert(std::size(tables) == std::variant_size_v<Detail>);

}  // namespace

DetailTables::DetailTables(Database& database)
    : database_(database),
      insertOrder_(database,
                   "INSERT INTO order_detail (record_id, status, cancelled_at, channel, replaces, "
                   "country) VALUES (:id, :status, :cancelled, :channel, :replaces, :country)"),
      insertItem_(database,
                  "INSERT INTO order_item (record_id, sku, title, quantity) "
                  "VALUES (:id, :sku, :title, :quantity)"),
      insertRefund_(database,
                    "INSERT INTO refund_detail (record_id, kind, reason) "
                    "VALUES (:id, :kind, :reason)"),
      insertReturn_(database,
                    "INSERT INTO return_detail (record_id, sku, requested_at, received_at, reason, "
                    "condition, fault, outcome) VALUES (:id, :sku, :requested, :received, :reason, "
                    ":condition, :fault, :outcome)"),
      insertShipment_(database,
                      "INSERT INTO shipment_detail (record_id, carrier, tracking, shipped_at, "
                      "promised_at, delivered_at, status, proof) VALUES (:id, :carrier, :tracking, "
                      ":shipped, :promised, :delivered, :status, :proof)"),
      insertMessage_(database,
                     "INSERT INTO message_detail (record_id, channel, message_id, in_reply_to, "
                     "reference_list, thread, automatic_headers, mailbox, agent, order_key, "
                     "stated_direction) VALUES (:id, :channel, :message, :reply, :references, "
                     ":thread, :headers, :mailbox, :agent, :order, :stated)"),
      insertCall_(database,
                  "INSERT INTO call_detail (record_id, disposition, queue, agent, wait_ms, "
                  "talk_ms, from_number, to_number, stated_direction) VALUES (:id, :disposition, "
                  ":queue, :agent, :wait, :talk, :from, :to, :stated)"),
      insertChat_(database,
                  "INSERT INTO chat_detail (record_id, agent, first_reply_at, ended_at) "
                  "VALUES (:id, :agent, :reply, :ended)"),
      insertContact_(database,
                     "INSERT INTO contact_detail (record_id, date_of_birth) "
                     "VALUES (:id, :birth)"),
      insertPayment_(database,
                     "INSERT INTO payment_detail (record_id, payer) VALUES (:id, :payer)") {}

void DetailTables::insert(EventId event, const Detail& detail, const QString& mailbox) {
    struct Writer {
        DetailTables& tables;
        EventId id;
        const QString& mailbox;
        void operator()(std::monostate) {}
        void operator()(const OrderDetail& d) {
            tables.insertOrder_.run(id, d.status, d.cancelledAt, d.channel, d.replaces, d.country);
        }
        void operator()(const OrderItemDetail& d) {
            tables.insertItem_.run(id, d.sku, d.title, d.quantity);
        }
        void operator()(const RefundDetail& d) { tables.insertRefund_.run(id, d.kind, d.reason); }
        void operator()(const ReturnDetail& d) {
            tables.insertReturn_.run(id, d.sku, d.requestedAt, d.receivedAt, d.reason, d.condition,
                                     d.fault, d.outcome);
        }
        void operator()(const ShipmentDetail& d) {
            tables.insertShipment_.run(id, d.carrier, d.tracking, d.shippedAt, d.promisedAt,
                                       d.deliveredAt, d.status, d.proof);
        }
        void operator()(const MessageDetail& d) {
            tables.insertMessage_.run(id, d.channel, d.messageId, d.inReplyTo, d.references,
                                      d.thread, d.automaticHeaders, mailbox, d.agent, d.orderKey,
                                      d.statedDirection);
        }
        void operator()(const CallDetail& d) {
            tables.insertCall_.run(id, d.disposition, d.queue, d.agent, d.waitMillis, d.talkMillis,
                                   d.fromNumber, d.toNumber, d.statedDirection);
        }
        void operator()(const ChatDetail& d) {
            tables.insertChat_.run(id, d.agent, d.firstReplyAt, d.endedAt);
        }
        void operator()(const ContactDetail& d) {
            if (!d.dateOfBirth.isEmpty())
                tables.insertContact_.run(id, d.dateOfBirth);
        }
        void operator()(const PaymentDetail& d) {
            if (!d.payer.isEmpty())
                tables.insertPayment_.run(id, d.payer);
        }
    };
    std::visit(Writer{*this, event, mailbox}, detail);
}

void DetailTables::replace(EventId event, const Detail& detail, const QString& mailbox) {
    removeFrom(tables[detail.index()], event);
    insert(event, detail, mailbox);
}

void DetailTables::remove(EventId event, RecordKind kind) {
    removeFrom(tables[project(kind, {}, {}, {}).detail.index()], event);
}

void DetailTables::removeFrom(const char* table, EventId event) {
    if (table == nullptr)
        return;
    const auto sql = std::string("DELETE FROM ") + table + " WHERE record_id = :id";
    delete_.try_emplace(table, database_, sql).first->second.run(event);
}

}  // namespace goodfaith::store

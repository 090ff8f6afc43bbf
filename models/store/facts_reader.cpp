// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/facts_reader.h"

#include "models/store/customer_names.h"
#include "models/store/customer_stream.h"

#include <algorithm>
#include <unordered_map>

namespace goodfaith::store {
namespace {

// CROSS JOIN keeps the engine from starting anywhere but at the customers, so that rows come in
// their order without sorting. What has no date of its own is dated by its order, which is looked
// up for such alone.
std::string fromRecords(RecordKind kind, const char* columns, const char* joins) {
    return std::string(
               "SELECT link.customer_id, record.id, COALESCE(record.at, "
               "(SELECT at FROM record AS dated WHERE dated.id = record.order_record_id)), "
               "record.order_record_id, record.amount_minor, record.currency, ") +
           columns +
           " FROM link CROSS JOIN record ON record.party_id = link.party_id AND record.kind = " +
           std::to_string(static_cast<int>(kind)) + " " + joins + " WHERE record.asserted = 1";
}

template <class... Columns>
using RecordStream = CustomerStream<EventId, std::optional<Instant>, EventId, std::optional<qint64>,
                                    QString, Columns...>;

std::optional<Money> moneyFrom(std::optional<qint64> minor, const QString& currency) {
    if (!minor)
        return std::nullopt;
    return Money{*minor, Currency::fromCode(currency).value_or(Currency())};
}

template <class Fact, class When>
void sortByTime(std::vector<Fact>& facts, When when) {
    std::sort(facts.begin(), facts.end(), [&](const Fact& a, const Fact& b) {
        return std::pair(when(a), a.id) < std::pair(when(b), b.id);
    });
}

// Rows of one kind. Where nothing of that kind is known, its table is not searched at all.
template <class... Columns>
class KindStream {
public:
    KindStream(const Database& database, RecordKind kind, const char* columns,
               const char* joins = "")
        : database_(database), kind_(kind), stream_(database, fromRecords(kind, columns, joins)) {}

    void start(CustomerRange range) {
        if (!isKnown_)
            isKnown_ = isKnown();
        if (*isKnown_)
            stream_.start(range);
    }
    template <class Visit>
    void forEach(CustomerId customer, Visit visit) {
        stream_.forEach(customer, visit);
    }

private:
    bool isKnown() const {
        Query<bool> query(database_, "SELECT EXISTS (SELECT 1 FROM record WHERE kind = :kind)");
        return std::get<0>(query.one(kind_).value());
    }

    const Database& database_;
    RecordKind kind_;
    std::optional<bool> isKnown_;
    RecordStream<Columns...> stream_;
};

}  // namespace

class FactsReader::Streams {
public:
    Streams(const Database& database, Instant asOf)
        : asOf_(asOf),
          customers_(database,
                     "SELECT id FROM customer WHERE id BETWEEN :first AND :last ORDER BY id"),
          names_(database),
          orders_(database, RecordKind::Order,
                  "record.source_id, record.key, d.status, d.cancelled_at, d.channel, d.replaces, "
                  "d.country",
                  "JOIN order_detail AS d ON d.record_id = record.id"),
          items_(database, RecordKind::OrderItem, "d.sku, d.title, d.quantity",
                 "JOIN order_item AS d ON d.record_id = record.id"),
          payments_(database, RecordKind::Payment, "record.status"),
          refunds_(database, RecordKind::Refund, "d.kind, d.reason",
                   "JOIN refund_detail AS d ON d.record_id = record.id"),
          returns_(database, RecordKind::Return,
                   "d.sku, d.requested_at, d.received_at, d.reason, d.condition, d.fault, "
                   "d.outcome",
                   "JOIN return_detail AS d ON d.record_id = record.id"),
          shipments_(database, RecordKind::Shipment,
                     "d.carrier, d.tracking, d.shipped_at, d.promised_at, d.delivered_at, "
                     "d.status, d.proof",
                     "JOIN shipment_detail AS d ON d.record_id = record.id"),
          messages_(database, RecordKind::Message,
                    "record.direction, d.channel, w.subject, w.text, d.message_id, "
                    "d.in_reply_to, d.reference_list, d.thread, d.automatic_headers, "
                    "d.mailbox, d.agent, d.order_key",
                    "JOIN message_detail AS d ON d.record_id = record.id "
                    "LEFT JOIN record_text AS w ON w.record_id = record.id"),
          forms_(database, RecordKind::ContactForm,
                 "record.direction, w.subject, w.text, owner.key",
                 "LEFT JOIN record AS owner ON owner.id = record.order_record_id "
                 "LEFT JOIN record_text AS w ON w.record_id = record.id"),
          chats_(database, RecordKind::Chat, "w.text, owner.key, d.agent, d.first_reply_at",
                 "LEFT JOIN record AS owner ON owner.id = record.order_record_id "
                 "LEFT JOIN chat_detail AS d ON d.record_id = record.id "
                 "LEFT JOIN record_text AS w ON w.record_id = record.id"),
          calls_(database, RecordKind::Call,
                 "record.direction, d.disposition, d.queue, d.agent, d.wait_ms, d.talk_ms, w.text",
                 "JOIN call_detail AS d ON d.record_id = record.id "
                 "LEFT JOIN record_text AS w ON w.record_id = record.id"),
          visits_(database, RecordKind::Visit, "record.kind") {}

    void start(CustomerRange range) {
        customers_.start(range.first.value(), range.last.value());
        names_.start(range);
        std::apply([&](auto&... streams) { (streams.start(range), ...); },
                   std::tie(orders_, items_, payments_, refunds_, returns_, shipments_, messages_,
                            forms_, chats_, calls_, visits_));
    }

    std::optional<CustomerId> next() {
        return customers_.next() ? std::optional(std::get<0>(customers_.row())) : std::nullopt;
    }

    CustomerFacts read(CustomerId customer) {
        CustomerFacts facts;
        facts.id = customer;
        facts.name = names_.nameOf(customer);
        readOrders(facts);
        readMoneyBack(facts);
        readParcels(facts);
        readMessages(facts);
        readCalls(facts);
        visits_.forEach(customer, [&](EventId, std::optional<Instant> at, auto&&...) {
            constexpr int monthsCounted = 6;
            if (at && *at <= asOf_ && *at > monthsBefore(asOf_, monthsCounted))
                ++facts.visits;
        });
        return facts;
    }

private:
    void readOrders(CustomerFacts& facts);
    void readMoneyBack(CustomerFacts& facts);
    void readParcels(CustomerFacts& facts);
    void readMessages(CustomerFacts& facts);
    void readChats(CustomerFacts& facts);
    void readCalls(CustomerFacts& facts);

    Instant asOf_;
    Query<CustomerId> customers_;
    CustomerNames names_;
    KindStream<SourceId, QString, OrderStatus, std::optional<Instant>, QString, QString, QString>
        orders_;
    KindStream<QString, QString, double> items_;
    KindStream<QString> payments_;
    KindStream<RefundKind, QString> refunds_;
    KindStream<QString, std::optional<Instant>, std::optional<Instant>, QString, ReturnCondition,
               ReturnFault, QString>
        returns_;
    KindStream<QString, QString, std::optional<Instant>, std::optional<Instant>,
               std::optional<Instant>, ShipmentStatus, DeliveryProof>
        shipments_;
    KindStream<Direction, QString, QString, QString, QString, QString, QString, QString, QString,
               QString, QString, QString>
        messages_;
    KindStream<Direction, QString, QString, QString> forms_;
    KindStream<QString, QString, QString, std::optional<Instant>> chats_;
    KindStream<Direction, CallDisposition, QString, QString, std::optional<qint64>,
               std::optional<qint64>, QString>
        calls_;
    KindStream<RecordKind> visits_;
};

void FactsReader::Streams::readOrders(CustomerFacts& facts) {
    orders_.forEach(facts.id,
                    [&](EventId id, std::optional<Instant> at, EventId, std::optional<qint64> minor,
                        const QString& currency, SourceId source, QString& key, OrderStatus status,
                        std::optional<Instant> cancelledAt, QString& channel, QString& replaces,
                        QString& country) {
                        if (at) {
                            facts.orders.push_back({id,
                                                    source,
                                                    key,
                                                    *at,
                                                    moneyFrom(minor, currency),
                                                    status,
                                                    cancelledAt,
                                                    channel,
                                                    replaces,
                                                    country,
                                                    {}});
                        }
                    });
    sortByTime(facts.orders, [](const OrderFact& order) { return order.orderedAt; });
    std::unordered_map<EventId, size_t> indexOf;
    for (size_t index = 0; index < facts.orders.size(); ++index)
        indexOf[facts.orders[index].id] = index;
    items_.forEach(facts.id, [&](EventId id, std::optional<Instant>, EventId order,
                                 std::optional<qint64> minor, const QString& currency, QString& sku,
                                 QString& title, double quantity) {
        if (const auto found = indexOf.find(order); found != indexOf.end()) {
            facts.orders[found->second].items.push_back(
                {id, sku, title, quantity, moneyFrom(minor, currency)});
        }
    });
    for (auto& order : facts.orders) {
        std::sort(order.items.begin(), order.items.end(),
                  [](const OrderItemFact& a, const OrderItemFact& b) { return a.id < b.id; });
    }
}

void FactsReader::Streams::readMoneyBack(CustomerFacts& facts) {
    payments_.forEach(
        facts.id, [&](EventId id, std::optional<Instant> at, EventId order,
                      std::optional<qint64> minor, const QString& currency, QString& status) {
            if (at && minor)
                facts.payments.push_back({id, order, *at, *moneyFrom(minor, currency), status});
        });
    refunds_.forEach(facts.id, [&](EventId id, std::optional<Instant> at, EventId order,
                                   std::optional<qint64> minor, const QString& currency,
                                   RefundKind kind, QString& reason) {
        if (at && minor)
            facts.refunds.push_back({id, order, *at, *moneyFrom(minor, currency), kind, reason});
    });
    sortByTime(facts.payments, [](const PaymentFact& payment) { return payment.at; });
    sortByTime(facts.refunds, [](const RefundFact& refund) { return refund.at; });
}

void FactsReader::Streams::readParcels(CustomerFacts& facts) {
    returns_.forEach(
        facts.id, [&](EventId id, std::optional<Instant> at, EventId order, std::optional<qint64>,
                      const QString&, QString& sku, std::optional<Instant> requestedAt,
                      std::optional<Instant> receivedAt, QString& reason, ReturnCondition condition,
                      ReturnFault fault, QString& outcome) {
            const auto since = requestedAt ? requestedAt : receivedAt ? receivedAt : at;
            if (since) {
                facts.returns.push_back(
                    {id, order, sku, *since, receivedAt, reason, condition, fault, outcome});
            }
        });
    shipments_.forEach(
        facts.id,
        [&](EventId id, std::optional<Instant>, EventId order, std::optional<qint64>,
            const QString&, QString& carrier, QString& tracking, std::optional<Instant> shippedAt,
            std::optional<Instant> promisedAt, std::optional<Instant> deliveredAt,
            ShipmentStatus status, DeliveryProof proof) {
            facts.shipments.push_back(
                {id, order, carrier, tracking, shippedAt, promisedAt, deliveredAt, status, proof});
        });
    sortByTime(facts.returns, [](const ReturnFact& fact) { return fact.requestedAt; });
    sortByTime(facts.shipments, [](const ShipmentFact& shipment) {
        return shipment.shippedAt.value_or(
            shipment.deliveredAt.value_or(shipment.promisedAt.value_or(Instant::min())));
    });
}

void FactsReader::Streams::readMessages(CustomerFacts& facts) {
    messages_.forEach(
        facts.id,
        [&](EventId id, std::optional<Instant> at, EventId, std::optional<qint64>, const QString&,
            Direction direction, const QString& channel, QString& subject, QString& text,
            QString& messageId, QString& inReplyTo, const QString& references, QString& thread,
            QString& automaticHeaders, QString& mailbox, QString& agent, QString& orderKey) {
            if (!at)
                return;
            facts.messages.push_back(
                {id, *at, direction, channel.isEmpty() ? QStringLiteral("email") : channel, subject,
                 text, messageId, inReplyTo, references.split(u' ', Qt::SkipEmptyParts), thread,
                 automaticHeaders, mailbox, agent, orderKey});
        });
    // A contact form is a customer's written message too; it always comes from them.
    forms_.forEach(facts.id, [&](EventId id, std::optional<Instant> at, EventId,
                                 std::optional<qint64>, const QString&, Direction direction,
                                 QString& subject, QString& text, QString& orderKey) {
        if (!at)
            return;
        MessageFact& form = facts.messages.emplace_back();
        form.id = id;
        form.at = *at;
        form.direction = direction == Direction::None ? Direction::Inbound : direction;
        form.channel = nameOf(RecordKind::ContactForm);
        form.subject = subject;
        form.text = text;
        form.orderKey = orderKey;
    });
    readChats(facts);
    sortByTime(facts.messages, [](const MessageFact& message) { return message.at; });
}

// One message each, from the customer, who begins it.
void FactsReader::Streams::readChats(CustomerFacts& facts) {
    chats_.forEach(
        facts.id,
        [&](EventId id, std::optional<Instant> at, EventId, std::optional<qint64>, const QString&,
            QString& text, QString& orderKey, QString& agent, std::optional<Instant> firstReplyAt) {
            if (!at)
                return;
            MessageFact& chat = facts.messages.emplace_back();
            chat.id = id;
            chat.at = *at;
            chat.direction = Direction::Inbound;
            chat.channel = nameOf(RecordKind::Chat);
            chat.text = text;
            chat.orderKey = orderKey;
            chat.agent = agent;
            chat.firstReplyAt = firstReplyAt;
        });
}

void FactsReader::Streams::readCalls(CustomerFacts& facts) {
    const auto duration = [](std::optional<qint64> millis) {
        return millis ? std::optional(Duration(*millis)) : std::nullopt;
    };
    calls_.forEach(
        facts.id,
        [&](EventId id, std::optional<Instant> at, EventId, std::optional<qint64>, const QString&,
            Direction direction, CallDisposition disposition, QString& queue, QString& agent,
            std::optional<qint64> wait, std::optional<qint64> talk, QString& notes) {
            if (at) {
                facts.calls.push_back({id, *at, direction, disposition, queue, agent,
                                       duration(wait), duration(talk), notes});
            }
        });
    sortByTime(facts.calls, [](const CallFact& call) { return call.at; });
}

FactsReader::FactsReader(const Database& database, Instant asOf)
    : streams_(std::make_unique<Streams>(database, asOf)) {}

FactsReader::~FactsReader() = default;

void FactsReader::read(CustomerRange range, const std::function<void(CustomerFacts&)>& visit) {
    streams_->start(range);
    while (const auto customer = streams_->next()) {
        CustomerFacts facts = streams_->read(*customer);
        visit(facts);
    }
}

}  // namespace goodfaith::store

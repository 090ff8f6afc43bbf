// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/facts.h"

#include <QTest>

using namespace goodfaith;

namespace {

Instant hour(int number) {
    return Instant(std::chrono::hours(number));
}

// One of everything, each dated field an hour of its own.
CustomerFacts everything() {
    CustomerFacts facts;
    facts.id = CustomerId(1);
    facts.name = QStringLiteral("Ada");
    facts.visits = 3;
    OrderFact order;
    order.id = EventId(1);
    order.orderedAt = hour(10);
    order.status = OrderStatus::Cancelled;
    order.cancelledAt = hour(20);
    facts.orders = {order};
    facts.payments = {{EventId(2), order.id, hour(11), {}, {}}};
    facts.refunds = {{EventId(3), order.id, hour(21), {}, RefundKind::Refund, {}}};
    ReturnFact fact;
    fact.requestedAt = hour(30);
    fact.receivedAt = hour(40);
    fact.condition = ReturnCondition::Used;
    fact.fault = ReturnFault::Customer;
    fact.outcome = QStringLiteral("refused");
    facts.returns = {fact};
    ShipmentFact shipment;
    shipment.shippedAt = hour(12);
    shipment.promisedAt = hour(18);
    shipment.deliveredAt = hour(16);
    shipment.status = ShipmentStatus::Delivered;
    shipment.proof = DeliveryProof::Photo;
    facts.shipments = {shipment};
    MessageFact message;
    message.at = hour(17);
    facts.messages = {message};
    CallFact call;
    call.at = hour(19);
    facts.calls = {call};
    return facts;
}

}  // namespace

class FactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void forgetsWhatComesLater_data();
    void forgetsWhatComesLater();
    void keepsAParcelWithoutADateOfSending_data();
    void keepsAParcelWithoutADateOfSending();
    void findsOrders();
    void coversPeriods_data();
    void coversPeriods();
    void coversSpans_data();
    void coversSpans();
};

void FactsTest::forgetsWhatComesLater_data() {
    QTest::addColumn<int>("asOf");
    QTest::addColumn<QString>("known");
    QTest::newRow("before all") << 9 << "";
    QTest::newRow("ordered") << 10 << "order ";
    QTest::newRow("paid") << 11 << "order payment ";
    QTest::newRow("on its way") << 15 << "order payment parcel ";
    QTest::newRow("delivered") << 16 << "order payment parcel delivered photo ";
    QTest::newRow("cancelled, refund to come")
        << 20 << "cancelled payment parcel delivered photo message call ";
    QTest::newRow("return on its way")
        << 39 << "cancelled payment refund return parcel delivered photo message call ";
    QTest::newRow("all") << 40
                         << "cancelled payment refund return received used parcel delivered photo "
                            "message call ";
}

void FactsTest::forgetsWhatComesLater() {
    QFETCH(int, asOf);
    const CustomerFacts facts = factsAsOf(everything(), hour(asOf));
    QString known;
    const auto say = [&](bool is, const char* word) {
        known += is ? QLatin1String(word) + QStringLiteral(" ") : QString();
    };
    for (const auto& order : facts.orders)
        say(true, order.status == OrderStatus::Cancelled ? "cancelled" : "order");
    say(!facts.payments.empty(), "payment");
    say(!facts.refunds.empty(), "refund");
    for (const auto& fact : facts.returns) {
        say(true, "return");
        say(fact.receivedAt.has_value(), "received");
        say(fact.condition == ReturnCondition::Used && fact.fault == ReturnFault::Customer &&
                !fact.outcome.isEmpty(),
            "used");
    }
    for (const auto& shipment : facts.shipments) {
        say(true, "parcel");
        say(shipment.deliveredAt && shipment.status == ShipmentStatus::Delivered, "delivered");
        say(shipment.proof == DeliveryProof::Photo, "photo");
    }
    say(!facts.messages.empty(), "message");
    say(!facts.calls.empty(), "call");
    QTEST(known, "known");
    QCOMPARE(reachBeyond(everything(), hour(asOf)), asOf < 40);
    QVERIFY(!reachBeyond(facts, hour(asOf)));
    QCOMPARE(facts.name, QStringLiteral("Ada"));
    QCOMPARE(facts.visits, 3);
}

void FactsTest::keepsAParcelWithoutADateOfSending_data() {
    QTest::addColumn<int>("promised");   // 0: unknown
    QTest::addColumn<int>("delivered");  // 0: unknown
    QTest::addColumn<bool>("known");     // at hour 15
    QTest::newRow("no dates at all") << 0 << 0 << true;
    QTest::newRow("promised before") << 10 << 0 << true;
    QTest::newRow("delivered before") << 0 << 10 << true;
    QTest::newRow("delivered after") << 0 << 20 << false;
    QTest::newRow("promised before, delivered after") << 10 << 20 << true;
}

void FactsTest::keepsAParcelWithoutADateOfSending() {
    QFETCH(int, promised);
    QFETCH(int, delivered);
    CustomerFacts facts;
    ShipmentFact shipment;
    if (promised > 0)
        shipment.promisedAt = hour(promised);
    if (delivered > 0)
        shipment.deliveredAt = hour(delivered);
    facts.shipments = {shipment};
    const auto known = factsAsOf(facts, hour(15)).shipments;
    QTEST(!known.empty(), "known");
    if (!known.empty())
        QCOMPARE(known.front().deliveredAt.has_value(), delivered > 0 && delivered <= 15);
}

void FactsTest::findsOrders() {
    const CustomerFacts facts = everything();
    QCOMPARE(facts.order(EventId(1))->orderedAt, hour(10));
    QVERIFY(facts.order(EventId(2)) == nullptr);
    QVERIFY(facts.order(EventId()) == nullptr);
}

void FactsTest::coversPeriods_data() {
    QTest::addColumn<int>("at");
    QTest::addColumn<bool>("covered");
    QTest::newRow("before") << 9 << false;
    QTest::newRow("the first") << 10 << true;
    QTest::newRow("within") << 15 << true;
    QTest::newRow("the last") << 20 << true;
    QTest::newRow("between") << 25 << false;
    QTest::newRow("the second source") << 35 << true;
    QTest::newRow("after") << 41 << false;
}

void FactsTest::coversPeriods() {
    QFETCH(int, at);
    const Coverage coverage({{SourceId(1), RecordKind::Return, hour(10), hour(20)},
                             {SourceId(2), RecordKind::Return, hour(30), hour(40)},
                             {SourceId(2), RecordKind::Order, hour(0), hour(99)}});
    QTEST(coverage.covers(RecordKind::Return, hour(at)), "covered");
    QVERIFY(!coverage.covers(RecordKind::Call, hour(at)));
}

void FactsTest::coversSpans_data() {
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("covered");
    constexpr int day = 24;
    QTest::newRow("within") << 1 << 2 * day << 9 * day << true;
    QTest::newRow("all of it") << 1 << 0 << 10 * day << true;
    QTest::newRow("begins before") << 1 << -1 << 5 * day << false;
    QTest::newRow("over quiet days") << 1 << 5 * day << 20 * day << true;
    QTest::newRow("begins in quiet days") << 1 << 12 * day << 20 * day << false;
    QTest::newRow("over a gap") << 1 << 20 * day << 40 * day << false;
    QTest::newRow("after the gap") << 1 << 33 * day << 40 * day << true;
    QTest::newRow("ends after") << 1 << 33 * day << 51 * day << false;
    QTest::newRow("another source") << 2 << 2 * day << 9 * day << false;
}

void FactsTest::coversSpans() {
    QFETCH(int, source);
    QFETCH(int, from);
    QFETCH(int, to);
    constexpr int day = 24;
    // Not in order; the last is of another kind.
    const Coverage coverage({{SourceId(1), RecordKind::Return, hour(33 * day), hour(50 * day)},
                             {SourceId(1), RecordKind::Return, hour(0), hour(10 * day)},
                             {SourceId(1), RecordKind::Return, hour(17 * day), hour(25 * day)},
                             {SourceId(2), RecordKind::Return, hour(60 * day), hour(70 * day)},
                             {SourceId(2), RecordKind::Order, hour(0), hour(70 * day)}});
    QTEST(coverage.covers(RecordKind::Return, SourceId(source), hour(from), hour(to)), "covered");
}

QTEST_APPLESS_MAIN(FactsTest)
#include "facts_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Which story gives which evidence, and how the case then stands.
#include "models/scoring/weights.h"
#include "tests/scoring/story.h"

#include <QTest>

#include <functional>

using namespace goodfaith;
using namespace goodfaith::tests;

using Story = std::function<void(Told&)>;
Q_DECLARE_METATYPE(Story)

namespace {

constexpr auto signature = DeliveryProof::Signature;

// One order at day 100, promised for day 104, complained of at day 110.
Story about(Topic topic, std::function<void(Told&, EventId, Case&)> rest) {
    return [=](Told& told) {
        const EventId order = told.order(100);
        rest(told, order, told.complaint(topic, 110, {order}));
    };
}

Reading says(bool Reading::*what) {
    Reading reading;
    reading.*what = true;
    return reading;
}

}  // namespace

class EvidenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatTheFactsAllow_data();
    void findsWhatTheFactsAllow();
    void namesItsEvents();
    void namesItsComplaints_data();
    void namesItsComplaints();
    void fadesOnlyWhatSpeaksAgainst();
};

void EvidenceTest::findsWhatTheFactsAllow_data() {
    QTest::addColumn<Story>("story");
    QTest::addColumn<QString>("code");  // "!" in front: not found
    QTest::addColumn<QString>("standing");
    const auto row = [](const char* name, Story story, const char* code, const char* standing) {
        QTest::newRow(name) << story << QString::fromLatin1(code) << QString::fromLatin1(standing);
    };
    using T = Told&;
    using E = EventId;
    using C = Case&;

    row("late", about(Topic::NotReceived, [](T t, E o, C) { t.shipment(o, 104, 106); }),
        "late_delivery", "supported");
    row("on the promised day",
        about(Topic::NotReceived, [](T t, E o, C) { t.shipment(o, 104, 104.9); }), "!late_delivery",
        "unverified");
    row("an hour after the promised hour",
        about(Topic::Late, [](T t, E o, C) { t.shipment(o, 104.5, 104.55); }), "late_delivery",
        "supported");
    row("never came", about(Topic::NotReceived, [](T t, E o, C) { t.shipment(o, 104, {}); }),
        "late_delivery", "supported");
    row("never came as far as we looked",
        about(Topic::NotReceived,
              [](T t, E o, C) {
                  t.shipment(o, 104, {});
                  t.coverage = Coverage(Told::allCovered(110));
              }),
        "!late_delivery", "unverified");
    row("late, but the complaint is of something else",
        about(Topic::Defective, [](T t, E o, C) { t.shipment(o, 104, 106); }), "late_delivery",
        "unverified");
    row("late voids the signature",
        about(Topic::NotReceived, [](T t, E o, C) { t.shipment(o, 104, 106, signature); }),
        "!proof_of_delivery", "supported");
    row("lost",
        about(Topic::NotReceived,
              [](T t, E o, C) {
                  t.shipment(o, 104, {});
                  t.facts.shipments.back().status = ShipmentStatus::Lost;
              }),
        "carrier_exception", "supported");
    row("came back defective",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.returned(o, 111, 115, ReturnCondition::Defective, ReturnFault::Ours);
              }),
        "return_confirms", "supported");
    row("came back damaged by the customer",
        about(Topic::Damaged,
              [](T t, E o, C) {
                  t.returned(o, 111, 115, ReturnCondition::Damaged, ReturnFault::Customer);
              }),
        "!return_confirms", "unverified");
    row("charged twice",
        about(Topic::Billing,
              [](T t, E o, C) {
                  t.payment(o, 100);
                  t.payment(o, 100);
              }),
        "billing_confirms", "supported");
    row("the first charge failed",
        about(Topic::Billing,
              [](T t, E o, C) {
                  t.payment(o, 100, QStringLiteral("Failed"));
                  t.payment(o, 100);
              }),
        "!billing_confirms", "unverified");
    row("paid in two halves",
        about(Topic::Billing,
              [](T t, E o, C) {
                  t.payment(o, 100, QStringLiteral("paid"), 5000);
                  t.payment(o, 100, QStringLiteral("paid"), 5000);
              }),
        "!billing_confirms", "unverified");
    row("refund not paid",
        about(Topic::RefundNotPaid,
              [](T t, E o, C) { t.returned(o, 101, 103, ReturnCondition::AsNew); }),
        "billing_confirms", "supported");
    row("refund paid in time",
        about(Topic::RefundNotPaid,
              [](T t, E o, C) {
                  t.returned(o, 101, 103, ReturnCondition::AsNew);
                  t.refund(o, 110);
              }),
        "!billing_confirms", "unverified");
    row("refunded late",
        about(Topic::RefundNotPaid,
              [](T t, E o, C) {
                  t.returned(o, 101, 103, ReturnCondition::AsNew);
                  t.refund(o, 120);
              }),
        "billing_confirms", "supported");
    row("replaced, so no money is owed",
        about(Topic::RefundNotPaid,
              [](T t, E o, C) {
                  t.returned(o, 101, 103, ReturnCondition::Defective, ReturnFault::Ours);
                  t.facts.returns.back().outcome = QStringLiteral("replaced");
              }),
        "!billing_confirms", "supported");
    row("a replacement went out, so no money is owed",
        about(Topic::Billing,
              [](T t, E o, C) {
                  t.returned(o, 101, 103, ReturnCondition::AsNew);
                  t.replacement(104, o);
              }),
        "!billing_confirms", "supported");
    row("refunds of another source are known",
        about(Topic::RefundNotPaid,
              [](T t, E o, C) {
                  t.returned(o, 101, 103, ReturnCondition::AsNew);
                  t.coverage = Coverage({{SourceId(2), RecordKind::Refund, day(0), day(500)}});
              }),
        "!billing_confirms", "unverified");
    row("we admitted it",
        about(Topic::Service,
              [](T t, E, C c) {
                  c.events.push_back(t.message(111, Direction::Outbound, says(&Reading::admits)));
              }),
        "we_admitted", "supported");
    row("they say that we admitted it",
        about(Topic::Service,
              [](T t, E, C c) {
                  c.events.push_back(t.message(111, Direction::Inbound, says(&Reading::admits)));
              }),
        "!we_admitted", "unverified");
    row("we sent a replacement", about(Topic::Damaged, [](T t, E o, C) { t.replacement(112, o); }),
        "we_admitted", "supported");
    // What we say or send on trust voids what was known then, not what came to light later.
    const auto admittedAt = [](double at, ReturnCondition condition) {
        return about(Topic::Defective, [=](T t, E o, C c) {
            c.events.push_back(t.message(at, Direction::Outbound, says(&Reading::admits)));
            t.returned(o, 112, 118, condition, ReturnFault::Customer);
        });
    };
    row("sorry on trust, and it came back empty", admittedAt(111, ReturnCondition::Empty),
        "returned_empty", "contradicted");
    row("sorry on trust, and it came back as it went", admittedAt(111, ReturnCondition::AsNew),
        "we_admitted", "supported");
    row("sorry once it was checked", admittedAt(119, ReturnCondition::Empty), "!returned_empty",
        "supported");
    row("a new one on trust, and the first came back used",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.replacement(111, o);
                  t.returned(o, 112, 118, ReturnCondition::Used, ReturnFault::Customer);
              }),
        "returned_used", "contradicted");
    row("a new one for what was signed for",
        about(Topic::NotReceived,
              [](T t, E o, C) {
                  t.shipment(o, 104, 103, signature);
                  t.replacement(111, o);
              }),
        "!proof_of_delivery", "supported");
    row("sorry on trust, and nothing came back",
        about(Topic::Defective,
              [](T t, E o, C c) {
                  c.events.push_back(t.message(113, Direction::Outbound, says(&Reading::admits)));
                  t.returned(o, 112, {});
                  t.refund(o, 112);
              }),
        "!no_return", "supported");
    row("late and sorry voids all",
        about(Topic::NotReceived,
              [](T t, E o, C c) {
                  t.shipment(o, 104, 106, signature);
                  c.events.push_back(t.message(111, Direction::Outbound, says(&Reading::admits)));
                  t.refund(o, 112);
                  t.refund(o, 130, RefundKind::Chargeback);
              }),
        "!double_recovery", "supported");
    // Who knows when it was claimed: the day on record is that of our refund.
    const auto knownByRefund = [](double delivered) {
        return about(Topic::NotReceived, [=](T t, E o, C c) {
            c.beganOnRecord = true;
            t.shipment(o, 110, delivered, signature);
        });
    };
    row("on record alone, signed for long before", knownByRefund(102), "proof_of_delivery",
        "contradicted");
    row("on record alone, signed for days before", knownByRefund(105), "!proof_of_delivery",
        "unverified");
    row("signed for, but something was sent back",
        about(Topic::NotReceived,
              [](T t, E o, C) {
                  t.shipment(o, 104, 103, signature);
                  t.returned(o, 111, {});
              }),
        "!proof_of_delivery", "unverified");
    row("slow in a complaint about service",
        about(Topic::Service, [](T t, E, C c) { t.wait(c.id, 110, 113); }), "slow_reply",
        "supported");
    row("slow elsewhere weighs only",
        about(Topic::Defective, [](T t, E, C c) { t.wait(c.id, 110, 113); }), "slow_reply",
        "unverified");
    row("answered in time", about(Topic::Service, [](T t, E, C c) { t.wait(c.id, 110, 111); }),
        "!slow_reply", "unverified");

    row("signed for",
        about(Topic::NotReceived, [](T t, E o, C) { t.shipment(o, 104, 103, signature); }),
        "proof_of_delivery", "contradicted");
    row("signed for after the complaint",
        about(Topic::NotReceived, [](T t, E o, C) { t.shipment(o, 112, 111, signature); }),
        "!proof_of_delivery", "unverified");
    row("delivered without proof",
        about(Topic::NotReceived, [](T t, E o, C) { t.shipment(o, 104, 103); }),
        "!proof_of_delivery", "unverified");
    row("the second parcel has no proof",
        about(Topic::NotReceived,
              [](T t, E o, C) {
                  t.shipment(o, 104, 103, signature);
                  t.shipment(o, 104, 103);
              }),
        "!proof_of_delivery", "unverified");
    row("found at the neighbour's",
        about(Topic::NotReceived,
              [](T t, E o, C c) {
                  t.shipment(o, 104, 103, signature);
                  c.events.push_back(
                      t.message(112, Direction::Inbound, says(&Reading::saysReceived)));
              }),
        "!proof_of_delivery", "unverified");
    row("nothing came back",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.returned(o, 111, {});
                  t.refund(o, 112);
              }),
        "no_return", "contradicted");
    row("nothing came back as far as we looked",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.returned(o, 111, {});
                  t.refund(o, 112);
                  t.coverage = Coverage(Told::allCovered(125));
              }),
        "!no_return", "unverified");
    row("nothing came back, but a month of returns is missing",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.returned(o, 111, {});
                  t.refund(o, 112);
                  t.coverage = Coverage({{SourceId(1), RecordKind::Return, day(0), day(113)},
                                         {SourceId(1), RecordKind::Return, day(124), day(500)}});
              }),
        "!no_return", "unverified");
    row("nothing came back in two exports",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.returned(o, 111, {});
                  t.refund(o, 112);
                  t.coverage = Coverage({{SourceId(1), RecordKind::Return, day(0), day(113)},
                                         {SourceId(1), RecordKind::Return, day(118), day(500)}});
              }),
        "no_return", "contradicted");
    row("no return was agreed", about(Topic::Defective, [](T t, E o, C) { t.refund(o, 112); }),
        "!no_return", "unverified");
    row("they may keep it",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.returned(o, 111, {});
                  t.facts.returns.back().outcome = QStringLiteral("Keep item");
                  t.refund(o, 112);
              }),
        "!no_return", "unverified");
    row("a part was paid so that they keep it",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.returned(o, 111, {});
                  t.refund(o, 112, RefundKind::Refund, 2000);
              }),
        "!no_return", "unverified");
    row("all was given back as credit",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.returned(o, 111, {});
                  t.refund(o, 112, RefundKind::StoreCredit);
              }),
        "no_return", "contradicted");
    // Words are misread more often than reasons are written down wrongly.
    const auto returnedFor = [](Topic topic, const char* reason, ReturnCondition condition) {
        return about(topic, [=](Told& t, EventId o, Case&) {
            t.returned(o, 111, 115, condition, ReturnFault::Customer);
            t.facts.returns.back().reason = QString::fromLatin1(reason);
        });
    };
    row("said to be late, written down as faulty, and worn",
        returnedFor(Topic::Late, "faulty", ReturnCondition::Used), "returned_used", "contradicted");
    row("said to be another item from the start",
        returnedFor(Topic::WrongItem, "faulty", ReturnCondition::OtherItem), "!returned_other",
        "unverified");
    row("said to be empty from the start",
        returnedFor(Topic::MissingPart, "faulty", ReturnCondition::Empty), "!returned_empty",
        "unverified");
    const auto paidAsNotReceived = [](double delivered) {
        return about(Topic::Other, [=](Told& t, EventId o, Case&) {
            t.shipment(o, 104, delivered, signature);
            t.refund(o, 112);
            t.facts.refunds.back().reason = QStringLiteral("Item not received");
        });
    };
    row("paid as not received, and signed for", paidAsNotReceived(103), "proof_of_delivery",
        "contradicted");
    row("paid as not received, and signed for late", paidAsNotReceived(106), "!proof_of_delivery",
        "supported");
    row("paid as not received, and lost, whatever was read",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.shipment(o, 104, {});
                  t.facts.shipments.back().status = ShipmentStatus::Lost;
                  t.refund(o, 112);
                  t.facts.refunds.back().reason = QStringLiteral("lost in transit");
              }),
        "carrier_exception", "supported");
    row("nothing of the goods was said, but written down",
        about(Topic::Service,
              [](T t, E o, C) {
                  t.returned(o, 111, {});
                  t.facts.returns.back().reason = QStringLiteral("Item faulty");
                  t.refund(o, 112);
              }),
        "no_return", "contradicted");
    row("nothing of the goods was said nor written down",
        about(Topic::Service,
              [](T t, E o, C) {
                  t.returned(o, 111, {});
                  t.facts.returns.back().reason = QStringLiteral("Changed my mind");
                  t.refund(o, 112);
              }),
        "!no_return", "unverified");
    row("signed for, but which order it is about is a guess",
        about(Topic::NotReceived,
              [](T t, E o, C c) {
                  t.shipment(o, 104, 103, signature);
                  c.couldBe = {o};
              }),
        "!proof_of_delivery", "unverified");
    row(
        "one of the orders that it could be about was late",
        [](T t) {
            const E late = t.order(100);
            t.shipment(late, 104, 106);
            const E other = t.order(101);
            t.shipment(other, 105, 104, signature);
            t.complaint(Topic::NotReceived, 110, {}).couldBe = {late, other};
        },
        "late_delivery", "");
    row("lost, and so damaged",
        about(Topic::Damaged,
              [](T t, E o, C) {
                  t.shipment(o, 104, {});
                  t.facts.shipments.back().status = ShipmentStatus::Damaged;
              }),
        "carrier_exception", "supported");
    row("damaged on its way, of which they do not complain",
        about(Topic::Billing,
              [](T t, E o, C) {
                  t.shipment(o, 104, {});
                  t.facts.shipments.back().status = ShipmentStatus::Damaged;
              }),
        "carrier_exception", "unverified");
    row("came back used",
        about(Topic::Damaged, [](T t, E o, C) { t.returned(o, 111, 115, ReturnCondition::Used); }),
        "returned_used", "contradicted");
    row("an empty parcel",
        about(Topic::Defective,
              [](T t, E o, C) { t.returned(o, 111, 115, ReturnCondition::Empty); }),
        "returned_empty", "contradicted");
    row("empty as they said",
        about(Topic::MissingPart,
              [](T t, E o, C) { t.returned(o, 111, 115, ReturnCondition::Empty); }),
        "!returned_empty", "unverified");
    row("another item",
        about(Topic::Defective,
              [](T t, E o, C) { t.returned(o, 111, 115, ReturnCondition::OtherItem); }),
        "returned_other", "contradicted");
    row("the wrong item, as they said",
        about(Topic::WrongItem,
              [](T t, E o, C) { t.returned(o, 111, 115, ReturnCondition::OtherItem); }),
        "!returned_other", "unverified");
    row("refund, then a chargeback",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.refund(o, 112);
                  t.refund(o, 130, RefundKind::Chargeback);
              }),
        "double_recovery", "contradicted");
    row("a chargeback alone",
        about(Topic::Defective, [](T t, E o, C) { t.refund(o, 130, RefundKind::Chargeback); }),
        "!double_recovery", "unverified");
    row("a chargeback of the rest",
        about(Topic::Defective,
              [](T t, E o, C) {
                  t.refund(o, 112, RefundKind::Refund, 2000);
                  t.refund(o, 130, RefundKind::Chargeback, 8000);
              }),
        "!double_recovery", "unverified");
    row("a chargeback while we were silent",
        about(Topic::Defective,
              [](T t, E o, C c) {
                  t.refund(o, 112);
                  t.refund(o, 130, RefundKind::Chargeback);
                  t.wait(c.id, 110, {});
              }),
        "!double_recovery", "unverified");
    row("refund and replacement kept",
        about(Topic::Defective,
              [](T t, E o, C) {
                  const E other = t.replacement(112, o);
                  t.shipment(other, 116, 115);
                  t.refund(o, 120);
              }),
        "double_recovery", "contradicted");
    row("the replacement failed as well",
        about(Topic::Defective,
              [](T t, E o, C c) {
                  const E other = t.replacement(112, o);
                  t.shipment(other, 116, 115);
                  const E again = t.message(117, Direction::Inbound);
                  c.events.push_back(again);
                  c.complaints.push_back(again);
                  t.refund(o, 120);
              }),
        "!double_recovery", "supported");
    row(
        "they said that it came",
        [](T t) {
            const E o = t.order(100);
            t.message(105, Direction::Inbound, says(&Reading::saysReceived));
            t.facts.messages.back().orderKey = t.facts.orders.front().key;
            t.complaint(Topic::NotReceived, 110, {o});
        },
        "own_words", "contradicted");
    row(
        "they said that another order came",
        [](T t) {
            const E o = t.order(100);
            t.message(105, Direction::Inbound, says(&Reading::saysReceived));
            t.facts.messages.back().orderKey = QStringLiteral("777");
            t.complaint(Topic::NotReceived, 110, {o});
        },
        "!own_words", "unverified");
    row(
        "it worked for half a year",
        [](T t) {
            const E o = t.order(100);
            t.message(105, Direction::Inbound, says(&Reading::saysWorks));
            t.facts.messages.back().orderKey = t.facts.orders.front().key;
            t.complaint(Topic::Defective, 290, {o});
        },
        "!own_words", "unverified");
    row("a threat weighs and contradicts nothing",
        about(Topic::Defective, [](T, E, C c) { c.threat = true; }), "threat", "unverified");
    row("a threat after we were slow",
        about(Topic::Defective,
              [](T t, E, C c) {
                  c.threat = true;
                  t.wait(c.id, 110, 115);
              }),
        "!threat", "unverified");
    row(
        "two years a customer",
        [](T t) {
            t.order(0);
            t.asOf = day(2 * 366);
        },
        "tenure", "");
    row("bought on", about(Topic::Defective, [](T t, E, C) { t.order(120); }), "kept_buying",
        "unverified");
}

void EvidenceTest::findsWhatTheFactsAllow() {
    QFETCH(Story, story);
    QFETCH(QString, code);
    Told told;
    story(told);
    const Score score = told.score();
    const bool isWanted = !code.startsWith(u'!');
    QVERIFY2(isWanted == (reasonIn(score, code.remove(u'!')) != nullptr),
             qPrintable(codesOf(score).join(u' ')));
    const auto& counts = score.complaints;
    QTEST((counts.supported      ? QStringLiteral("supported")
           : counts.contradicted ? QStringLiteral("contradicted")
           : counts.unverified   ? QStringLiteral("unverified")
                                 : QString()),
          "standing");
    QCOMPARE(score.verdict, VerdictKind::GoodFaith);
}

void EvidenceTest::namesItsEvents() {
    Told told;
    const EventId order = told.order(100);
    const EventId parcel = told.shipment(order, 104, 106);
    told.complaint(Topic::NotReceived, 110, {order});
    told.order(200);
    told.complaint(Topic::Defective, 210, {told.facts.orders.back().id});
    const Score score = told.score();
    const Reason* reason = reasonIn(score, QStringLiteral("late_delivery"));
    QVERIFY(reason != nullptr);
    QCOMPARE(reason->text,
             QStringLiteral("The complaint of 20 April 2024 followed a late delivery"));
    QCOMPARE(reason->events, std::vector{parcel});
    QCOMPARE(reason->weight, scoring::shippedWeights().of.at(reason->code).weight);
}

void EvidenceTest::namesItsComplaints_data() {
    QTest::addColumn<int>("late");
    QTest::addColumn<int>("all");
    QTest::addColumn<QString>("text");
    QTest::newRow("the only one") << 1 << 1 << "The one complaint followed a late delivery";
    QTest::newRow("one") << 1 << 3 << "The complaint of 14 January 2024 followed a late delivery";
    QTest::newRow("some") << 2 << 3 << "2 of 3 complaints followed a late delivery";
    QTest::newRow("all") << 3 << 3 << "All 3 complaints followed a late delivery";
}

void EvidenceTest::namesItsComplaints() {
    QFETCH(int, late);
    QFETCH(int, all);
    Told told;
    for (int i = 0; i < all; ++i) {
        const double at = 3 + 100 * i;
        const EventId order = told.order(at);
        told.shipment(order, at + 4, i < late ? at + 6 : at + 3);
        told.complaint(Topic::NotReceived, at + 10, {order});
    }
    QTEST(reasonIn(told.score(), QStringLiteral("late_delivery"))->text, "text");
}

void EvidenceTest::fadesOnlyWhatSpeaksAgainst() {
    Told told;
    told.signedForAndDenied(100);
    const EventId order = told.order(110);
    told.shipment(order, 112, 114);
    told.complaint(Topic::Late, 113, {order});
    told.asOf = day(200);
    const Score before = told.score();
    told.asOf = told.asOf + std::chrono::hours(8766);
    const Score after = told.score();
    const auto weight = [](const Score& score, const char* code) {
        return reasonIn(score, QLatin1String(code))->weight;
    };
    QVERIFY(std::abs(weight(after, "proof_of_delivery") / weight(before, "proof_of_delivery") -
                     0.5) < 1e-5);
    QCOMPARE(weight(after, "late_delivery"), weight(before, "late_delivery"));
}

QTEST_APPLESS_MAIN(EvidenceTest)
#include "evidence_test.moc"

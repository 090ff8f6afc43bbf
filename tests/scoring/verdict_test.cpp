// SPDX-License-Identifier: GPL-3.0-or-later
// The gates one by one, and what a verdict must say for itself.
#include "tests/scoring/story.h"

#include <QTest>

#include <functional>

using namespace goodfaith;
using namespace goodfaith::tests;

using Story = std::function<void(Told&)>;
Q_DECLARE_METATYPE(Story)

class VerdictTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesEveryGateOrBelieves_data();
    void passesEveryGateOrBelieves();
    void speaksPlainly_data() { passesEveryGateOrBelieves_data(); }
    void speaksPlainly();
    void isNotMovedByAngerOrManyQuestions();
};

namespace {

void untroubled(Told& told, int count, double from) {
    for (int i = 0; i < count; ++i)
        told.order(from + i);
}

// A complaint that nothing confirms, on an order of its own.
void unconfirmed(Told& told, int count, Topic topic = Topic::Damaged,
                 std::vector<Ask> asks = {Ask::Refund}) {
    for (int i = 0; i < count; ++i) {
        const double at = 300 + 3 * i;
        const EventId order = told.order(at);
        told.complaint(topic, at + 5, {order}, asks);
    }
}

void saidTheContrary(Told& told, double at) {
    const EventId order = told.order(at);
    Reading reading;
    reading.saysReceived = true;
    told.message(at + 3, Direction::Inbound, reading);
    told.facts.messages.back().orderKey = told.facts.orders.back().key;
    told.complaint(Topic::NotReceived, at + 6, {order});
}

}  // namespace

void VerdictTest::passesEveryGateOrBelieves_data() {
    QTest::addColumn<Story>("story");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char* name, Story story, const char* verdict) {
        QTest::newRow(name) << story << QString::fromLatin1(verdict);
    };
    using T = Told&;
    row(
        "nothing known", [](T) {}, "good_faith");
    row(
        "one contradicted case", [](T t) { t.signedForAndDenied(350); }, "good_faith");
    row(
        "two, by records",
        [](T t) {
            t.signedForAndDenied(340);
            t.signedForAndDenied(360);
        },
        "needs_look");
    row(
        "two, by words alone",
        [](T t) {
            saidTheContrary(t, 340);
            saidTheContrary(t, 360);
        },
        "good_faith");
    row(
        "three of one kind, by records",
        [](T t) {
            for (const double at : {320, 340, 360})
                t.signedForAndDenied(at);
        },
        "chronic_pattern");
    row(
        "three of one kind, by words",
        [](T t) {
            for (const double at : {320, 340, 360})
                saidTheContrary(t, at);
        },
        "good_faith");
    row(
        "three of two kinds",
        [](T t) {
            t.signedForAndDenied(350);
            t.refundedWithoutReturn(360);
            saidTheContrary(t, 380);
        },
        "chronic_pattern");
    row(
        "three about one order",
        [](T t) {
            const EventId order = t.order(300);
            t.shipment(order, 304, 303, DeliveryProof::Signature);
            for (const double at : {310, 320, 330})
                t.complaint(Topic::NotReceived, at, {order});
        },
        "needs_look");
    row(
        "three, but years ago",
        [](T t) {
            for (const double at : {20, 40, 60})
                t.signedForAndDenied(at);
            t.asOf = day(60 + 4 * 366);
        },
        "good_faith");
    row(
        "three, each explained by us",
        [](T t) {
            for (const double at : {320, 340, 360}) {
                t.signedForAndDenied(at);
                t.facts.shipments.back().promisedAt = day(at + 1);
            }
        },
        "good_faith");
    row(
        "a pattern of claims", [](T t) { unconfirmed(t, 12); }, "needs_look");
    row(
        "a pattern of claims in a shop without many",
        [](T t) {
            t.parameters.complaintsPerOrder = 0.02;
            unconfirmed(t, 12);
            for (int i = 0; i < 20; ++i)
                t.parameters.refundRatios.push_back(0.01 * i);
            t.parameters.spenders = 500;
            for (const auto& order : std::vector(t.facts.orders))
                t.refund(order.id, 380);
        },
        "chronic_pattern");
    row(
        "the same, asking for words alone",
        [](T t) {
            t.parameters.complaintsPerOrder = 0.02;
            unconfirmed(t, 12, Topic::Damaged, {Ask::Apology});
        },
        "good_faith");
    row(
        "as many complaints, in many more orders",
        [](T t) {
            t.parameters.complaintsPerOrder = 0.02;
            unconfirmed(t, 12);
            untroubled(t, 200, 0);
        },
        "good_faith");
}

void VerdictTest::passesEveryGateOrBelieves() {
    QFETCH(Story, story);
    Told told;
    story(told);
    const Score score = told.score();
    QTEST(nameOf(score.verdict), "verdict");
    if (score.verdict != VerdictKind::GoodFaith)
        QVERIFY(!score.reasons.empty());
}

void VerdictTest::speaksPlainly() {
    QFETCH(Story, story);
    Told told;
    story(told);
    const Brief brief = told.brief();
    QStringList texts = brief.advice + brief.whatWouldChange;
    double heaviest = 1e9;
    for (const auto& reason : brief.score.reasons) {
        texts << reason.text;
        QVERIFY(std::abs(reason.weight) <= heaviest);
        heaviest = std::abs(reason.weight);
        QVERIFY2(!reason.events.empty(), qPrintable(reason.code));
        QVERIFY(reason.weight != 0);
    }
    for (const QString& text : texts) {
        QVERIFY(!text.isEmpty());
        for (const auto* word : {"fraud", "liar", "lie ", "abus", "cheat", "refuse", "%"})
            QVERIFY2(!text.contains(QLatin1String(word), Qt::CaseInsensitive) ||
                         text.contains(QStringLiteral(" % of")),
                     qPrintable(text));
    }
    QVERIFY2(brief.advice.size() >= 2 && brief.advice.size() <= 5,
             qPrintable(brief.advice.join(u'\n')));
}

void VerdictTest::isNotMovedByAngerOrManyQuestions() {
    Told told;
    told.order(0);
    const double before = told.score().pChronic;
    for (int i = 0; i < 100; ++i)
        told.wait(told.message(100 + i, Direction::Inbound), 100 + i, 100.2 + i);
    QCOMPARE(told.score().pChronic, before);
}

QTEST_APPLESS_MAIN(VerdictTest)
#include "verdict_test.moc"

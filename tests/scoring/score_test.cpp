// SPDX-License-Identifier: GPL-3.0-or-later
// The three scores, from stories.
#include "models/scoring/days_of_buying.h"
#include "models/scoring/statistics.h"
#include "tests/scoring/story.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::tests;
using scoring::rounded;

namespace {

BuyersOfCurrency& buyersOf(Told& told) {
    return told.parameters.buyers[told.parameters.currency];
}

}  // namespace

class ScoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheExampleOfTheCommandLine();
    void countsOnlyMatureOrders_data();
    void countsOnlyMatureOrders();
    void showsCasesWithoutAnOrderApart();
    void isNullUnderThreeMatureOrders();
    void valuesOrdersLessWhatWasGivenBack();
    void takesCreditNotesForRefunds();
    void valuesOnlyAgainstTwentyCustomers();
    void valuesAmongCustomersOfTheSameCurrency();
    void ranksByQuintiles();
    void expectsTheNextYear();
    void expectsNothingWithoutAModel();
    void isSureOfNobodyWhoBoughtOnOneDay();
    void countsDaysOfBuying();
    void keepsCurrenciesApart();
    void creditsAnswers_data();
    void creditsAnswers();
    void countsTheWaitingIn();
    void stopsTheClockWhereTheDataEnds();
    void countsMissedContacts();
    void forgetsWhatComesLater();
};

void ScoreTest::followsTheExampleOfTheCommandLine() {
    Told told;
    for (int i = 0; i < 14; ++i) {
        const EventId order = told.order(10 * i);
        if (i < 3)
            told.complaint(Topic::Defective, 10 * i + 8, {order});
    }
    const ComplaintFrequency frequency = told.score().complaints;
    QCOMPARE(frequency.matureOrders, 14);
    QCOMPARE(frequency.cases, 3);
    QCOMPARE(frequency.unverified, 3);
    QCOMPARE(qRound(frequency.perOrder * 1000), 130);
    QCOMPARE(qRound(frequency.perOrderLow * 1000), 45);
    QCOMPARE(qRound(frequency.perOrderHigh * 1000), 253);
    QCOMPARE(frequency.shopPerOrder, 0.06);
    QCOMPARE(qRound(*frequency.score), 27);
}

void ScoreTest::countsOnlyMatureOrders_data() {
    QTest::addColumn<double>("promised");   // -1: no shipment
    QTest::addColumn<double>("delivered");  // -1: not delivered
    QTest::addColumn<double>("asOf");
    QTest::addColumn<int>("mature");
    QTest::newRow("delivered 14 days ago") << 5. << 3. << 17. << 1;
    QTest::newRow("delivered less than 14 days ago") << 5. << 3. << 16.9 << 0;
    QTest::newRow("promised 14 days ago") << 5. << -1. << 19. << 1;
    QTest::newRow("promised less than 14 days ago") << 5. << -1. << 18.9 << 0;
    QTest::newRow("usually there 14 days ago") << -1. << -1. << 21. << 1;
    QTest::newRow("usually there less than 14 days ago") << -1. << -1. << 20.9 << 0;
    QTest::newRow("before the window") << -1. << -1. << 740. << 0;
}

void ScoreTest::countsOnlyMatureOrders() {
    QFETCH(double, promised);
    QFETCH(double, delivered);
    QFETCH(double, asOf);
    Told told;
    const EventId order = told.order(0);
    if (promised >= 0)
        told.shipment(order, promised,
                      delivered >= 0 ? std::optional<double>(delivered) : std::nullopt);
    told.order(0);
    told.facts.orders.back().status = OrderStatus::Cancelled;
    told.order(0);
    told.facts.orders.back().status = OrderStatus::Unpaid;
    told.asOf = day(asOf);
    QTEST(told.score().complaints.matureOrders, "mature");
}

void ScoreTest::showsCasesWithoutAnOrderApart() {
    Told told;
    told.order(0);
    told.complaint(Topic::Website, 50, {});
    const auto frequency = told.score().complaints;
    QCOMPARE(frequency.cases, 0);
    QCOMPARE(frequency.casesWithoutOrder, 1);
}

void ScoreTest::isNullUnderThreeMatureOrders() {
    Told told;
    told.order(0);
    told.order(1);
    QVERIFY(!told.score().complaints.score);
    told.order(2);
    QVERIFY(told.score().complaints.score.has_value());
}

void ScoreTest::valuesOrdersLessWhatWasGivenBack() {
    Told told;
    const EventId order = told.order(0, 10000);
    told.order(10, 5000);
    const EventId cancelled = told.order(20, 70000);
    told.facts.orders.back().status = OrderStatus::Cancelled;
    told.refund(cancelled, 22, RefundKind::Refund, 70000);
    told.refund(order, 30, RefundKind::Refund, 2000);
    told.refund({}, 31, RefundKind::Compensation, 500);
    told.refund(order, 32, RefundKind::Chargeback, 100);
    const PurchaseValue value = told.score().purchaseValue;
    const Currency euro = told.parameters.currency;
    QCOMPARE(value.orders, 2);
    QCOMPARE(value.gross.in(euro).minor, 15000);
    QCOMPARE(value.refunded.in(euro).minor, 2600);
    QCOMPARE(value.net.in(euro).minor, 12400);
    QCOMPARE(value.averageOrder->minor, 7500);
    QCOMPARE(*value.recency, Duration(std::chrono::days(390)));
}

void ScoreTest::takesCreditNotesForRefunds() {
    Told told;
    told.order(0, 10000);
    told.order(10, -2500);
    told.order(20, -700);
    told.facts.orders.back().status = OrderStatus::Cancelled;
    const Score score = told.score();
    const Currency euro = told.parameters.currency;
    QCOMPARE(score.purchaseValue.orders, 1);
    QCOMPARE(score.purchaseValue.gross.in(euro).minor, 10000);
    QCOMPARE(score.purchaseValue.refunded.in(euro).minor, 2500);
    QCOMPARE(score.purchaseValue.net.in(euro).minor, 7500);
    QCOMPARE(*score.purchaseValue.recency, Duration(std::chrono::days(400)));
    QCOMPARE(score.complaints.matureOrders, 1);
}

void ScoreTest::valuesOnlyAgainstTwentyCustomers() {
    Told told;
    told.order(0, 1000);
    for (int i = 1; i <= 19; ++i)
        buyersOf(told).netValues.push_back(100 * i);
    QVERIFY(!told.score().purchaseValue.score);
    buyersOf(told).netValues.push_back(2000);
    // Nine below, one equal, of twenty.
    QCOMPARE(*told.score().purchaseValue.score, 47.5);
    told.asOf = day(1000);  // the order is older than the window
    QVERIFY(!told.score().purchaseValue.score);
}

// Who ordered in the main currency too is counted there.
void ScoreTest::valuesAmongCustomersOfTheSameCurrency() {
    const Currency pound = *Currency::fromCode(u"GBP");
    Told told;
    for (int i = 1; i <= 20; ++i) {
        buyersOf(told).netValues.push_back(100 * i);
        told.parameters.buyers[pound].netValues.push_back(1000 * i);
    }
    told.order(0, 2000);
    told.facts.orders.back().total->currency = pound;
    QCOMPARE(*told.score().purchaseValue.score, 7.5);
    QCOMPARE(told.score().purchaseValue.averageOrder->currency, pound);
    told.order(10, 2000);
    QCOMPARE(*told.score().purchaseValue.score, 97.5);
}

void ScoreTest::ranksByQuintiles() {
    Told told;
    told.order(390, 100000);
    for (int i = 1; i <= 20; ++i) {
        buyersOf(told).netValues.push_back(100 * i);
        buyersOf(told).recencyDays.push_back(20.0 * i);
        buyersOf(told).orderCounts.push_back(i);
    }
    const PurchaseValue value = told.score().purchaseValue;
    QCOMPARE(*value.recencyQuintile, 5);
    QCOMPARE(*value.frequencyQuintile, 1);
    QCOMPARE(*value.monetaryQuintile, 5);
}

namespace {

Told withModels() {
    Told told;
    told.parameters.buying = BuyingModel{0.2425945, 4.4136019, 0.7929199, 2.4258881};
    buyersOf(told).spending = SpendingModel{6.25, 3.74, 1544};
    return told;
}

}  // namespace

// One that came twice again in 30 weeks, the last time just now.
void ScoreTest::expectsTheNextYear() {
    Told told = withModels();
    told.asOf = day(210);
    for (const double at : {0., 100., 210.})
        told.order(at, 2235);
    const PurchaseValue value = told.score().purchaseValue;
    const scoring::BuyingHistory history{2, 30, 30};
    const double days = scoring::expectedDays(*told.parameters.buying, history, 365.25 / 7);
    QCOMPARE(*value.expectedOrders, rounded(days));
    const double each = 6.25 * (1544 + 2 * 2235) / (6.25 * 2 + 3.74 - 1);
    QCOMPARE(value.expectedNextYear->minor, qRound64(rounded(days) * each));
    QVERIFY(*value.probabilityActive > 0.5 && *value.probabilityActive < 1);
}

void ScoreTest::expectsNothingWithoutAModel() {
    Told told;
    told.order(0);
    told.order(100);
    const PurchaseValue value = told.score().purchaseValue;
    QVERIFY(!value.expectedOrders && !value.expectedNextYear && !value.probabilityActive);
}

void ScoreTest::isSureOfNobodyWhoBoughtOnOneDay() {
    Told told = withModels();
    told.order(0);
    told.order(0.4);
    QVERIFY(!told.score().purchaseValue.probabilityActive);
    QVERIFY(told.score().purchaseValue.expectedOrders);
}

// Days, not orders; cancelled ones are none; the first day's spending is left out.
void ScoreTest::countsDaysOfBuying() {
    Told told;
    told.order(0, 50000);
    told.order(7, 1000);
    told.order(7.5, 3000);
    told.order(14, 6000);
    told.order(21, 9900);
    told.facts.orders.back().status = OrderStatus::Cancelled;
    const scoring::History history(told.facts, told.understanding, told.coverage, told.settings,
                                   day(28));
    const auto buying = scoring::buyingHistory(history);
    QCOMPARE(buying->repeats, 2);
    QCOMPARE(buying->last, 2.0);
    QCOMPARE(buying->observed, 4.0);
    const auto spending = scoring::spendingHistory(history, *Currency::fromCode(u"EUR"));
    QCOMPARE(spending.days, 2);
    QCOMPARE(spending.mean, 5000.0);
}

void ScoreTest::keepsCurrenciesApart() {
    Told told;
    told.order(0, 10000);
    told.order(1, 3000);
    told.facts.orders.back().total->currency = *Currency::fromCode(u"USD");
    const PurchaseValue value = told.score().purchaseValue;
    QCOMPARE(value.gross.sums().size(), size_t(2));
    QCOMPARE(value.averageOrder->minor, 10000);
}

void ScoreTest::creditsAnswers_data() {
    QTest::addColumn<double>("hours");
    QTest::addColumn<bool>("answered");
    QTest::addColumn<double>("score");  // -1: null
    QTest::addColumn<double>("targetMet");
    QTest::newRow("at once") << 0. << true << 100. << 1.;
    QTest::newRow("just in time") << 24. << true << 100. << 1.;
    QTest::newRow("twice the target") << 48. << true << 50. << 0.;
    QTest::newRow("still waiting, not due") << 24. << false << -1. << -1.;
    QTest::newRow("still waiting, four times the target") << 96. << false << 25. << 0.;
}

void ScoreTest::creditsAnswers() {
    QFETCH(double, hours);
    QFETCH(bool, answered);
    Told told;
    const double since = 400 - hours / 24;
    const EventId inquiry = told.message(since, Direction::Inbound);
    told.wait(inquiry, since, answered ? std::optional<double>(400) : std::nullopt);
    const ResponseRecord response = told.score().response;
    QCOMPARE(response.inquiries, 1);
    QTEST(response.score.value_or(-1), "score");
    QTEST(response.targetMet.value_or(-1), "targetMet");
    QCOMPARE(response.waitingSince.has_value(), !answered);
}

void ScoreTest::countsTheWaitingIn() {
    Told told;
    for (const double length : {0.25, 0.5, 2.0})
        told.wait(told.message(300, Direction::Inbound), 300, 300 + length).firstOfCase = true;
    Wait& open = told.wait(told.message(390, Direction::Inbound), 390, {});
    open.chasers = 2;
    told.wait(told.message(395, Direction::Inbound), 395, {}).chasers = 1;
    told.wait(told.message(399.5, Direction::Inbound), 399.5, {}).chasers = 5;
    const ResponseRecord response = told.score().response;
    QCOMPARE(*response.firstReplyMedian, Duration(std::chrono::hours(12)));
    QCOMPARE(*response.firstReplyP90, Duration(std::chrono::hours(48)));
    QVERIFY(!response.nextReplyMedian);
    QCOMPARE(*response.waitingSince, day(390));
    QCOMPARE(response.chasers, 3);
    // 1, 1, 1/2, 1/10, 1/5; the last one is not due yet.
    QCOMPARE(*response.score, 56.0);
}

void ScoreTest::stopsTheClockWhereTheDataEnds() {
    Told told;
    told.coverage = Coverage({{SourceId(1), RecordKind::Message, day(0), day(300)}});
    told.wait(told.message(286, Direction::Inbound), 286, {});
    told.wait(told.message(313.5, Direction::Inbound), 313.5, {});  // not due within the grace
    told.asOf = day(340);
    const ResponseRecord response = told.score().response;
    QCOMPARE(*response.score, rounded(100. / 28));
    QCOMPARE(*response.waitingSince, day(286));
}

void ScoreTest::countsMissedContacts() {
    Told told;
    for (const auto disposition :
         {CallDisposition::Answered, CallDisposition::Abandoned, CallDisposition::Voicemail,
          CallDisposition::Busy, CallDisposition::NoAnswer, CallDisposition::Failed})
        told.call(300, disposition);
    told.call(300, CallDisposition::Abandoned);
    told.facts.calls.back().direction = Direction::Outbound;
    const ResponseRecord response = told.score().response;
    QCOMPARE(response.missedContacts, 4);
    QCOMPARE(response.abandonedCalls, 1);
}

void ScoreTest::forgetsWhatComesLater() {
    Told told;
    const EventId order = told.order(100);
    told.shipment(order, 104, 120, DeliveryProof::Signature);
    told.order(300);
    told.refund(order, 310);
    told.asOf = day(110);
    const Score score = told.score();
    QCOMPARE(score.purchaseValue.orders, 1);
    QCOMPARE(score.purchaseValue.refunded.sums().size(), size_t(0));
    QCOMPARE(score.asOf, day(110));
    QCOMPARE(score.name, QStringLiteral("Ada Example"));
}

QTEST_APPLESS_MAIN(ScoreTest)
#include "score_test.moc"

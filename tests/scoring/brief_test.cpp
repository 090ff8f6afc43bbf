// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/wording.h"
#include "tests/scoring/story.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::tests;
using namespace goodfaith::scoring;

class BriefTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsOwedAndWhatToDo();
    void saysSorryForTheThirdDelay();
    void asksBeforePaying();
    void saysHowOldTheDataIs();
    void isCalmAboutAQuietCustomer();
    void ownsUpToSilence();
    void saysOneContradictionIsNoPattern();
    void isCarefulWithTheNextComplaint();
    void saysOnceHowOldAllDataIs();
    void namesOurMostFrequentFailuresFirst();
    void sumsTheFigures();
    void knowsNothingLaterThanAsOf();
    void writesMoney_data();
    void writesMoney();
    void countsInWords_data();
    void countsInWords();
    void namesDays_data();
    void namesDays();
};

void BriefTest::saysWhatIsOwedAndWhatToDo() {
    Told told;
    const EventId order = told.order(380);
    told.shipment(order, 385, 390);
    Case& matter = told.complaint(Topic::NotReceived, 398.5, {order});
    told.wait(matter.id, 398.5, {});
    const QStringList expected{
        QStringLiteral("They have waited for an answer since Sunday (36 hours; our target is 24 "
                       "hours)."),
        QStringLiteral("Our part: a late delivery in 1 complaint and an answer later than our "
                       "target in 1 complaint."),
        QStringLiteral("They placed 1 order worth €100 within 24 months and made 1 complaint."),
        QStringLiteral("Our records confirm 1 of 1 complaint."),
        QStringLiteral("Say sorry for the delay; then believe them and send it again."),
    };
    QCOMPARE(told.brief().advice, expected);
}

void BriefTest::saysSorryForTheThirdDelay() {
    Told told;
    for (const double at : {100, 200, 300}) {
        const EventId order = told.order(at);
        told.shipment(order, at + 4, at + 9);
        told.complaint(Topic::Late, at + 6, {order}).state =
            at < 300 ? CaseState::Resolved : CaseState::Open;
    }
    QCOMPARE(
        told.brief().advice.back(),
        QStringLiteral("Say sorry for the delay, it is the third; then find the parcel and name "
                       "a new date."));
    QCOMPARE(told.brief().openCases.size(), size_t(1));
}

void BriefTest::asksBeforePaying() {
    Told told;
    for (const double at : {320, 340, 360})
        told.refundedWithoutReturn(at);
    const Brief brief = told.brief();
    QCOMPARE(brief.score.verdict, VerdictKind::ChronicPattern);
    QVERIFY(brief.advice.contains(QStringLiteral(
        "Our records and their words do not fit together in 3 of 3 complaints: a pattern worth a "
        "second look.")));
    QCOMPARE(brief.advice.back(),
             QStringLiteral("Ask for the return first, then refund or replace."));
}

void BriefTest::saysHowOldTheDataIs() {
    Told told;
    told.order(100);
    told.coverage = Coverage({{SourceId(1), RecordKind::Return, day(0), day(123)},
                              {SourceId(1), RecordKind::Order, day(0), day(399)}});
    const Brief brief = told.brief();
    QVERIFY2(brief.advice.contains(QStringLiteral("Returns are known up to 3 May 2024.")),
             qPrintable(brief.advice.join(u'\n')));
    QCOMPARE(brief.dataKnownTo.at(RecordKind::Return), day(123));
    told.asOf = day(140);
    QVERIFY(told.brief().advice.contains(QStringLiteral("Returns are known up to 3 May.")));
    QCOMPARE(told.brief().dataKnownTo.at(RecordKind::Order), day(140));
}

void BriefTest::isCalmAboutAQuietCustomer() {
    Told told;
    told.order(390);
    const QStringList expected{
        QStringLiteral("They placed 1 order worth €100 within 24 months and made no complaint."),
        QStringLiteral("No complaint is open: help as with any good customer."),
    };
    QCOMPARE(told.brief().advice, expected);
    told.facts.orders.clear();
    QCOMPARE(told.brief().advice.front(),
             QStringLiteral("No order within 24 months is known, and no complaint."));
}

void BriefTest::ownsUpToSilence() {
    Told told;
    told.order(100);
    Wait& wait = told.wait(told.message(300, Direction::Inbound), 300, {});
    QCOMPARE(told.brief().advice.front(),
             QStringLiteral("Their message of 27 October 2024 was never answered."));
    QCOMPARE(told.brief().advice.back(),
             QStringLiteral("No complaint is open: say sorry for the silence when you write."));
    wait.kind = RecordKind::Call;
    QCOMPARE(told.brief().advice.front(),
             QStringLiteral("Nobody called back after their call of 27 October 2024."));
}

void BriefTest::saysOneContradictionIsNoPattern() {
    Told told;
    told.signedForAndDenied(380);
    QVERIFY(told.brief().advice.contains(QStringLiteral(
        "Our records and their words do not fit together in 1 of 1 complaint; that is no "
        "pattern.")));
}

void BriefTest::isCarefulWithTheNextComplaint() {
    Told told;
    for (const double at : {320, 340, 360})
        told.refundedWithoutReturn(at);
    for (Case& matter : told.understanding.cases)
        matter.state = CaseState::Resolved;
    QCOMPARE(told.brief().score.verdict, VerdictKind::ChronicPattern);
    QCOMPARE(told.brief().advice.back(),
             QStringLiteral("No complaint is open; with the next one ask for the return or look at "
                            "the proof of delivery first."));
}

void BriefTest::saysOnceHowOldAllDataIs() {
    Told told;
    told.order(100);
    told.coverage = Coverage({{SourceId(1), RecordKind::Return, day(0), day(121)},
                              {SourceId(1), RecordKind::Refund, day(0), day(122)},
                              {SourceId(1), RecordKind::Order, day(0), day(123)}});
    QVERIFY(told.brief().advice.contains(
        QStringLiteral("Our records end between 1 May 2024 and 3 May 2024.")));
}

void BriefTest::namesOurMostFrequentFailuresFirst() {
    Told told;
    for (const double at : {100, 200}) {
        const EventId order = told.order(at);
        told.shipment(order, at + 4, at + 3);
        const EventId id = told.complaint(Topic::Service, at + 6, {order}).id;
        told.wait(id, at + 6, at + 9);
    }
    told.facts.shipments.front().deliveredAt = day(108);
    QVERIFY(told.brief().advice.contains(
        QStringLiteral("Our part: an answer later than our target in 2 complaints and a late "
                       "delivery in 1 complaint.")));
}

void BriefTest::sumsTheFigures() {
    Told told;
    const auto add = [&](double at, const char* sku, double quantity) {
        told.order(at);
        told.facts.orders.back().items.push_back(
            {EventId(9000), QLatin1String(sku), QLatin1String(sku), quantity, {}});
    };
    add(100, "A", 2);
    add(390, "B", 5);
    add(391, "A", 1);
    add(392, "C", 1);
    add(393, "D", 1);
    add(394, "E", 50);
    told.facts.orders.back().status = OrderStatus::Cancelled;
    told.refund({}, 200, RefundKind::Compensation, 700);
    told.refund({}, 201, RefundKind::StoreCredit, 300);
    told.refund({}, 202, RefundKind::Refund, 9000);
    told.facts.visits = 4;
    const Brief brief = told.brief();
    QCOMPARE(brief.spentLastSixMonths.in(told.parameters.currency).minor, 40000);
    QCOMPARE(brief.compensatedSoFar.in(told.parameters.currency).minor, 1000);
    QCOMPARE(brief.visitsLastSixMonths, 4);
    QStringList favourites;
    for (const auto& item : brief.favouriteItems)
        favourites << item.sku;
    QCOMPARE(favourites,
             (QStringList{QStringLiteral("B"), QStringLiteral("A"), QStringLiteral("C")}));
}

void BriefTest::knowsNothingLaterThanAsOf() {
    Told told;
    told.message(100, Direction::Inbound);
    told.message(300, Direction::Outbound);
    told.asOf = day(200);
    CustomerOverview overview;
    overview.lastContact = day(300);
    QCOMPARE(*briefCustomer(told.input(), overview).overview.lastContact, day(100));
}

void BriefTest::writesMoney_data() {
    QTest::addColumn<QString>("money");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << "1820.00 EUR" << QStringLiteral("€1,820");
    QTest::newRow("cents") << "12.50 GBP" << QStringLiteral("£12.50");
    QTest::newRow("negative") << "-3.05 USD" << QStringLiteral("-$3.05");
    QTest::newRow("no minor unit") << "150000 JPY" << QStringLiteral("¥150,000");
    QTest::newRow("thousandths") << "1.234 KWD" << QStringLiteral("KWD\u00a01.234");
    QTest::newRow("another") << "99.00 CHF" << QStringLiteral("CHF\u00a099");
}

void BriefTest::writesMoney() {
    QFETCH(QString, money);
    QTEST(moneyText(*moneyFromString(money)), "text");
}

void BriefTest::countsInWords_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("counted");
    QTest::addColumn<QString>("times");
    QTest::addColumn<QString>("ordinal");
    QTest::newRow("1") << 1 << "1 order"
                       << "once"
                       << "first";
    QTest::newRow("2") << 2 << "2 orders"
                       << "twice"
                       << "second";
    QTest::newRow("3") << 3 << "3 orders"
                       << "3 times"
                       << "third";
    QTest::newRow("11") << 11 << "11 orders"
                        << "11 times"
                        << "11th";
    QTest::newRow("22") << 22 << "22 orders"
                        << "22 times"
                        << "22nd";
    QTest::newRow("113") << 113 << "113 orders"
                         << "113 times"
                         << "113th";
    QTest::newRow("0") << 0 << "0 orders"
                       << "0 times"
                       << "0th";
}

void BriefTest::countsInWords() {
    QFETCH(int, number);
    QTEST(scoring::counted(number, u"order"), "counted");
    QTEST(scoring::times(number), "times");
    QTEST(scoring::ordinal(number), "ordinal");
}

void BriefTest::namesDays_data() {
    QTest::addColumn<double>("at");
    QTest::addColumn<QString>("text");
    // As of 10 January 2024, a Wednesday, 01:00 in Berlin.
    QTest::newRow("today") << 9. << "Wednesday";
    QTest::newRow("in the shop's zone") << 7.98 << "Tuesday";
    QTest::newRow("six days ago") << 3.5 << "Thursday";
    QTest::newRow("a week ago") << 2. << "3 January";
    QTest::newRow("last year") << -1.5 << "30 December 2023";
}

void BriefTest::namesDays() {
    QFETCH(double, at);
    QTEST(recentDayText(day(at), day(9), QTimeZone("Europe/Berlin")), "text");
}

QTEST_APPLESS_MAIN(BriefTest)
#include "brief_test.moc"

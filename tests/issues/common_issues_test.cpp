// SPDX-License-Identifier: GPL-3.0-or-later
// What is a common issue and what is none, told in small shops, and in a part of the simulated ones
// (README.md has the whole).
#include "models/issues/common_issues.h"

#include "tests/issues/simulated_surges.h"

#include <QTest>

#include <algorithm>

using namespace goodfaith;
using namespace goodfaith::tests;
using issues::AttributeKind;

namespace {

const QDate begin(2023, 1, 2);

// Four orders a day, one of each product; every fifth day somebody complains of one of them.
class TinyShop {
public:
    explicit TinyShop(int days = 400) : days_(days) {
        for (int day = 0; day < days; ++day) {
            for (int product = 0; product < 4; ++product)
                facts.addOrder(number(day), attributes(product));
            if (day % 5 == 0)
                complain(day, 1000 + day, Topic(1 + day / 5 % 12), day / 5 % 4);
        }
    }

    static int number(int day) { return issues::dayNumber(begin) + day; }
    std::vector<int> attributes(int product) {
        return {
            facts.attribute(AttributeKind::Product, QStringLiteral("KET-%1").arg(product),
                            QStringLiteral("Kettle %1").arg(product)),
            facts.attribute(AttributeKind::Carrier, product % 2 == 0 ? QStringLiteral("FastPost")
                                                                     : QStringLiteral("SlowPost"))};
    }
    void complain(int day, int customer, Topic topic, int product) {
        facts.addComplaint(
            {CaseId(++cases_), CustomerId(customer), topic, number(day), 8, attributes(product)});
    }
    // Customers from 1 on.
    void surge(int day, int customers, Topic topic, int product, int aDay = 3) {
        for (int i = 0; i < customers; ++i)
            complain(day + i / aDay, ++surging_, topic, product);
    }
    std::vector<CommonIssue> found(int asOf = -1) const {
        return issues::findCommonIssues(facts, begin.addDays(asOf < 0 ? days_ - 1 : asOf));
    }
    std::vector<CommonIssue> alarms(int asOf = -1) const {
        auto all = found(asOf);
        std::erase_if(all, [](const CommonIssue& issue) { return !issue.alarm; });
        return all;
    }

    issues::IssueFacts facts;

private:
    int days_;
    int cases_ = 0;
    int surging_ = 0;
};

QStringList idsOf(const std::vector<CommonIssue>& issues) {
    QStringList ids;
    for (const auto& issue : issues)
        ids << issue.id;
    return ids;
}

}  // namespace

class CommonIssuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsASurge() {
        TinyShop shop;
        shop.surge(300, 9, Topic::Defective, 2);
        const auto alarms = shop.alarms();
        QCOMPARE(idsOf(alarms), QStringList{QStringLiteral("defective/product/KET-2/2023-10-29")});
        const CommonIssue& issue = alarms.front();
        QCOMPARE(issue.subject.topic, Topic::Defective);
        QCOMPARE(issue.subject.product, QStringLiteral("KET-2"));
        QCOMPARE(issue.subject.productTitle, QStringLiteral("Kettle 2"));
        QCOMPARE(issue.subject.carrier, QString());
        QCOMPARE(issue.from, begin.addDays(300));
        QCOMPARE(issue.to, begin.addDays(302));
        QVERIFY(issue.over);
        QCOMPARE(issue.complaints, 9);
        QVERIFY(issue.expected < 1);
        QCOMPARE(issue.members.size(), size_t(9));
        QCOMPARE(issue.members.front().customer, CustomerId(1));
        QCOMPARE(*std::max_element(issue.trend.begin(), issue.trend.end()), 9);
    }

    void isFoundOnTheSecondDay() {
        TinyShop shop;
        shop.surge(300, 9, Topic::Defective, 2);
        QVERIFY(shop.alarms(299).empty());
        QCOMPARE(shop.alarms(301).size(), size_t(1));
        QVERIFY(!shop.alarms(301).front().over);
    }

    void keepsItsIdWhileItGrows() {
        TinyShop shop;
        shop.surge(300, 30, Topic::NotReceived, 1, 2);
        const auto last = shop.alarms(315);
        QCOMPARE(last.size(), size_t(1));
        for (int day = 303; day < 315; ++day)
            QCOMPARE(idsOf(shop.alarms(day)), idsOf(last));
        QCOMPARE(idsOf(shop.alarms()), idsOf(last));
    }

    void findsTheSameLaterAsThen() {
        SimulatedShop shop =
            ShopSimulator(4).simulate(500, {SimulatedSurge::Kind::LostParcels, 300, 20, 3});
        const int then = shop.firstDay + 330;
        const auto earlier = issues::findCommonIssues(shop.facts, issues::dateOf(then));
        auto later = issues::findCommonIssues(shop.facts, issues::dateOf(shop.lastDay));
        std::erase_if(
            later, [&](const CommonIssue& issue) { return issue.raisedOn > issues::dateOf(then); });
        QVERIFY(!earlier.empty());
        QCOMPARE(idsOf(earlier), idsOf(later));
    }

    void doesNotDependOnTheOrderOfFacts() {
        SimulatedShop shop =
            ShopSimulator(4).simulate(400, {SimulatedSurge::Kind::FaultyBatch, 300, 20, 3});
        issues::IssueFacts turned;
        const auto& attributes = shop.facts.attributes();
        for (auto one = attributes.rbegin(); one != attributes.rend(); ++one)
            turned.attribute(one->kind, one->value, one->title);
        turned.add(shop.facts);
        const QDate last = issues::dateOf(shop.lastDay);
        QCOMPARE(idsOf(issues::findCommonIssues(turned, last)),
                 idsOf(issues::findCommonIssues(shop.facts, last)));
    }

    void isNone_data() {
        QTest::addColumn<int>("customers");
        QTest::addColumn<int>("times");
        QTest::addColumn<int>("day");
        QTest::newRow("three customers") << 3 << 1 << 300;
        QTest::newRow("one customer, ten times") << 1 << 10 << 300;
        QTest::newRow("three customers, five times each") << 3 << 5 << 300;
        QTest::newRow("in the first weeks, when nothing is known") << 12 << 1 << 20;
    }
    void isNone() {
        QFETCH(int, customers);
        QFETCH(int, times);
        QFETCH(int, day);
        TinyShop shop;
        for (int customer = 1; customer <= customers; ++customer) {
            for (int time = 0; time < times; ++time)
                shop.complain(day + time, customer, Topic::Defective, 2);
        }
        QCOMPARE(idsOf(shop.alarms()), QStringList());
    }

    void countsOrdersNotDays() {
        TinyShop shop;
        for (int day = 280; day < 320; ++day) {
            for (int order = 0; order < 80; ++order)
                shop.facts.addOrder(TinyShop::number(day), shop.attributes(order % 4));
        }
        for (int day = 290; day < 330; ++day)
            shop.complain(day, 5000 + day, Topic(1 + day % 12), day % 4);
        QCOMPARE(idsOf(shop.alarms()), QStringList());
    }

    void takesMoreOfEverythingForNoIssue() {
        // Another mailbox is imported from a day on: six times as many complaints of every kind.
        TinyShop shop;
        for (int day = 300; day < 400; ++day)
            shop.complain(day, 5000 + day, Topic(1 + day % 12), day * 7919 / 5 % 4);
        QCOMPARE(idsOf(shop.alarms()), QStringList());
    }

    void namesTheCarrierWhenItsTopicsSurge() {
        TinyShop shop;
        for (int i = 0; i < 12; ++i)
            shop.complain(300 + i / 3, 1 + i, Topic::NotReceived, i % 2 == 0 ? 0 : 2);
        const auto alarms = shop.alarms();
        QCOMPARE(alarms.size(), size_t(1));
        QCOMPARE(alarms.front().subject.carrier, QStringLiteral("FastPost"));
        QCOMPARE(alarms.front().subject.topic, Topic::NotReceived);
    }

    void findsTwoAtATime() {
        TinyShop shop;
        shop.surge(300, 9, Topic::Defective, 2);
        shop.surge(301, 9, Topic::Billing, 1);
        QCOMPARE(shop.alarms().size(), size_t(2));
    }

    void comesAgain() {
        TinyShop shop;
        shop.surge(200, 9, Topic::Defective, 2);
        shop.surge(300, 9, Topic::Defective, 2);
        const auto alarms = shop.alarms();
        QCOMPARE(alarms.size(), size_t(2));
        QCOMPARE(alarms.back().from, begin.addDays(300));
    }

    void becomesUsualAfterAYear() {
        TinyShop shop(900);
        shop.surge(200, 700, Topic::Defective, 2, 1);
        const auto alarms = shop.alarms();
        QCOMPARE(idsOf(alarms), QStringList{QStringLiteral("defective/product/KET-2/2023-07-21")});
        QVERIFY(alarms.front().over);
    }

    void needsNoOrders() {
        issues::IssueFacts facts;
        for (int day = 0; day < 300; day += 3)
            facts.addComplaint({CaseId(day + 1),
                                CustomerId(day + 1),
                                Topic(1 + day % 12),
                                TinyShop::number(day),
                                {},
                                {}});
        for (int i = 0; i < 10; ++i)
            facts.addComplaint({CaseId(1000 + i),
                                CustomerId(1000 + i),
                                Topic::Billing,
                                TinyShop::number(250 + i / 4),
                                {},
                                {}});
        const auto found = issues::findCommonIssues(facts, begin.addDays(299));
        QCOMPARE(idsOf(found), QStringList{QStringLiteral("billing/2023-09-09")});
    }

    void takesAnything_data() {
        QTest::addColumn<int>("complaints");
        QTest::newRow("nothing") << 0;
        QTest::newRow("one complaint") << 1;
        QTest::newRow("all on one day") << 50;
    }
    void takesAnything() {
        QFETCH(int, complaints);
        issues::IssueFacts facts;
        for (int i = 0; i < complaints; ++i)
            facts.addComplaint(
                {CaseId(i + 1), CustomerId(i + 1), Topic::Other, TinyShop::number(5), {}, {}});
        QVERIFY(issues::findCommonIssues(facts, begin.addDays(200)).empty());
        QVERIFY(issues::findCommonIssues(facts, begin).empty());
    }

    void staysCalm() {
        int years = 0, raised = 0;
        for (quint64 seed = 5001; seed <= 5010; ++seed) {
            for (const int alarms : liveCalmly(seed).alarmsOfYear) {
                ++years;
                raised += alarms > 0 ? 1 : 0;
            }
        }
        QVERIFY2(raised <= 2, qPrintable(QStringLiteral("%1 of %2").arg(raised).arg(years)));
    }

    void findsSurgesInTime() {
        SurgeTally tally;
        for (const SurgePlan& plan : surgePlans()) {
            for (quint64 seed = 7001; seed <= 7002; ++seed)
                tally.add(meetSurge(seed, plan));
        }
        QVERIFY(tally.visible >= 15);
        QVERIFY2(tally.withinADay * 10 >= tally.visible * 8,
                 qPrintable(QStringLiteral("%1 of %2").arg(tally.withinADay).arg(tally.visible)));
    }
};

QTEST_APPLESS_MAIN(CommonIssuesTest)
#include "common_issues_test.moc"

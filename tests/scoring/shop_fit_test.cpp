// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/shop_fit.h"

#include "tests/scoring/story.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace goodfaith;
using namespace goodfaith::tests;

namespace {

// Ten orders of its own price each, as many complaints as told.
Told customer(int complaints, qint64 minor) {
    Told told;
    for (int i = 0; i < 10; ++i) {
        const EventId order = told.order(20 * i, minor);
        if (i < complaints) {
            told.complaint(Topic::Damaged, 20 * i + 8, {order});
            told.refund(order, 20 * i + 9, RefundKind::Refund, minor);
        }
    }
    return told;
}

std::vector<Told> shop(int customers, int complainEach) {
    std::vector<Told> all;
    for (int i = 0; i < customers; ++i)
        all.push_back(customer(i % complainEach == 0 ? 2 : 0, 1000 + 10 * i));
    return all;
}

ShopParameters fitted(const std::vector<Told>& customers) {
    scoring::ShopFit fit(ShopSettings(), day(400));
    for (const auto& told : customers)
        fit.add(told.facts, told.understanding, told.coverage);
    return fit.fit();
}

const BuyersOfCurrency& inEuros(const ShopParameters& parameters) {
    return parameters.buyers.at(*Currency::fromCode(u"EUR"));
}

}  // namespace

class ShopFitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsTheShop();
    void knowsNothingOfAnEmptyShop();
    void fitsTheShapeFromEnoughCustomers();
    void countsComplaintsByTopic();
    void doesNotDependOnTheOrder();
    void fitsHowCustomersBuy_data();
    void fitsHowCustomersBuy();
    void countsEachCurrencyByItself();
    void leavesOutOldOrders();
};

void ShopFitTest::countsTheShop() {
    const ShopParameters parameters = fitted(shop(50, 5));
    QCOMPARE(parameters.customers, 50);
    QCOMPARE(parameters.cases, 20);
    QCOMPARE(parameters.complaintsPerOrder, 0.04);
    QCOMPARE(parameters.complaintShape, 1.0);
    QCOMPARE(inEuros(parameters).netValues.size(), size_t(50));
    QCOMPARE(inEuros(parameters).netValues.front(), 8 * 1000);
    QCOMPARE(inEuros(parameters).netValues.back(), 10 * 1490);
    QCOMPARE(parameters.refundRatios, std::vector<double>(10, 0.2));
    QCOMPARE(parameters.spenders, 50);
    QCOMPARE(inEuros(parameters).recencyDays.front(), 220.0);
    QCOMPARE(inEuros(parameters).orderCounts.front(), 10.0);
    QCOMPARE(parameters.asOf, day(400));
}

void ShopFitTest::knowsNothingOfAnEmptyShop() {
    const ShopParameters parameters = fitted({});
    QCOMPARE(parameters.complaintShape, 1.0);
    QCOMPARE(parameters.complaintsPerOrder, 0.05);
    QVERIFY(parameters.buyers.empty());
    Told told;
    told.parameters = parameters;
    told.order(0);
    QCOMPARE(told.score().verdict, VerdictKind::GoodFaith);
}

void ShopFitTest::fitsTheShapeFromEnoughCustomers() {
    const ShopParameters parameters = fitted(shop(200, 4));
    QVERIFY(parameters.complaintShape != 1.0);
    QVERIFY(parameters.complaintShape >= 0.5 && parameters.complaintShape <= 5);
}

// Each topic's part of all complaints; half a complaint where nobody complained of it.
void ShopFitTest::countsComplaintsByTopic() {
    QVERIFY(fitted(shop(50, 5)).topicsPerOrder.empty());
    const ShopParameters parameters = fitted(shop(200, 4));
    QCOMPARE(parameters.topicsPerOrder.size(), allTopics().size());
    double all = 0;
    for (const auto& [topic, rate] : parameters.topicsPerOrder)
        all += rate > 0.001 ? rate : 0;
    QVERIFY(std::abs(all - parameters.complaintsPerOrder) < 1e-5);
}

void ShopFitTest::doesNotDependOnTheOrder() {
    auto customers = shop(200, 4);
    const ShopParameters before = fitted(customers);
    std::mt19937 random(7);
    std::shuffle(customers.begin(), customers.end(), random);
    const ShopParameters after = fitted(customers);
    QCOMPARE(after.complaintShape, before.complaintShape);
    QCOMPARE(after.complaintsPerOrder, before.complaintsPerOrder);
    QCOMPARE(inEuros(after).netValues, inEuros(before).netValues);
    QCOMPARE(inEuros(after).recencyDays, inEuros(before).recencyDays);
    QCOMPARE(inEuros(after).orderCounts, inEuros(before).orderCounts);
    QCOMPARE(after.refundRatios, before.refundRatios);
    QCOMPARE(after.spenders, before.spenders);
    QCOMPARE(after.topicsPerOrder, before.topicsPerOrder);
}

void ShopFitTest::fitsHowCustomersBuy_data() {
    QTest::addColumn<int>("customers");
    QTest::addColumn<bool>("isFitted");
    QTest::newRow("enough came again") << 1000 << true;
    QTest::newRow("too few came again") << 250 << false;
}

// Customers who differ in how often they come, when they began, when they leave and what they
// spend.
void ShopFitTest::fitsHowCustomersBuy() {
    QFETCH(int, customers);
    QFETCH(bool, isFitted);
    std::mt19937 random(3);
    const auto gamma = [](double shape) { return std::gamma_distribution<double>(shape, 1); };
    std::gamma_distribution<double> rate(0.8, 0.02);
    std::lognormal_distribution<double> usual(8, 0.6);
    std::vector<Told> all(static_cast<size_t>(customers));
    for (Told& told : all) {
        std::exponential_distribution<double> wait(rate(random) + 1e-4);
        const double price = usual(random);
        const double goes = gamma(0.8)(random);
        std::bernoulli_distribution leaves(goes / (goes + gamma(2.4)(random)));
        for (double at = static_cast<double>(random() % 200); at < 400; at += 1 + wait(random)) {
            told.order(at, 100 + std::llround(price * (0.5 + wait(random) * 1e-3)));
            if (leaves(random))
                break;
        }
    }
    const ShopParameters parameters = fitted(all);
    QCOMPARE(parameters.buying.has_value(), isFitted);
    std::shuffle(all.begin(), all.end(), random);
    const ShopParameters again = fitted(all);
    QVERIFY(again.buying == parameters.buying);
    QVERIFY(inEuros(again).spending == inEuros(parameters).spending);
}

// Who orders in several is counted in the main one, else where they ordered most.
void ShopFitTest::countsEachCurrencyByItself() {
    const auto ordering = [](std::initializer_list<const char16_t*> currencies) {
        Told told;
        for (const char16_t* currency : currencies) {
            told.order(300, 700);
            told.facts.orders.back().total->currency = *Currency::fromCode(currency);
        }
        return told;
    };
    const ShopParameters parameters = fitted(
        {ordering({u"USD"}), ordering({u"USD", u"EUR"}), ordering({u"GBP", u"USD", u"USD"})});
    QCOMPARE(parameters.buyers.size(), size_t(2));
    QCOMPARE(inEuros(parameters).netValues, std::vector<qint64>{700});
    QCOMPARE(parameters.buyers.at(*Currency::fromCode(u"USD")).netValues,
             (std::vector<qint64>{700, 1400}));
}

void ShopFitTest::leavesOutOldOrders() {
    Told old;
    old.order(-600);
    const ShopParameters parameters = fitted({old});
    QVERIFY(parameters.buyers.empty());
    QCOMPARE(parameters.customers, 0);
}

QTEST_APPLESS_MAIN(ShopFitTest)
#include "shop_fit_test.moc"

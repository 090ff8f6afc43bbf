// SPDX-License-Identifier: GPL-3.0-or-later
// What a shop's agents judge moves the weights of evidence, once they have judged enough.
#include "app/customer_acts.h"
#include "app/shop_refresh.h"
#include "models/scoring/own_weights.h"
#include "models/store/customer_reader.h"
#include "models/store/derived_tables.h"
#include "tests/app/imported_shop.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::app;

namespace {

const Instant judgedAt = at(u"2024-06-15"_qs);
const Instant asOf = at(u"2024-07-01"_qs);

File ordersOf(int customers) {
    File file{u"/orders.csv"_qs, {}};
    for (int i = 0; i < customers; ++i)
        file.records.push_back(
            order(u"order%1"_qs.arg(i), 100, person(u"one%1@example.com"_qs.arg(i))));
    return file;
}

// Every second one a chronic pattern, until so many of these are reached.
void judge(ShopDatabase& shop, int patterns) {
    CustomerActs acts(shop.database(), u"Kim"_qs, judgedAt);
    int judged = 0;
    for (const CustomerId customer : store::CustomerReader(shop.database()).customerIds()) {
        const bool isPattern = judged % 2 == 0 && judged / 2 < patterns;
        acts.judge(customer, isPattern ? VerdictKind::ChronicPattern : VerdictKind::GoodFaith,
                   u"seen it before"_qs, {}, {});
        ++judged;
    }
}

ShopParameters refreshed(ShopDatabase& shop, Instant now) {
    refreshIfStale(shop.database(), now, {}, {});
    return store::DerivedTables(shop.database()).newestParameters().value();
}

}  // namespace

class LearntWeightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void needEnoughJudgements_data() {
        QTest::addColumn<int>("patterns");
        QTest::addColumn<bool>("learnt");
        QTest::newRow("none") << 0 << false;
        QTest::newRow("one too few") << scoring::fewestJudged - 1 << false;
        QTest::newRow("enough") << scoring::fewestJudged << true;
    }
    void needEnoughJudgements() {
        QFETCH(int, patterns);
        ShopDatabase shop;
        shop.import(ordersOf(2 * scoring::fewestJudged), 0);
        judge(shop, patterns);
        const ShopParameters parameters = refreshed(shop, asOf);
        QCOMPARE(parameters.judged, 2 * scoring::fewestJudged);
        QTEST(!parameters.ownWeights.empty(), "learnt");
    }

    void areOfTheirTime() {
        ShopDatabase shop;
        shop.import(ordersOf(2 * scoring::fewestJudged), 0);
        judge(shop, scoring::fewestJudged);
        refreshed(shop, asOf);
        const ShopSettings settings;
        QVERIFY(!parametersAsOf(shop.database(), settings, asOf).ownWeights.empty());
        const Instant before = judgedAt - std::chrono::hours(1);
        QVERIFY(parametersAsOf(shop.database(), settings, before).ownWeights.empty());
    }
};

QTEST_GUILESS_MAIN(LearntWeightsTest)
#include "learnt_weights_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer promises: nothing grows without news, nothing turns back, no order matters.
#include "tests/store/shop_fixture.h"

#include <QTest>

#include <algorithm>

using namespace goodfaith;
using namespace goodfaith::store;

namespace {
const QString ada = QStringLiteral("ada@example.com");
}

class FactWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAnOrder() {
        Shop shop;
        const auto written = shop.import({order(u"1042"_qs, "2024-05-01T10:00:00Z", 1999)});
        QCOMPARE(written.size(), 1u);
        QCOMPARE(written[0].effect, WriteEffect::Inserted);
        QVERIFY(!written[0].counterpart.isNone());
        const CustomerFacts facts = shop.factsOf(ada);
        QCOMPARE(facts.orders.size(), 1u);
        QCOMPARE(facts.orders[0].key, u"1042"_qs);
        QVERIFY(facts.orders[0].total == euro(1999));
        QVERIFY(facts.orders[0].orderedAt == at("2024-05-01T10:00:00Z"));
    }

    void refundBeforeItsOrder() {
        Shop shop;
        shop.import({refund(u"r1"_qs, u"1042"_qs, "2024-05-09T00:00:00Z", 500)});
        QCOMPARE(CustomerReader(shop.database()).customerCount(), 0);
        shop.import({order(u"1042"_qs, "2024-05-01T10:00:00Z", 1999)});
        const CustomerFacts facts = shop.factsOf(ada);
        QCOMPARE(facts.refunds.size(), 1u);
        QCOMPARE(facts.refunds[0].order, facts.orders[0].id);
    }
};

QTEST_GUILESS_MAIN(FactWriterTest)
#include "fact_writer_test.moc"

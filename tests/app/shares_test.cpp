// SPDX-License-Identifier: GPL-3.0-or-later
// Into which ranges some customers are parted, to be read again.
#include "app/understood_customers.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::app;

class SharesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void around_data() {
        QTest::addColumn<QList<qint64>>("customers");
        QTest::addColumn<QString>("shares");
        QTest::newRow("nobody") << QList<qint64>() << "";
        QTest::newRow("one") << QList<qint64>{7} << "7-7";
        QTest::newRow("close together") << QList<qint64>{7, 9, 13} << "7-13";
        QTest::newRow("too far to read over") << QList<qint64>{7, 12, 13} << "7-7 12-13";
        QList<qint64> many;
        for (qint64 customer = 1; customer <= 600; ++customer)
            many << customer;
        QTest::newRow("in shares for several threads") << many << "1-250 251-500 501-600";
    }

    void around() {
        QFETCH(QList<qint64>, customers);
        std::vector<CustomerId> ids;
        for (const qint64 customer : customers)
            ids.emplace_back(customer);
        QStringList shares;
        for (const auto& share : sharesAround(ids))
            shares << QStringLiteral("%1-%2").arg(share.first.value()).arg(share.last.value());
        QTEST(shares.join(u' '), "shares");
    }
};

QTEST_APPLESS_MAIN(SharesTest)
#include "shares_test.moc"

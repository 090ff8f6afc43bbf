// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/order_mentions.h"

#include <QtTest>

using namespace goodfaith;
using namespace goodfaith::understanding;

class OrderMentionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mentions_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("keys");
        QTest::newRow("hash") << "about #1042"
                              << "1042";
        QTest::newRow("order") << "about order 1042."
                               << "1042";
        QTest::newRow("order number") << "Order number: 1042"
                                      << "1042";
        QTest::newRow("order no.") << "my order no. 1042"
                                   << "1042";
        QTest::newRow("two") << "orders 1042 and 1043"
                             << "1042,1043";
        QTest::newRow("a bare number is none") << "I paid 1042 euros"
                                               << "";
        QTest::newRow("a long number is one") << "where is 370795561"
                                              << "370795561";
        QTest::newRow("letters and digits") << "it is gf-2024 I think"
                                            << "GF-2024";
        QTest::newRow("part of a longer one") << "order 10425"
                                              << "";
        QTest::newRow("with its mark in the shop") << "order 77"
                                                   << "#77";
        QTest::newRow("somebody else's") << "order 9999"
                                         << "";
        QTest::newRow("nothing") << ""
                                 << "";
    }

    void mentions() {
        QFETCH(QString, text);
        QFETCH(QString, keys);
        QStringList found;
        for (const size_t place : OrderMentions(orders_).in(text))
            found << orders_[place].key;
        QCOMPARE(found.join(u','), keys);
    }

    void keysAreFoundWithOrWithoutTheMark() {
        QCOMPARE(OrderMentions(orders_).byKey(QStringLiteral("#1042")), std::vector<size_t>({0}));
        QCOMPARE(OrderMentions(orders_).byKey(QStringLiteral("77")), std::vector<size_t>({4}));
        QVERIFY(OrderMentions(orders_).byKey(QString()).empty());
    }

private:
    static OrderFact order(const char* key) {
        OrderFact fact;
        fact.key = QString::fromUtf8(key);
        return fact;
    }

    std::vector<OrderFact> orders_{order("1042"), order("1043"), order("370795561"),
                                   order("GF-2024"), order("#77")};
};

QTEST_APPLESS_MAIN(OrderMentionsTest)
#include "order_mentions_test.moc"

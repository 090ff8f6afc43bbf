// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/comparators.h"

#include <QTest>

using namespace goodfaith::identity;

class ComparatorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The examples of Winkler (1990) and of every implementation since.
    void jaroWinklerLikens_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<double>("likeness");
        QTest::newRow("the same") << "ada"
                                  << "ada" << 1.0;
        QTest::newRow("nothing in common") << "abc"
                                           << "xyz" << 0.0;
        QTest::newRow("an empty one") << ""
                                      << "ada" << 0.0;
        QTest::newRow("martha") << "martha"
                                << "marhta" << 0.9611;
        QTest::newRow("dwayne") << "dwayne"
                                << "duane" << 0.84;
        QTest::newRow("dixon") << "dixon"
                               << "dicksonx" << 0.8133;
    }
    void jaroWinklerLikens() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(double, likeness);
        QVERIFY2(std::abs(jaroWinkler(a, b) - likeness) < 0.0001,
                 qPrintable(QString::number(jaroWinkler(a, b))));
        QCOMPARE(jaroWinkler(b, a), jaroWinkler(a, b));
    }

    void editDistanceCounts_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("distance");
        QTest::newRow("the same") << "ada"
                                  << "ada" << 0;
        QTest::newRow("one left out") << "gmail.com"
                                      << "gmal.com" << 1;
        QTest::newRow("neighbours swapped") << "gmail.com"
                                            << "gmial.com" << 1;
        QTest::newRow("one changed and one added") << "meyer"
                                                   << "maier1" << 3;
        QTest::newRow("more than asked for") << "meyer"
                                             << "schmidt" << 4;
        QTest::newRow("much longer") << "a"
                                     << "abcdefgh" << 4;
        QTest::newRow("two empty ones") << ""
                                        << "" << 0;
    }
    void editDistanceCounts() {
        constexpr int most = 3;
        QFETCH(QString, a);
        QFETCH(QString, b);
        QTEST(editDistance(a, b, most), "distance");
        QTEST(editDistance(b, a, most), "distance");
    }

    void longTextsEndSomewhere() {
        const QString text(10'000, u'a');
        QCOMPARE(jaroWinkler(text, QString(text + u'b')), 1.0);
        QCOMPARE(editDistance(text, text, 2), 0);
    }
};

QTEST_GUILESS_MAIN(ComparatorsTest)
#include "comparators_test.moc"

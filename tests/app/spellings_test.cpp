// SPDX-License-Identifier: GPL-3.0-or-later
// One mailbox, one phone: however it is written, it is found, and shown as it came.
#include "cli_runner.h"

#include <QFile>
#include <QTest>

class SpellingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QFile file(shop_.file(QStringLiteral("orders.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "order_id,ordered_at,customer_email,customer_phone,customer_name,country,total,"
            "currency\n"
            "1,2024-01-02,A.da.Byron+shop@googlemail.com,030 901820,Ada Byron,Deutschland,10,EUR\n"
            "2,2024-01-03,Bob@B\xc3\xbc"
            "cher.example,+44 20 7946 0018 x12,Bob Byron,UK,10,EUR\n"
            "3,2024-01-04,Carl.Smith@example.com,,Carl Smith,,10,EUR\n");
        file.close();
        QCOMPARE(shop_.run({QStringLiteral("import"), file.fileName()}).exitCode, 0);
    }

    void finds_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("name");
        QTest::newRow("as it came") << "A.da.Byron+shop@googlemail.com"
                                    << "Ada Byron";
        QTest::newRow("the mailbox") << "adabyron@gmail.com"
                                     << "Ada Byron";
        QTest::newRow("another tag") << "ada.byron+x@gmail.com"
                                     << "Ada Byron";
        QTest::newRow("its beginning") << "adaby"
                                       << "Ada Byron";
        QTest::newRow("its beginning with dots") << "a.da.by"
                                                 << "Ada Byron";
        QTest::newRow("while it is typed") << "a.da.byron+shop@g"
                                           << "Ada Byron";
        QTest::newRow("a number of her country") << "+49 30 901820"
                                                 << "Ada Byron";
        QTest::newRow("an international domain") << "bob@bücher.example"
                                                 << "Bob Byron";
        QTest::newRow("the same in ASCII") << "bob@xn--bcher-kva.example"
                                           << "Bob Byron";
        QTest::newRow("a desk's main number") << "020 7946 0018"
                                              << "Bob Byron";
        QTest::newRow("case") << "carl.smith@EXAMPLE.com"
                              << "Carl Smith";
        QTest::newRow("dots that matter") << "carlsmith@example.com"
                                          << "";
    }
    void finds() {
        QFETCH(QString, query);
        const auto matches =
            shop_.json({QStringLiteral("lookup"), query}).value(QLatin1String("matches")).toArray();
        QTEST(matches.at(0)[QLatin1String("name")].toString(), "name");
    }

    void showsAddressesAsTheyCame_data() {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("email");
        QTest::newRow("Gmail") << "Ada Byron"
                               << "A.da.Byron+shop@googlemail.com";
        QTest::newRow("international") << "Bob Byron"
                                       << "Bob@Bücher.example";
        QTest::newRow("case alone") << "Carl Smith"
                                    << "carl.smith@example.com";
    }
    void showsAddressesAsTheyCame() {
        QFETCH(QString, query);
        const auto matches =
            shop_.json({QStringLiteral("lookup"), query}).value(QLatin1String("matches")).toArray();
        QTEST(matches.at(0)[QLatin1String("emails")].toArray().at(0).toString(), "email");
    }

private:
    CliRunner shop_;
};

QTEST_GUILESS_MAIN(SpellingsTest)
#include "spellings_test.moc"

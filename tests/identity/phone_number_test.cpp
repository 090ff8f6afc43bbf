// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/phone_number.h"

#include <QTest>

using namespace goodfaith::identity;

class PhoneNumberTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("expected");
        QTest::newRow("national") << "020 7946 0018"
                                  << ""
                                  << "+442079460018";
        QTest::newRow("brackets") << "(020) 7946-0018"
                                  << ""
                                  << "+442079460018";
        QTest::newRow("international") << "+44 (0)20 7946 0018"
                                       << ""
                                       << "+442079460018";
        QTest::newRow("double zero") << "0044 20 7946 0018"
                                     << ""
                                     << "+442079460018";
        QTest::newRow("dots") << "020.7946.0018"
                              << ""
                              << "+442079460018";
        QTest::newRow("full-width") << QStringLiteral("０２０７９４６００１８") << ""
                                    << "+442079460018";
        QTest::newRow("with extension") << "020 7946 0018 ext. 12"
                                        << ""
                                        << "+442079460018";
        QTest::newRow("mobile") << "07700 900123"
                                << ""
                                << "+447700900123";
        QTest::newRow("the record's region") << "030 901820"
                                             << "DE"
                                             << "+4930901820";
        QTest::newRow("a word as region") << "020 7946 0018"
                                          << "England"
                                          << "+442079460018";
        QTest::newRow("a filler") << "00000 000000"
                                  << ""
                                  << "";
        QTest::newRow("another filler") << "+44 1111 111111"
                                        << ""
                                        << "";
        QTest::newRow("empty") << ""
                               << ""
                               << "";
        QTest::newRow("withheld") << "anonymous"
                                  << ""
                                  << "";
        QTest::newRow("extension") << "8001"
                                   << ""
                                   << "";
        QTest::newRow("too short") << "020 79"
                                   << ""
                                   << "";
        QTest::newRow("endless") << QString(5000, u'7') << ""
                                 << "";
    }
    void reads() {
        QFETCH(QString, text);
        QFETCH(QString, region);
        PhoneReader reader(QStringLiteral("GB"));
        QTEST(reader.e164(text, region).value_or(QString()), "expected");
        // Once more, from memory.
        QTEST(reader.e164(text, region).value_or(QString()), "expected");
    }

    void knowsExtensions() {
        QVERIFY(isExtension(u"201"));
        QVERIFY(!isExtension(u""));
        QVERIFY(!isExtension(u"20a"));
        QVERIFY(!isExtension(u"123456"));
    }

    void findsDigits() { QCOMPARE(digitsOf(u"0044 (20) 7946"), QStringLiteral("44207946")); }
};

QTEST_APPLESS_MAIN(PhoneNumberTest)
#include "phone_number_test.moc"

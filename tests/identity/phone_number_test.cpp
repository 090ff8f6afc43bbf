// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/phone_number.h"

#include <QTest>

using namespace goodfaith::identity;

class PhoneNumberTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& text, const char* expected,
                            const char* country = "") {
            QTest::newRow(name) << text << QString::fromUtf8(country)
                                << QString::fromUtf8(expected);
        };
        row("national", "020 7946 0018", "+442079460018");
        row("brackets", "(020) 7946-0018", "+442079460018");
        row("international", "+44 (0)20 7946 0018", "+442079460018");
        row("double zero", "0044 20 7946 0018", "+442079460018");
        row("dots", "020.7946.0018", "+442079460018");
        row("full-width", QStringLiteral("０２０７９４６００１８"), "+442079460018");
        row("mobile", "07700 900123", "+447700900123");
        row("with a name", "Ada <020 7946 0018>", "+442079460018");
        row("SIP", "sip:+442079460018@pbx.example", "+442079460018");
        row("tel", "tel:+44-20-7946-0018", "+442079460018");
        row("the record's region", "030 901820", "+4930901820", "DE");
        row("in small letters", "030 901820", "+4930901820", "de");
        row("three letters", "030 901820", "+4930901820", "DEU");
        row("its English name", "030 901820", "+4930901820", "Germany");
        row("its German name", "030 901820", "+4930901820", "Deutschland");
        row("its French name", "030 901820", "+4930901820", "ALLEMAGNE");
        row("its Russian name", "030 901820", "+4930901820", "Германия");
        row("UK", "020 7946 0018", "+442079460018", "UK");
        row("a part of it", "020 7946 0018", "+442079460018", "England");
        row("with dots", "(212) 555-0142", "+12125550142", "U.S.A.");
        row("no country", "020 7946 0018", "+442079460018", "Atlantis");
        row("no code", "020 7946 0018", "+442079460018", "XX");
        for (const char* nothing : {"",
                                    "anonymous",
                                    "Anonymous",
                                    "unknown",
                                    "private",
                                    "Restricted",
                                    "withheld",
                                    "unavailable",
                                    "n/a",
                                    "-",
                                    "+",
                                    "8001",
                                    "020 79",
                                    "0000",
                                    "00000 000000",
                                    "+44 1111 111111",
                                    "123456789",
                                    "0123456789",
                                    "1234567890",
                                    "07777 777777",
                                    "sip:201@pbx.example",
                                    "sip:anonymous@anonymous.invalid",
                                    "<>",
                                    "ext. 12"})
            row(nothing, nothing, "");
        row("endless", QString(5000, u'7'), "");
    }
    void reads() {
        QFETCH(QString, text);
        QFETCH(QString, country);
        PhoneReader reader(QStringLiteral("GB"));
        QTEST(reader.e164(text, country).value_or(QString()), "expected");
        // Once more, from memory.
        QTEST(reader.e164(text, country).value_or(QString()), "expected");
    }

    void knowsDesksOfASwitchboard_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        for (const char* text :
             {"020 7946 0018 ext. 12", "020 7946 0018 x12", "020 7946 0018 #5", "02079460018x5",
              "020 7946 0018 Durchwahl 12", "020 7946 0018, DW 12", "020 7946 0018 poste 5",
              "+44 20 7946 0018;ext=12", "020 7946 0018 EXT 5"})
            QTest::newRow(text) << QString::fromUtf8(text) << true;
        QTest::newRow("none") << "020 7946 0018" << false;
        QTest::newRow("a remark") << "020 7946 0018 home" << false;
        QTest::newRow("a remark in brackets") << "020 7946 0018 (ask for Bob)" << false;
    }
    void knowsDesksOfASwitchboard() {
        QFETCH(QString, text);
        const auto number = PhoneReader(QStringLiteral("GB")).read(text);
        QCOMPARE(number.value_or(PhoneNumber()).e164, QStringLiteral("+442079460018"));
        QTEST(number->hasExtension, "expected");
    }

    void knowsServiceNumbers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("toll-free") << "0808 157 0192" << true;
        QTest::newRow("premium") << "0906 601 0001" << true;
        QTest::newRow("shared cost") << "0845 601 0001" << true;
        QTest::newRow("of another country") << "+49 900 1 123456" << true;
        QTest::newRow("toll-free in America") << "+1 800 234 5678" << true;
        QTest::newRow("a house") << "020 7946 0018" << false;
        QTest::newRow("a mobile") << "07700 900123" << false;
    }
    void knowsServiceNumbers() {
        QFETCH(QString, text);
        const auto number = PhoneReader(QStringLiteral("GB")).read(text);
        QVERIFY(number.has_value());
        QTEST(number->isService, "expected");
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

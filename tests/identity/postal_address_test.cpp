// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/postal_address.h"

#include "models/identity/folded_text.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::identity;

namespace {

PostalAddress read(const QString& street, const QString& postcode = {}, const QString& city = {}) {
    PartyKeys keys;
    keys.street = street;
    keys.postcode = postcode;
    keys.city = city;
    return readAddress(keys);
}

}  // namespace

class PostalAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldsTexts_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("case and accents") << u"Élodie ÅNGSTRÖM"_qs << u"elodie angstrom"_qs;
        QTest::newRow("sharp s") << u"Große Straße"_qs << u"grosse strasse"_qs;
        QTest::newRow("stroked letters") << u"Łódź Ørsted"_qs << u"lodz orsted"_qs;
        QTest::newRow("Cyrillic") << u"Иван"_qs << u"ivan"_qs;
        QTest::newRow("Greek") << u"Αθήνα"_qs << u"athena"_qs;
        QTest::newRow("punctuation") << u" O'Brien-Smith, Jr. "_qs << u"o brien smith jr"_qs;
        QTest::newRow("full width") << u"Ａｄａ １２"_qs << u"ada 12"_qs;
        QTest::newRow("nothing") << u" - "_qs << u""_qs;
    }
    void foldsTexts() {
        QFETCH(QString, text);
        QTEST(foldedText(text), "folded");
    }

    void sameStreets_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("number");
        QTest::newRow("English") << u"12 High St."_qs << u"12 HIGH STREET"_qs << u"12"_qs;
        QTest::newRow("saint") << u"3 St. John's Rd"_qs << u"3 Saint Johns Road"_qs << u"3"_qs;
        QTest::newRow("German") << u"Hauptstr. 12 a"_qs << u"Hauptstraße 12a"_qs << u"12a"_qs;
        QTest::newRow("two words") << u"Berliner Str. 7"_qs << u"Berliner Straße 7"_qs << u"7"_qs;
        QTest::newRow("French") << u"12 bis, Av. Victor Hugo"_qs << u"12bis avenue Victor-Hugo"_qs
                                << u"12bis"_qs;
        QTest::newRow("Spanish") << u"C/ Mayor nº 5"_qs << u"Calle Mayor 5"_qs << u"5"_qs;
        QTest::newRow("Dutch") << u"Dorpsstraat 8"_qs << u"Dorpsstr. 8"_qs << u"8"_qs;
        QTest::newRow("number announced") << u"No. 4 Park Lane"_qs << u"4 Park Ln"_qs << u"4"_qs;
        QTest::newRow("flat before")
            << u"Flat 3, 12 High Street"_qs << u"12 High St, Flat 3"_qs << u"12"_qs;
        QTest::newRow("line break")
            << u"Rear house\n9 Mill Lane"_qs << u"Rear House, 9 Mill Ln."_qs << u"9"_qs;
    }
    void sameStreets() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QCOMPARE(read(a).street, read(b).street);
        QTEST(read(a).houseNumber, "number");
        QTEST(read(b).houseNumber, "number");
    }

    void differentStreets_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("another name") << u"12 High Street"_qs << u"12 Hill Street"_qs;
        QTest::newRow("another kind") << u"12 Park Road"_qs << u"12 Park Lane"_qs;
        QTest::newRow("an ordinal is no number") << u"3rd Avenue"_qs << u"4th Avenue"_qs;
    }
    void differentStreets() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QVERIFY(read(a).street != read(b).street);
    }

    void unitsAreNoHouseNumbers() {
        QCOMPARE(read(u"Flat 3, 12 High Street"_qs).remainder, u"flat 3"_qs);
        QCOMPARE(read(u"12 High Street Apt 4"_qs).houseNumber, u"12"_qs);
    }
    void postcodesHaveNoLayout() {
        QCOMPARE(read({}, u"sw1a 1aa"_qs).postcode, u"SW1A1AA"_qs);
        QCOMPARE(read({}, u"SW1A-1AA"_qs).postcode, u"SW1A1AA"_qs);
    }
    void nothingIsNoAddress() {
        QVERIFY(read({}).isEmpty());
        QVERIFY(!read({}, {}, u"Zürich"_qs).isEmpty());
        QVERIFY(read(u",;\n,"_qs).isEmpty());
    }
};

QTEST_GUILESS_MAIN(PostalAddressTest)
#include "postal_address_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/matching.h"

#include <QTest>

#include <numeric>

using namespace goodfaith;
using namespace goodfaith::identity;

namespace {

// "name|street|postcode|city|phone|e-mail|date of birth", empty where not known.
MatchRecord record(const QString& text) {
    const QStringList parts = text.split(u'|');
    PartyKeys keys;
    keys.name = parts.value(0);
    keys.street = parts.value(1);
    keys.postcode = parts.value(2);
    keys.city = parts.value(3);
    MatchRecord made;
    made.addParty(keys);
    if (!parts.value(4).isEmpty())
        made.addKey({NormalisedKey::Kind::Phone, parts.value(4), true});
    if (!parts.value(5).isEmpty())
        made.addKey({NormalisedKey::Kind::Email, parts.value(5), true});
    made.addBirth(QDate::fromString(parts.value(6), Qt::ISODate));
    return made;
}

QString letters(int number) {
    QString text;
    for (int left = number + 100; left > 0; left /= 20)
        text += QChar(u'a' + left % 20);
    return text;
}

// Of a shop with many customers, in which some names are common.
NameFrequencies frequencies() {
    constexpr int customers = 10'000;
    NameFrequencies counted;
    for (int i = 0; i < customers; ++i)
        counted.add(
            record(i % 20 == 0 ? u"John Smith"_qs : letters(i % 300) + u" Mac" + letters(i)));
    return counted;
}

MatchScore scoreOf(const MatchRecord& a, const MatchRecord& b) {
    static const NameFrequencies names = frequencies();
    return score(compare(a, b), {shippedParameters(), names, priorsOf(names.records())});
}

}  // namespace

class MatchingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onePerson_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("misspelt name, same house")
            << u"Ada Lindqvist|Hauptstr. 12|10115|Berlin"_qs
            << u"Ada Lindkvist|Hauptstraße 12|10115|Berlin"_qs;
        QTest::newRow("initial, same house") << u"Ada Lindqvist|12 High St|SW1A 1AA|London"_qs
                                             << u"A. Lindqvist|12 High Street|sw1a1aa|London"_qs;
        QTest::newRow("last name first, same phone")
            << u"Ada Lindqvist||||+442079460018"_qs << u"Lindqvist, Ada||||+442079460018"_qs;
        QTest::newRow("moved, with the same date of birth")
            << u"Ada Lindqvist|1 Mill Lane|2000|Perth|||1970-03-04"_qs
            << u"Ada Lindqvist|9 Park Road|3000|Sydney|||1970-03-04"_qs;
        QTest::newRow("day and month swapped") << u"Ada Lindqvist||10115|Berlin|||1970-03-04"_qs
                                               << u"Ada Lindqvist||10115|Berlin|||1970-04-03"_qs;
        QTest::newRow("e-mail at a misspelt domain")
            << u"Ada Lindqvist|||||ada.lindqvist@gmail.com"_qs
            << u"Ada Lindqvist|||||ada.lindqvist@gmial.com"_qs;
        QTest::newRow("married, same house, phone and birth")
            << u"Ada Lindqvist|Hauptstr. 12|10115|Berlin|+49301234567||1970-03-04"_qs
            << u"Ada Byron|Hauptstr. 12|10115|Berlin|+49301234567||1970-03-04"_qs;
    }
    void onePerson() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const MatchScore found = scoreOf(record(a), record(b));
        QVERIFY2(found.same > 0.5, qPrintable(QString::number(found.same)));
    }

    void twoOfOneHousehold_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("family name, house and phone")
            << u"Ada Lindqvist|Hauptstr. 12|10115|Berlin|+49301234567"_qs
            << u"Bob Lindqvist|Hauptstr. 12|10115|Berlin|+49301234567"_qs;
        QTest::newRow("family name and house") << u"Ada Lindqvist|Hauptstr. 12|10115|Berlin"_qs
                                               << u"Bob Lindqvist|Hauptstr. 12|10115|Berlin"_qs;
        QTest::newRow("house and phone, no name in common")
            << u"Ada Lindqvist|Hauptstr. 12|10115|Berlin|+49301234567"_qs
            << u"Bob Meier|Hauptstr. 12|10115|Berlin|+49301234567"_qs;
    }
    void twoOfOneHousehold() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const MatchScore found = scoreOf(record(a), record(b));
        QVERIFY2(found.linked > 0.5, qPrintable(QString::number(found.linked)));
        QVERIFY2(found.same < 0.25, qPrintable(QString::number(found.same)));
    }

    void strangers_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("nothing known of both") << u"Ada Lindqvist"_qs << u"|Hauptstr. 12"_qs;
        QTest::newRow("a common name")
            << u"John Smith||10115|Berlin"_qs << u"John Smith||80331|München"_qs;
        QTest::newRow("a common name in one city")
            << u"John Smith|1 Mill Lane||London"_qs << u"John Smith|9 Park Road||London"_qs;
        QTest::newRow("one street") << u"Ada Lindqvist|Hauptstr. 12|10115|Berlin"_qs
                                    << u"Bob Meier|Hauptstr. 40|10115|Berlin"_qs;
    }
    void strangers() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const MatchScore found = scoreOf(record(a), record(b));
        QVERIFY2(found.same + found.linked < 0.25,
                 qPrintable(QString::number(found.same + found.linked)));
    }

    void orderMakesNoDifference() {
        const MatchRecord a = record(u"Ada Lindqvist|Hauptstr. 12|10115|Berlin|||1970-03-04"_qs);
        const MatchRecord b = record(u"A. Lindkvist|Hauptstr. 21|10115|Berlin|||1970-03-05"_qs);
        QCOMPARE(scoreOf(a, b).same, scoreOf(b, a).same);
        QCOMPARE(compare(a, b).levels, compare(b, a).levels);
    }

    void aRareNameSaysMore() {
        const QString rare = u"Ada Mac"_qs + letters(7);
        const MatchScore ofRare = scoreOf(record(rare), record(rare));
        const MatchScore ofCommon = scoreOf(record(u"John Smith"_qs), record(u"John Smith"_qs));
        QVERIFY(ofRare.same > 10 * ofCommon.same);
    }

    // What is shown adds up to what is decided.
    void evidenceIsTheSum() {
        const NameFrequencies names = frequencies();
        const MatchContext context{shippedParameters(), names, priorsOf(names.records())};
        const MatchRecord a = record(u"Ada Lindqvist|Hauptstr. 12|10115|Berlin|||1970-03-04"_qs);
        const MatchRecord b = record(u"Ada Lindkvist|Hauptstr. 12|10117|Berlin|||1970-03-05"_qs);
        const Agreement agreement = compare(a, b);
        const auto evidence = evidenceOf(agreement, context, false);
        QCOMPARE(evidence.size(), size_t{5});
        QCOMPARE(evidence[0].field, u"family_name"_qs);
        QCOMPARE(evidence[0].agreement, u"nearly the same"_qs);
        const double sum = std::accumulate(
            evidence.begin(), evidence.end(), 0.0,
            [](double all, const MatchEvidence& field) { return all + field.weight; });
        const MatchScore found = score(agreement, context);
        const double against = std::max(found.linked, 1 - found.same - found.linked);
        const double prior = found.linked > 1 - found.same - found.linked
                                 ? context.priors.linked
                                 : 1 - context.priors.same - context.priors.linked;
        QVERIFY(std::abs(std::log2(found.same / against) -
                         (sum + std::log2(context.priors.same / prior))) < 1e-6);
    }

    void probabilitiesOfAFieldAddUp() {
        for (size_t i = 0; i < matchFieldCount; ++i) {
            const auto field = static_cast<MatchField>(i);
            if (field == MatchField::Order)
                continue;  // known only where it is the same
            double m = 0, u = 0, household = 0;
            for (size_t level = 1; level < levelsOf(field).size(); ++level) {
                const auto& one = shippedParameters().of(field, static_cast<quint8>(level));
                m += one.m;
                u += one.u;
                household += one.household;
            }
            QVERIFY2(
                std::abs(m - 1) < 0.002 && std::abs(u - 1) < 0.02 && std::abs(household - 1) < 0.01,
                qPrintable(QStringLiteral("%1: %2 %3 %4")
                               .arg(nameOf(field))
                               .arg(m)
                               .arg(u)
                               .arg(household)));
        }
    }
};

QTEST_GUILESS_MAIN(MatchingTest)
#include "matching_test.moc"

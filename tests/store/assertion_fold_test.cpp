// SPDX-License-Identifier: GPL-3.0-or-later
// The fold of assertions as rows: "date/import: what it says", joined by ";", in whatever order
// they came in.
#include "models/store/assertion_fold.h"

#include <QTest>

#include <algorithm>

using namespace goodfaith;
using namespace goodfaith::store;

namespace {

// "5/1: status=paid channel=web buyer=ada@example.com,Ada".
Assertion parse(const QString& text) {
    Assertion assertion;
    const QStringList parts = text.split(u": "_qs);
    const QStringList when = parts[0].split(u'/');
    assertion.effectiveAt = instantFromMillis(when[0].toLongLong());
    assertion.import = ImportId(when[1].toLongLong());
    for (const QString& word : parts[1].split(u' ', Qt::SkipEmptyParts)) {
        const QString name = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', 1);
        if (const auto role = partyRoleFromName(name)) {
            ImportedParty party{*role, {}};
            party.keys.email = value.section(u',', 0, 0);
            party.keys.name = value.section(u',', 1, 1);
            assertion.body.parties.push_back(party);
        } else {
            assertion.body.fields.set(*fieldFromName(name), value);
        }
    }
    return assertion;
}

QString print(const AssertionBody& body) {
    QStringList words;
    for (const auto& [field, value] : body.fields.values())
        words << nameOf(field) + u'=' + std::get<QString>(value);
    for (const auto& party : body.parties)
        words << nameOf(party.role) + u'=' + party.keys.email + u',' + party.keys.name;
    return words.join(u' ');
}

}  // namespace

class AssertionFoldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folds_data() {
        QTest::addColumn<QString>("assertions");
        QTest::addColumn<QString>("folded");
        QTest::newRow("nothing") << u""_qs << u""_qs;
        QTest::newRow("one") << u"1/1: status=paid"_qs << u"status=paid"_qs;
        QTest::newRow("later wins") << u"1/1: status=paid;2/2: status=sent"_qs << u"status=sent"_qs;
        QTest::newRow("own date before import")
            << u"2/1: status=sent;1/2: status=paid"_qs << u"status=sent"_qs;
        QTest::newRow("same date: import decides")
            << u"1/1: status=paid;1/2: status=sent"_qs << u"status=sent"_qs;
        QTest::newRow("unknown erases nothing")
            << u"1/1: status=paid channel=web;2/2: status=sent"_qs << u"status=sent channel=web"_qs;
        QTest::newRow("an older one fills gaps")
            << u"2/1: status=sent;1/2: status=paid channel=web"_qs << u"status=sent channel=web"_qs;
        QTest::newRow("party keys add up")
            << u"1/1: buyer=ada@x.example;2/2: buyer=,Ada"_qs << u"buyer=ada@x.example,Ada"_qs;
        QTest::newRow("roles stand apart") << u"1/1: buyer=ada@x.example;2/2: recipient=,Bob"_qs
                                           << u"buyer=ada@x.example, recipient=,Bob"_qs;
        QTest::newRow("several replace their role")
            << u"1/1: addressee=a@x.example addressee=b@x.example;2/2: addressee=c@x.example"_qs
            << u"addressee=c@x.example,"_qs;
        QTest::newRow("no party erases none") << u"1/1: buyer=ada@x.example;2/2: status=sent"_qs
                                              << u"status=sent buyer=ada@x.example,"_qs;
    }
    void folds() {
        QFETCH(QString, assertions);
        QFETCH(QString, folded);
        std::vector<Assertion> all;
        for (const QString& one : assertions.split(u';', Qt::SkipEmptyParts))
            all.push_back(parse(one));
        QCOMPARE(print(foldAssertions(all)), folded);
        std::reverse(all.begin(), all.end());
        QCOMPARE(print(foldAssertions(all)), folded);
    }

    void bodiesComeBackAsTheyWere() {
        AssertionBody body;
        body.fields.set(Field::At, instantFromMillis(-1719792000123));
        body.fields.set(Field::Total, Money{-1999, *Currency::fromCode(u"JPY")});
        body.fields.set(Field::Amount, Money{7, Currency()});
        body.fields.set(Field::Quantity, 0.1);
        body.fields.set(Field::WaitSeconds, qint64(9'007'199'254'740'993));
        body.fields.set(Field::Text, u"\"quotes\" \\ \n\t\x01 Ünïcödé \U0001F600 </end>"_qs);
        body.parties = {{PartyRole::Buyer,
                         {u"a@x.example"_qs, u"1"_qs, u"2"_qs, u"n"_qs, u"c"_qs, u"s"_qs, u"p"_qs,
                          u"t"_qs, u"r"_qs, u"GB"_qs}},
                        {PartyRole::Recipient, {}}};
        QVERIFY(decode(encode(body.fields, body.parties)) == body);
    }
};

QTEST_GUILESS_MAIN(AssertionFoldTest)
#include "assertion_fold_test.moc"

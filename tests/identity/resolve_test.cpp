// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/resolve.h"

#include "told_parties.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::identity;

class ResolveTest : public QObject {
    Q_OBJECT

private:
    static void story(const char* name, QStringList parties, QString expected,
                      QStringList decisions = {}) {
        QTest::newRow(name) << parties << decisions << expected;
    }
    static void columns() {
        QTest::addColumn<QStringList>("parties");
        QTest::addColumn<QStringList>("decisions");
        QTest::addColumn<QString>("expected");
    }
    static void check() {
        QFETCH(QStringList, parties);
        QFETCH(QStringList, decisions);
        QTEST(told(resolve(toldParties(parties), toldDecisions(decisions))), "expected");
    }

private Q_SLOTS:
    void rulesJoin_data() {
        columns();
        story("nobody", {}, "");
        story("a stranger is one person", {"1 Ada: a@x"}, "1");
        story("without keys everybody is alone", {"1 Ada:", "2 Ada:"}, "1 | 2");
        story("one e-mail is one person", {"1: a@x", "2: a@x +1"}, "1 2");
        story("whatever the names say", {"1 Ada Lindqvist: a@x", "2 Bob Byron: a@x"}, "1 2");
        story("one phone, one name", {"1 Ada Lindqvist: +1", "2 Lindqvist, A.: +1"}, "1 2");
        story("one phone, one of them nameless", {"1 Ada Lindqvist: +1", "2: +1"}, "1 2");
        story("a chain of keys", {"1 Ada: a@x", "2: +1", "3 Ada: a@x +1"}, "1 2 3");
        story("one shop number", {"1 Ada: #5", "2 Eve: #5"}, "1 2");
        story("one number of two shops says nothing", {"1: 1#5", "2: 2#5"}, "1 | 2");
        story("a number that looks like a phone", {"1: #+1", "2: +1"}, "1 | 2");
        story("role addresses never join", {"1 Ada: !info@x", "2 Ada: !info@x"}, "1 | 2");
        story("a role address on one side", {"1 Ada: info@x", "2 Ada: !info@x"}, "1 | 2");
    }
    void rulesJoin() { check(); }

    void accountsStayApart_data() {
        columns();
        story("two accounts with one e-mail are two", {"1 Ada: a@x #5", "2 Ada: a@x #6"}, "1 | 2");
        story("two accounts with one phone are two", {"1 Ada: +1 #5", "2 Ada: +1 #6"}, "1 | 2");
        story("accounts of two shops are one", {"1 Ada: a@x 1#5", "2 Ada: a@x 2#6"}, "1 2");
        story("a guest is of the account whose name he bears",
              {"1 Ada Byron: a@x #5", "2 Bob Byron: a@x #6", "3 Bob Byron: a@x"}, "1 | 2 3");
        story("a nameless guest is of neither of two persons' accounts",
              {"1 Ada Byron: a@x #5", "2 Bob Byron: a@x #6", "3: a@x"}, "1 | 2 | 3");
        story("of one person's accounts, the lowest number gets the guest",
              {"1 Ada Byron: a@x #11", "2 Ada Byron: a@x #6", "3: a@x"}, "1 | 2 3");
        story("so it does by phone", {"1 Ada: +1 #11", "2 Ada: +1 #6", "3: +1"}, "1 | 2 3");
        story("a third person keeps to himself",
              {"1 Ada Byron: a@x #5", "2 Bob Byron: a@x #6", "3 Cy Young: a@x", "4 Cy Young: a@x"},
              "1 | 2 | 3 4");
        story("no way round through a guest", {"1 Ada: a@x #5", "2 Ada: a@x b@x", "3 Ada: b@x #6"},
              "1 2 | 3");
        story("between two accounts, the first key decides",
              {"1 Ada: a@x 1#5", "2 Ada: a@x 2#7", "3 Ada: b@x 1#6", "4 Ada: b@x 2#7"},
              "1 2 4 | 3");
    }
    void accountsStayApart() { check(); }

    void householdsShareAPhone_data() {
        columns();
        story("two names are two persons", {"1 Ada Byron: +1", "2 Bob Byron: +1"}, "1 | 2");
        story("each with what is theirs",
              {"1 Ada Byron: +1", "2 Bob Byron: +1", "3 A. Byron: +1", "4 Byron, Bob: +1"},
              "1 3 | 2 4");
        story("the nameless caller is nobody of them",
              {"1 Ada Byron: +1", "2 Bob Byron: +1", "3: +1"}, "1 | 2 | 3");
        story("nor is the one who may be both",
              {"1 Ada Byron: +1", "2 Anna Byron: +1", "3 A. Byron: +1"}, "1 | 2 | 3");
        story("nor do nameless callers join each other",
              {"1 Ada Byron: +1", "2 Bob Byron: +1", "3: +1", "4: +1"}, "1 | 2 | 3 | 4");
        story("an e-mail says more than the phone",
              {"1 Ada Byron: a@x +1", "2 Bob Byron: b@x +1", "3: b@x +1"}, "1 | 2 3");
        story("a person known by two names is found by either",
              {"1 Ada Byron: a@x", "2 Ada Lindqvist: a@x +1", "3 Ada Byron: +1"}, "1 2 3");
    }
    void householdsShareAPhone() { check(); }

    void peopleDecide_data() {
        columns();
        const QStringList ada{"1 Ada: a@x", "2 Ada: a@x"};
        const QStringList two{"1 Ada: a@x #5", "2 Ada: b@x #6"};
        story("a merge makes one person of two accounts", two, "1 2", {"same 1 2"});
        story("who shares a key with either comes along",
              {"1 Ada: a@x #5", "2 Ada: b@x #6", "3: a@x", "4: b@x"}, "1 2 3 4", {"same 1 2"});
        story("but a third account stays", {"1 Ada: a@x #5", "2 Ada: a@x #6", "3 Ada: a@x #7"},
              "1 2 | 3", {"same 1 2"});
        story("kept apart though they share an e-mail", ada, "1 | 2", {"apart 1 2"});
        story("kept apart though they share a shop number", {"1 Ada: #5", "2 Ada: #5"}, "1 | 2",
              {"apart 1 2"});
        story("the newer wins: merged", ada, "1 2", {"apart 1 2", "same 1 2"});
        story("the newer wins: kept apart", two, "1 | 2", {"same 1 2", "apart 1 2"});
        story("merged again", ada, "1 2", {"same 1 2", "apart 1 2", "same 2 1"});
        story("a merge by way of a third", {"1 Ada:", "2 Ada:", "3 Ada:"}, "1 2 3",
              {"same 1 2", "same 2 3"});
        story("no way round what is kept apart", {"1 Ada: a@x", "2 Ada: b@x", "3 Ada: c@x"},
              "1 | 2 3", {"same 1 2", "apart 1 3", "same 2 3"});
        story("whoever comes later and may be either, stays",
              {"1 Ada: a@x", "2 Ada: a@x", "3 Ada: a@x"}, "1 | 2 | 3", {"apart 1 2"});
        story("whoever comes later with the name of one, joins",
              {"1 Ada Byron: a@x", "2 Eve Byron: a@x", "3 Ada: a@x"}, "1 3 | 2", {"apart 1 2"});
        story("split off, with what is his", {"1 Ada: a@x +1", "2 Ada: b@x +1", "3 Ada: b@x +2"},
              "1 | 2 3", {"apart 2,3 1"});
        story("a decision about parties that are gone", ada, "1 2", {"apart 1 9", "same 8 9"});
        story("of parties that are gone, the next stands in", {"2 Ada: a@x", "3 Ada: b@x"}, "2 3",
              {"same 1,2 3"});
    }
    void peopleDecide() { check(); }

    void mergesAndSplitsOfMany_data() {
        columns();
        const QStringList four{"1 Ada: a@x", "2 Ada: a@x", "3 Ada: b@x", "4 Ada: b@x"};
        story("a merge ends that they were kept apart, of all their parties", four, "1 2 3 4",
              {"apart 1,2 3,4", "same 1,2 3,4"});
        story("split off again after a merge", four, "1 | 2 3 4",
              {"same 1,2 3,4", "apart 1 2,3,4"});
        story("the rest of a split stays one person", four, "1 3 | 2 4",
              {"same 1,2 3,4", "apart 1,3 2,4"});
        story("kept apart again", four, "1 2 | 3 4", {"same 1,2 3,4", "apart 1,2 3,4"});
        story("an older merge of others does not end it", four, "1 2 | 3 4",
              {"same 1 3", "apart 1,2 3,4"});
    }
    void mergesAndSplitsOfMany() { check(); }

    void saysWhy() {
        auto parties = toldParties({"1 Ada: a@x", "2: a@x +1", "3 Ada: +1", "4 Ada: #5", "5: #5"});
        const auto decisions = toldDecisions({"same 4 1"});
        QCOMPARE(toldReasons(resolve(parties, decisions).front()),
                 "1 first, 2 email a@x of 1, 3 phone +1 of 2, 4 person 1 of 1, "
                 "5 shop_number 5 of 4");
        parties[2].founded = CustomerId(7);
        parties[4].founded = CustomerId(9);
        QCOMPARE(toldReasons(resolve(parties, decisions).front()),
                 "3 first, 1 email a@x of 2, 2 phone +1 of 3, 4 person 1 of 1, "
                 "5 shop_number 5 of 4");
    }

    void knowsSharedKeys_data() {
        QTest::addColumn<std::vector<QString>>("names");
        QTest::addColumn<bool>("expected");
        using Names = std::vector<QString>;
        QTest::newRow("nobody") << Names{} << false;
        QTest::newRow("a household of three")
            << Names{"Ada Byron", "Bob Byron", "Cy Byron", "A. Byron", "Byron, Bob", ""} << false;
        QTest::newRow("a switchboard")
            << Names{"Ada Byron", "Bob Byron", "Cy Byron", "Dan Byron"} << true;
        QTest::newRow("many nameless") << Names(100) << false;
        QTest::newRow("one name a hundred times") << Names(100, "Ada Byron") << false;
        QTest::newRow("initials hide nobody")
            << Names{"B. Byron", "Ada Byron", "Bob Byron", "Bruno Byron", "Ben Byron"} << true;
    }
    void knowsSharedKeys() {
        QFETCH(std::vector<QString>, names);
        QTEST(isSharedKey(NormalisedKey::Kind::Phone, names), "expected");
        QTEST(isSharedKey(NormalisedKey::Kind::Email, names), "expected");
        QVERIFY(!isSharedKey(NormalisedKey::Kind::ShopNumber, names));
    }
};

QTEST_APPLESS_MAIN(ResolveTest)
#include "resolve_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/blocking.h"

#include <QTest>

#include <map>
#include <set>

using namespace goodfaith;
using namespace goodfaith::identity;

namespace {

MatchRecord person(const QString& name, const QString& street = {}, const QString& postcode = {}) {
    PartyKeys keys;
    keys.name = name;
    keys.street = street;
    keys.postcode = postcode;
    MatchRecord record;
    record.addParty(keys);
    return record;
}

MatchRecord withKey(NormalisedKey::Kind kind, const QString& value) {
    MatchRecord record;
    record.addKey({kind, value, true});
    return record;
}

using Pairs = std::map<std::pair<size_t, size_t>, int>;

Pairs pairsOf(const CandidatePairs& candidates) {
    Pairs pairs;
    for (size_t block = 0; block < candidates.blockCount(); ++block)
        candidates.forEachPair(block, [&](size_t a, size_t b) { ++pairs[{a, b}]; });
    return pairs;
}

Pairs pairsOf(const std::vector<MatchRecord>& records) {
    CandidatePairs candidates;
    for (const MatchRecord& record : records)
        candidates.add(record);
    candidates.prepare();
    return pairsOf(candidates);
}

}  // namespace

class BlockingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("street");
        QTest::addColumn<QString>("postcode");
        QTest::newRow("sounds alike") << u"Ada Maier"_qs << u""_qs << u""_qs;
        QTest::newRow("last name first") << u"Meyer Ada"_qs << u""_qs << u""_qs;
        QTest::newRow("another given name") << u"A Meyer"_qs << u"Elsewhere 1"_qs << u"10115"_qs;
        QTest::newRow("another name") << u"Bob"_qs << u"Hauptstraße 12"_qs << u"10115"_qs;
        QTest::newRow("married, moved within the town")
            << u"Ada Byron"_qs << u"Nebenstr. 12"_qs << u"10115"_qs;
        QTest::newRow("married, postcode wrong")
            << u"Ada Byron"_qs << u"Hauptstr. 12"_qs << u"99999"_qs;
    }
    void finds() {
        QFETCH(QString, name);
        QFETCH(QString, street);
        QFETCH(QString, postcode);
        const auto pairs = pairsOf({person(u"Ada Meyer"_qs, u"Hauptstr. 12"_qs, u"10115"_qs),
                                    person(name, street, postcode)});
        QCOMPARE(pairs.size(), size_t{1});
    }

    void contactsAreKeys() {
        using Kind = NormalisedKey::Kind;
        QCOMPARE(pairsOf({withKey(Kind::Phone, u"+49301234567"_qs),
                          withKey(Kind::Phone, u"+41301234567"_qs)})
                     .size(),
                 size_t{1});
        QCOMPARE(pairsOf({withKey(Kind::Email, u"ada.lindqvist@gmail.com"_qs),
                          withKey(Kind::Email, u"ada.lindqvist@web.de"_qs)})
                     .size(),
                 size_t{1});
        QVERIFY(pairsOf({withKey(Kind::Email, u"info@gmail.com"_qs),
                         withKey(Kind::Email, u"info@web.de"_qs)})
                    .empty());
    }

    void aPairComesOnce() {
        const MatchRecord ada = person(u"Ada Meyer"_qs, u"Hauptstr. 12"_qs, u"10115"_qs);
        const auto pairs = pairsOf({ada, ada, ada});
        QCOMPARE(pairs.size(), size_t{3});
        for (const auto& [pair, times] : pairs) {
            QCOMPARE(times, 1);
            QVERIFY(pair.first < pair.second);
        }
    }

    void onlyPairsWithSomebodyNew() {
        const MatchRecord ada = person(u"Ada Meyer"_qs, u"Hauptstr. 12"_qs, u"10115"_qs);
        CandidatePairs candidates;
        for (int i = 0; i < 4; ++i)
            candidates.add(ada, i == 2);
        candidates.prepare();
        const Pairs expected{{{0, 2}, 1}, {{1, 2}, 1}, {{2, 3}, 1}};
        QCOMPARE(pairsOf(candidates), expected);
    }

    // A thousand of one name in one house: the work grows with their number, not its square; and
    // those who are alike in what follows are found.
    void largeBlocksAreBounded() {
        constexpr size_t people = 2000;
        constexpr size_t mostPairsEach = 40;
        std::vector<MatchRecord> records;
        for (size_t i = 0; i < people; ++i)
            records.push_back(
                person(u"John Smith"_qs, u"1 High Street"_qs, QString::number(10'000 + i / 4)));
        const auto pairs = pairsOf(records);
        QVERIFY2(pairs.size() < people * mostPairsEach, qPrintable(QString::number(pairs.size())));
        QVERIFY(pairs.contains({0, 3}));
        QVERIFY(pairs.contains({1996, 1999}));
    }

    void keysAreSteady() {
        const auto keys = blockingKeys(person(u"Ada Meyer"_qs, u"Hauptstr. 12"_qs, u"10115"_qs));
        QVERIFY(keys.size() >= 5);
        QVERIFY(std::is_sorted(keys.begin(), keys.end()));
        QCOMPARE(keys, blockingKeys(person(u"ADA MEYER"_qs, u"Hauptstraße 12"_qs, u"10115"_qs)));
        QVERIFY(blockingKeys(MatchRecord()).empty());
    }
};

QTEST_GUILESS_MAIN(BlockingTest)
#include "blocking_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Two customers in words, the parties of one, and the queue of pairs to be judged.
#include "models/items/comparison.h"

#include "models/items/parties_model.h"
#include "models/items/suggestion_queue.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace goodfaith;
using namespace goodfaith::items;

namespace {

Format format() {
    const Instant now = *parseIso(QStringLiteral("2024-07-03T16:05:00Z"), QTimeZone::utc());
    return {QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc(), now};
}

Comparison twoAdas() {
    Comparison comparison;
    auto& [a, b] = comparison.sides;
    a.customer.id = CustomerId(17);
    a.customer.name = QStringLiteral("Ada Lindqvist");
    a.customer.emails = QStringList{QStringLiteral("ada@mail.example")};
    a.customer.phones = b.customer.phones = QStringList{QStringLiteral("+442079460018")};
    a.counts = {{RecordKind::Order, 1}, {RecordKind::Message, 2}};
    a.parties.resize(2);
    b.customer.id = CustomerId(31);
    b.customer.name = QStringLiteral("A. Lindqvist");
    b.counts = {{RecordKind::Order, 1}, {RecordKind::Call, 1}};
    b.parties.resize(1);
    comparison.suggestion = {CustomerId(17),
                             CustomerId(31),
                             SuggestionKind::Same,
                             0.97,
                             {{QStringLiteral("family_name"), QStringLiteral("same"), 8},
                              {QStringLiteral("given_name"), QStringLiteral("initial"), 2.5},
                              {QStringLiteral("place"), QStringLiteral("different"), -1}}};
    return comparison;
}

const ComparedRow* rowOf(const std::vector<ComparedRow>& rows, const char* field) {
    for (const ComparedRow& row : rows) {
        if (row.field == QLatin1String(field))
            return &row;
    }
    return nullptr;
}

PartyRow party(qint64 id, const char* name, const char* rule, const char* evidence) {
    PartyRow row;
    row.party.party = PartyId(id);
    row.party.said.name = QString::fromUtf8(name);
    row.party.rule = QString::fromUtf8(rule);
    row.party.evidence = QString::fromUtf8(evidence);
    row.party.joinedTo = id == 1 ? PartyId() : PartyId(1);
    row.party.events = static_cast<int>(id);
    return row;
}

SuggestedPair pair(qint64 a, qint64 b, SuggestionKind kind = SuggestionKind::Same) {
    return {CustomerId(a), CustomerId(b), kind};
}

}  // namespace

class ComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evidenceStandsBesideItsField() {
        const auto rows = comparedRows(twoAdas(), format());
        const auto* name = rowOf(rows, "Name");
        QVERIFY(name != nullptr);
        QCOMPARE(name->evidence.size(), size_t(2));
        QCOMPARE(name->evidence[0].text, QStringLiteral("family name same"));
        QCOMPARE(name->evidence[0].strength, QStringLiteral("strong"));
        QCOMPARE(
            name->evidence[0].exactly,
            QStringLiteral("256 times likelier of one person than of others (weight +8.0 bits)"));
        QCOMPARE(likenessSign(name->evidence[0].likeness), QStringLiteral("="));
        QCOMPARE(name->evidence[1].strength, QStringLiteral("some"));
        QCOMPARE(likenessSign(name->evidence[1].likeness), QStringLiteral("≈"));
        const auto* address = rowOf(rows, "Address");
        QVERIFY(address != nullptr);
        QCOMPARE(address->evidence[0].strength, QStringLiteral("little against it"));
        QCOMPARE(likenessSign(address->evidence[0].likeness), QStringLiteral("≠"));
    }

    void whatBothHaveIsMarked() {
        const auto rows = comparedRows(twoAdas(), format());
        const auto* phone = rowOf(rows, "Phone");
        QVERIFY(phone->values[0][0].isShared && phone->values[1][0].isShared);
        QCOMPARE(phone->evidence[0].text, QStringLiteral("the same"));
        QVERIFY(!rowOf(rows, "E-mail")->values[0][0].isShared);
        // That both have one order says nothing.
        QVERIFY(!rowOf(rows, "Orders")->values[0][0].isShared);
        QVERIFY(rowOf(rows, "Orders")->evidence.empty());
        QVERIFY(rowOf(rows, "Shop number") == nullptr);
    }

    void saysWhatComesTogether() {
        QCOMPARE(joinedSentence(twoAdas(), format()),
                 QStringLiteral("Joined, they are customer 17 with 2 orders, 2 mails and 1 call, "
                                "known by 3 sets of keys."));
        QCOMPARE(countsInWords({}, format()), QStringLiteral("no events"));
        QCOMPARE(countsInWords({{RecordKind::Call, 1}}, format()), QStringLiteral("1 call"));
        QCOMPARE(titleWithNumber(twoAdas().sides[1].customer), QStringLiteral("A. Lindqvist (31)"));
    }

    void partiesSayWhy_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("evidence");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("why");
        QTest::newRow("e-mail") << "email"
                                << "ada@mail.example"
                                << ""
                                << "Same e-mail as Ada: ada@mail.example";
        QTest::newRow("phone") << "phone"
                               << "+442079460018"
                               << ""
                               << "Same phone as Ada: +442079460018";
        QTest::newRow("shop number") << "shop_number"
                                     << "17850"
                                     << ""
                                     << "Same shop number as Ada: 17850";
        QTest::newRow("Ann") << "person"
                             << "7"
                             << "Ann"
                             << "Joined to Ada by Ann, 3 May 2024";
        QTest::newRow("nobody says") << "person"
                                     << "7"
                                     << ""
                                     << "Joined to Ada by hand, 3 May 2024";
    }
    void partiesSayWhy() {
        QFETCH(QString, rule);
        QFETCH(QString, evidence);
        QFETCH(QString, by);
        QFETCH(QString, why);
        PartiesModel model;
        const QAbstractItemModelTester tester(&model);
        model.setFormat(format());
        PartyRow second = party(2, "A.", qPrintable(rule), qPrintable(evidence));
        if (rule == u"person")
            second.act = Act{ActId(7), ActKind::Same,
                             *parseIso(QStringLiteral("2024-05-03T10:00:00Z"), QTimeZone::utc()),
                             by, ActState::Stands};
        model.setParties({party(1, "Ada", "first", ""), second});
        QCOMPARE(model.index(1).data(WhyRole).toString(), why);
        QCOMPARE(model.index(0).data(StatusRole).toString(), QStringLiteral("1 event"));
        QVERIFY(model.splitSentence(model.index(1)).startsWith(u"A. leaves with 2 events"));
    }

    void nobodyIsSplitFromNobody() {
        PartiesModel model;
        model.setParties({party(1, "Ada", "first", "")});
        QCOMPARE(model.splitSentence(model.index(0)), QString());
        QCOMPARE(model.splitSentence({}), QString());
        QVERIFY(model.partyAt({}) == nullptr);
    }

    void theQueueGoesRound() {
        SuggestionQueue queue;
        QVERIFY(!queue.current() && !queue.following());
        queue.next();
        queue.setPairs({pair(1, 2), pair(3, 4), pair(5, 6, SuggestionKind::Linked)});
        QCOMPARE(queue.left(SuggestionKind::Same), 2);
        QCOMPARE(*queue.current(), pair(1, 2));
        QCOMPARE(*queue.following(), pair(3, 4));
        queue.previous();
        QCOMPARE(*queue.current(), pair(3, 4));
        queue.next();
        QCOMPARE(*queue.current(), pair(1, 2));
        queue.show(SuggestionKind::Linked);
        QCOMPARE(*queue.current(), pair(5, 6, SuggestionKind::Linked));
        QVERIFY(!queue.following());
    }

    void whoIsJudgedStaysOutUntilTheDataSay() {
        SuggestionQueue queue;
        const std::vector<SuggestedPair> all{pair(1, 2), pair(3, 4), pair(5, 6)};
        queue.setPairs(all);
        queue.next();
        queue.settle(pair(3, 4));
        QCOMPARE(*queue.current(), pair(5, 6));
        queue.setPairs(all);  // asked for before it was done
        QCOMPARE(queue.left(SuggestionKind::Same), 2);
        QCOMPARE(*queue.current(), pair(5, 6));
        queue.settle(pair(5, 6));
        QCOMPARE(*queue.current(), pair(1, 2));
        queue.release(pair(3, 4));
        queue.setPairs(all);
        QCOMPARE(queue.left(SuggestionKind::Same), 2);
    }

    void anUndoneJudgementComesBack() {
        SuggestionQueue queue;
        queue.setPairs({pair(1, 2), pair(3, 4)});
        queue.settle(pair(1, 2));
        queue.returnTo(pair(1, 2));
        queue.setPairs({pair(3, 4)});  // not found again yet
        QCOMPARE(*queue.current(), pair(1, 2));
        QCOMPARE(queue.left(SuggestionKind::Same), 2);
        queue.setPairs({pair(3, 4), pair(1, 2)});
        QCOMPARE(*queue.current(), pair(1, 2));
        queue.next();
        QCOMPARE(*queue.current(), pair(3, 4));
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparison_test.moc"

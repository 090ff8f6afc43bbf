// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer promises: nothing grows without news, nothing turns back, no order matters.
#include "models/store/derived_tables.h"
#include "tests/store/shop_fixture.h"

#include <QTest>

#include <algorithm>

using namespace goodfaith;
using namespace goodfaith::store;

namespace {

const QString ada = u"ada@example.com"_qs;

std::vector<WriteEffect> effectsOf(const std::vector<WrittenRecord>& written) {
    std::vector<WriteEffect> effects;
    for (const auto& one : written)
        effects.push_back(one.effect);
    return effects;
}

WritableRecord withStatus(WritableRecord record, const QString& status, const char* ownDate = "") {
    record.record.fields.set(Field::Status, status);
    if (*ownDate != 0)
        record.record.ownDate = at(ownDate);
    return record;
}

WritableRecord orderItem(const QString& orderKey, const QString& title) {
    return record(RecordKind::OrderItem, orderKey + u":1",
                  {{Field::OrderKey, orderKey}, {Field::Title, title}, {Field::Quantity, 2.0}});
}

WritableRecord shopsCustomer(const QString& number, const QString& name) {
    WritableParty contact = party(PartyRole::Contact, ada, name);
    contact.party.keys.shopNumber = number;
    contact.keys.push_back({NormalisedKey::Kind::ShopNumber, number, true});
    return record(RecordKind::Customer, number, {{Field::CreatedAt, at("2023-01-01")}}, {contact},
                  0);
}

constexpr auto inserted = WriteEffect::Inserted;
constexpr auto updated = WriteEffect::Updated;
constexpr auto unchanged = WriteEffect::Unchanged;
using Effects = std::vector<WriteEffect>;

}  // namespace

class FactWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAnOrder() {
        Shop shop;
        const auto written = shop.import({order(u"1042"_qs, "2024-05-01T10:00:00Z", 1999)});
        QCOMPARE(effectsOf(written), Effects{inserted});
        QVERIFY(!written[0].counterpart.isNone());
        const CustomerFacts facts = shop.factsOf(ada);
        QCOMPARE(facts.orders.size(), 1u);
        QCOMPARE(facts.orders[0].key, u"1042"_qs);
        QVERIFY(facts.orders[0].total == euro(1999));
        QVERIFY(facts.orders[0].orderedAt == at("2024-05-01T10:00:00Z"));
    }

    void writingAgainChangesNothing() {
        Shop shop;
        const std::vector records = {order(u"1"_qs, "2024-05-01", 1999),
                                     refund(u"r"_qs, u"1"_qs, "2024-05-02", 500),
                                     mail(u"m"_qs, "2024-05-03", u"Late"_qs, u"Where is it?"_qs)};
        shop.import(records);
        const QString before = shop.dump();
        const QStringList tables{u"record"_qs,       u"party"_qs,       u"party_key"_qs,
                                 u"record_party"_qs, u"record_text"_qs, u"order_detail"_qs,
                                 u"customer"_qs,     u"link"_qs,        u"reading"_qs};
        QList<qint64> counts;
        for (const QString& table : tables)
            counts << shop.count(table);
        QCOMPARE(effectsOf(shop.import(records)), (Effects{unchanged, unchanged, unchanged}));
        for (int i = 0; i < tables.size(); ++i)
            QCOMPARE(shop.count(tables[i]), counts[i]);
        QCOMPARE(shop.dump(), before);
        QCOMPARE(shop.database().check(), QStringList());
    }

    void updates_data() {
        QTest::addColumn<QString>("firstDate");
        QTest::addColumn<QString>("secondDate");
        QTest::addColumn<QString>("status");
        QTest::newRow("no dates: the later import") << u""_qs << u""_qs << u"cancelled"_qs;
        QTest::newRow("newer") << u"2024-05-01"_qs << u"2024-05-02"_qs << u"cancelled"_qs;
        QTest::newRow("older does not turn back")
            << u"2024-05-02"_qs << u"2024-05-01"_qs << u"paid"_qs;
    }
    void updates() {
        QFETCH(QString, firstDate);
        QFETCH(QString, secondDate);
        QFETCH(QString, status);
        Shop shop;
        const WritableRecord base = order(u"1"_qs, "2024-04-01", 1999);
        shop.import({withStatus(base, u"paid"_qs, firstDate.toLatin1())});
        const auto written =
            shop.import({withStatus(base, u"cancelled"_qs, secondDate.toLatin1())});
        QCOMPARE(written[0].effect, status == u"paid" ? unchanged : updated);
        QCOMPARE(shop.factsOf(ada).orders[0].status,
                 status == u"paid" ? OrderStatus::Placed : OrderStatus::Cancelled);
    }

    void anOlderFileFillsGaps() {
        Shop shop;
        shop.import({withStatus(order(u"1"_qs, "2024-04-01", 1999), u"paid"_qs, "2024-05-02")});
        WritableRecord older =
            withStatus(order(u"1"_qs, "2024-04-01", 1999), u"pending"_qs, "2024-05-01");
        older.record.fields.set(Field::Channel, u"web"_qs);
        QCOMPARE(effectsOf(shop.import({older})), Effects{updated});
        QCOMPARE(shop.factsOf(ada).orders[0].status, OrderStatus::Placed);
        QCOMPARE(shop.factsOf(ada).orders[0].channel, u"web"_qs);
    }

    void refundBeforeItsOrder() {
        Shop shop;
        shop.import({refund(u"r1"_qs, u"1042"_qs, "2024-05-09", 500)});
        QCOMPARE(CustomerReader(shop.database()).customerCount(), 0);
        QCOMPARE(effectsOf(shop.import({order(u"1042"_qs, "2024-05-01T10:00:00Z", 1999)})),
                 Effects{inserted});
        const CustomerFacts facts = shop.factsOf(ada);
        QCOMPARE(facts.refunds.size(), 1u);
        QCOMPARE(facts.refunds[0].order, facts.orders[0].id);
    }

    void aFileThatRepeatsItselfTurnsNothingBack() {
        Shop shop;
        const auto importFile = [&](const QString& path, const char* startedAt, qint64 cents) {
            const ImportId id = shop.begin(path, startedAt);
            const auto effect = shop.write(id, {order(u"1"_qs, "2024-05-01", cents)})[0].effect;
            Transaction transaction(shop.database());
            ImportLedger(shop.database()).setState(id, ImportState::Done);
            transaction.commit();
            return effect;
        };
        const auto hasTotal = [&](qint64 cents) {
            return shop.factsOf(ada).orders.at(0).total == euro(cents);
        };
        importFile(u"/march.csv"_qs, "2024-06-01", 10);
        importFile(u"/april.csv"_qs, "2024-06-01", 20);
        QVERIFY(hasTotal(20));
        QCOMPARE(importFile(u"/march.csv"_qs, "2024-06-02", 10), unchanged);
        QCOMPARE(importFile(u"/april.csv"_qs, "2024-06-02", 20), unchanged);
        QVERIFY(hasTotal(20));
        QCOMPARE(importFile(u"/march.csv"_qs, "2024-06-03", 30), updated);
        QCOMPARE(importFile(u"/march.csv"_qs, "2024-06-04", 10), updated);
        QVERIFY(hasTotal(10));
    }

    void aFileWithAKeyTwiceRepeatsItself() {
        Shop shop;
        const auto importFile = [&](const std::vector<qint64>& totals) {
            std::vector<WritableRecord> rows;
            for (const qint64 cents : totals)
                rows.push_back(order(u"1"_qs, "2024-05-01", cents));
            const ImportId id = shop.begin(u"/a.csv"_qs, "2024-06-01");
            const auto written = shop.write(id, rows);
            Transaction transaction(shop.database());
            ImportLedger(shop.database()).setState(id, ImportState::Done);
            transaction.commit();
            return effectsOf(written);
        };
        const auto total = [&] { return shop.factsOf(ada).orders.at(0).total; };
        QCOMPARE(importFile({10, 20}), (Effects{inserted, updated}));
        QVERIFY(total() == euro(20));
        for (int time = 0; time < 3; ++time)
            QCOMPARE(importFile({10, 20}), (Effects{unchanged, unchanged}));
        QVERIFY(total() == euro(20));
        QCOMPARE(importFile({10, 20, 30}), (Effects{unchanged, unchanged, updated}));
        QCOMPARE(importFile({10, 20, 30}), (Effects{unchanged, unchanged, unchanged}));
        QCOMPARE(importFile({10, 40}), (Effects{unchanged, updated}));
        QVERIFY(total() == euro(40));
    }

    void whatIsOlderIsSaidToBe_data() {
        QTest::addColumn<QString>("date");
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<bool>("stale");
        QTest::newRow("older, otherwise") << u"2024-05-01"_qs << qint64(10) << true;
        QTest::newRow("older, the same") << u"2024-05-01"_qs << qint64(20) << false;
        QTest::newRow("newer") << u"2024-05-03"_qs << qint64(10) << false;
        QTest::newRow("no date") << QString() << qint64(10) << false;
    }
    void whatIsOlderIsSaidToBe() {
        QFETCH(QString, date);
        QFETCH(qint64, cents);
        Shop shop;
        shop.import({withStatus(order(u"1"_qs, "2024-04-01", 20), u"paid"_qs, "2024-05-02")});
        const auto written = shop.import(
            {withStatus(order(u"1"_qs, "2024-04-01", cents), u"paid"_qs, date.toLatin1())});
        QTEST(written[0].isStale, "stale");
    }

    void rowsOfOneFileCountByTheirDate() {
        Shop shop;
        const auto dated = [](qint64 cents, const char* date) {
            WritableRecord record = order(u"1"_qs, "2024-05-01", cents);
            record.record.ownDate = at(date);
            return record;
        };
        QCOMPARE(effectsOf(shop.import({dated(20, "2024-05-20"), dated(10, "2024-05-02")})),
                 (Effects{inserted, unchanged}));
        QCOMPARE(effectsOf(shop.import({dated(15, "2024-05-15")})), Effects{unchanged});
        QVERIFY(shop.factsOf(ada).orders.at(0).total == euro(20));
    }

    void aPlaceholderIsNoEvent() {
        Shop shop;
        WritableRecord withOrder = mail(u"m"_qs, "2024-05-03", u"Late"_qs, u"Where is it?"_qs);
        withOrder.record.fields.set(Field::OrderKey, u"1042"_qs);
        shop.import({withOrder});
        QCOMPARE(shop.factsOf(ada).orders.size(), 0u);
        QCOMPARE(CustomerReader(shop.database())
                     .timeline(shop.customerOf(ada), {}, std::nullopt, 10)
                     .size(),
                 1u);
    }

    void dependentsFollowTheirOrder() {
        Shop shop;
        shop.import({record(RecordKind::Order, u"1"_qs, {{Field::At, at("2024-05-01")}}),
                     refund(u"r"_qs, u"1"_qs, "2024-05-02", 500)});
        shop.import({order(u"1"_qs, "2024-05-01", 1999)});
        QCOMPARE(shop.factsOf(ada).refunds.size(), 1u);
    }

    void anEmptyCellKeepsTheParty() {
        Shop shop;
        shop.import({order(u"1"_qs, "2024-05-01", 1999)});
        WritableRecord nameOnly = record(
            RecordKind::Order, u"1"_qs, {{Field::At, at("2024-05-01")}, {Field::Total, euro(1999)}},
            {party(PartyRole::Buyer, {}, u"Ada Example"_qs)}, 0);
        QCOMPARE(effectsOf(shop.import({nameOnly})), Effects{updated});
        QCOMPARE(shop.factsOf(ada).orders.size(), 1u);
        QCOMPARE(shop.factsOf(ada).name, u"Ada Example"_qs);
    }

    void keysAreWithinTheirSource() {
        Shop shop;
        shop.import({order(u"1001"_qs, "2024-05-01", 100)});
        QCOMPARE(effectsOf(shop.import({order(u"1001"_qs, "2024-05-02", 200)},
                                       "2024-06-02T00:00:00Z", u"other shop"_qs)),
                 Effects{inserted});
        QCOMPARE(shop.factsOf(ada).orders.size(), 2u);
    }

    void theOrderOfImportsDoesNotMatter() {
        struct File {
            const char* at;
            std::vector<WritableRecord> records;
        };
        std::vector<File> files = {
            {"2024-06-01", {order(u"1"_qs, "2024-05-01", 1999), order(u"2"_qs, "2024-05-05", 99)}},
            {"2024-06-02",
             {refund(u"r"_qs, u"1"_qs, "2024-05-09", 500), orderItem(u"1"_qs, u"Kettle"_qs)}},
            {"2024-06-03", {mail(u"m"_qs, "2024-05-10", u"Late"_qs, u"Where is it?"_qs)}},
            {"2024-06-04",
             {withStatus(order(u"1"_qs, "2024-05-01", 1999), u"paid"_qs, "2024-05-20")}},
            {"2024-06-05",
             {withStatus(order(u"1"_qs, "2024-05-01", 1999), u"pending"_qs, "2024-05-19")}},
            {"2024-06-06", {shopsCustomer(u"17"_qs, u"Ada Example"_qs)}},
        };
        QString first;
        std::vector<size_t> turn = {0, 1, 2, 3, 4, 5};
        int tried = 0;
        do {
            constexpr int tryOneOf = 71;
            if (tried++ % tryOneOf != 0)
                continue;
            Shop shop;
            for (const size_t index : turn)
                shop.import(files[index].records, files[index].at);
            if (first.isEmpty())
                first = shop.dump();
            QVERIFY(first.contains(u"Kettle") || first.contains(u"Order 1"));
            QCOMPARE(shop.dump(), first);
        } while (std::next_permutation(turn.begin(), turn.end()));
    }

    void aResumedImportCountsAsIfNeverStopped() {
        const std::vector rows = {order(u"1"_qs, "2024-05-01", 1), order(u"1"_qs, "2024-05-01", 2),
                                  order(u"2"_qs, "2024-05-02", 3), order(u"2"_qs, "2024-05-02", 3)};
        const Effects expected = {inserted, updated, inserted, unchanged};
        Shop shop;
        const ImportId import = shop.begin(u"/a.csv"_qs, "2024-06-01");
        QCOMPARE(effectsOf(shop.write(import, rows)), expected);
        const qint64 assertions = shop.count(u"assertion"_qs);
        const ImportId again = shop.begin(u"/a.csv"_qs, "2024-06-02");
        QCOMPARE(again, import);
        QCOMPARE(effectsOf(shop.write(again, rows)), expected);
        QCOMPARE(shop.count(u"assertion"_qs), assertions);
        QVERIFY(shop.factsOf(ada).orders[0].total == euro(2));
    }

    void aRolledBackBatchLeavesNothing() {
        Shop shop;
        const ImportId import = shop.begin(u"/a.csv"_qs, "2024-06-01");
        const SourceId source(1);
        FactWriter writer(shop.database(), source, import, withKeys);
        {
            Transaction lost(shop.database());
            writer.write(prepared(order(u"1"_qs, "2024-05-01", 1), source));
        }
        QCOMPARE(shop.count(u"party"_qs), 0);
        Transaction transaction(shop.database());
        QCOMPARE(writer.write(prepared(order(u"1"_qs, "2024-05-01", 1), source)).effect, inserted);
        transaction.commit();
        QCOMPARE(shop.count(u"party"_qs), 1);
        QCOMPARE(ImportLedger(shop.database()).coverage().size(), 1u);
        QCOMPARE(shop.database().check(), QStringList());
    }

    void coverageOutlivesTheWriter() {
        Shop shop;
        const ImportId import = shop.begin(u"/a.csv"_qs, "2024-06-01");
        Transaction transaction(shop.database());
        FactWriter(shop.database(), SourceId(1), import, withKeys)
            .write(prepared(order(u"1"_qs, "2024-05-01", 1), SourceId(1)));
        transaction.commit();
        QCOMPARE(ImportLedger(shop.database()).coverage().size(), 1u);
    }

    void anotherBuyerIsAnotherPerson() {
        const QString bob = u"bob@example.com"_qs;
        Shop shop;
        shop.import({order(u"1"_qs, "2024-05-01", 1), refund(u"r"_qs, u"1"_qs, "2024-05-02", 1)});
        const auto written = shop.import({order(u"1"_qs, "2024-05-01", 1, bob)});
        QCOMPARE(effectsOf(written), Effects{updated});
        QCOMPARE(shop.factsOf(ada).orders.size() + shop.factsOf(ada).refunds.size(), 0u);
        QCOMPARE(shop.factsOf(bob).orders.size(), 1u);
        QCOMPARE(shop.factsOf(bob).refunds.size(), 1u);
    }

    void aChangedTextIsReadAgain() {
        Shop shop;
        shop.import({mail(u"m"_qs, "2024-05-03", u"Late"_qs, u"Where is it?"_qs)});
        DerivedTables derived(shop.database());
        const auto unread = derived.unread(1, 10);
        QCOMPARE(unread.size(), 1u);
        derived.saveReadings(1, {{unread[0].event, {}}});
        QCOMPARE(derived.unread(1, 10).size(), 0u);
        QCOMPARE(derived.unread(2, 10).size(), 1u);
        shop.import({mail(u"m"_qs, "2024-05-03", u"Late"_qs, u"Where is it now?"_qs)});
        QCOMPARE(derived.unread(1, 10).size(), 1u);
        QCOMPARE(derived.unread(1, 10)[0].text, u"Where is it now?"_qs);
    }
};

QTEST_GUILESS_MAIN(FactWriterTest)
#include "fact_writer_test.moc"

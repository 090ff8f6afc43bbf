// SPDX-License-Identifier: GPL-3.0-or-later
// The imports' own records, what they cover, and the settings that travel with the database.
#include "models/store/coverage_table.h"
#include "models/store/imported_file_table.h"
#include "models/store/settings_table.h"
#include "models/store/statement.h"
#include "tests/store/shop_fixture.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::store;

class ImportLedgerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersAnImport() {
        Shop shop;
        ImportLedger ledger(shop.database());
        const ImportId id = shop.begin(u"/orders.csv"_qs, "2024-06-01T00:00:00Z");
        const ImportCounts counts{9, 4, 3, 1, 1, 2, 5};
        ledger.setCounts(id, counts);
        ledger.addRejects(
            id,
            {{7, u"total"_qs, u"abc"_qs, u"expected a number"_qs, {u"1"_qs, u"a\"b"_qs, u""_qs}}});
        ledger.setState(id, ImportState::Done);
        const auto all = ledger.all();
        QCOMPARE(all.size(), 1u);
        QCOMPARE(all[0].path, u"/orders.csv"_qs);
        QCOMPARE(all[0].source, u"shop"_qs);
        QCOMPARE(all[0].state, ImportState::Done);
        QVERIFY(all[0].counts == counts);
        QVERIFY(all[0].at == at("2024-06-01"));
        const auto rejects = ledger.rejects(id, 10);
        QCOMPARE(rejects.size(), 1u);
        QCOMPARE(rejects[0].line, 7);
        QCOMPARE(rejects[0].row, (QStringList{u"1"_qs, u"a\"b"_qs, u""_qs}));
        ledger.clearRejects(id);
        QCOMPARE(ledger.rejects(id, 10).size(), 0u);
    }

    void goesOnOnlyWithAnUnfinishedOne() {
        Shop shop;
        ImportLedger ledger(shop.database());
        const ImportId first = shop.begin(u"/a.csv"_qs, "2024-06-01");
        ledger.setState(first, ImportState::Interrupted);
        QCOMPARE(shop.begin(u"/a.csv"_qs, "2024-06-02"), first);
        QVERIFY(shop.begin(u"/b.csv"_qs, "2024-06-02") != first);
        QVERIFY(shop.begin(u"/a.csv"_qs, "2024-06-02", u"other"_qs) != first);
        ledger.setState(first, ImportState::Done);
        QVERIFY(shop.begin(u"/a.csv"_qs, "2024-06-03") != first);
    }

    void remembersFilesUntilTheirImportIsUndone() {
        Shop shop;
        ImportedFileTable files(shop.database());
        QVERIFY(!files.find(u"/a.csv"_qs));
        const ImportId id = shop.begin(u"/a.csv"_qs, "2024-06-01");
        files.remember({u"/a.csv"_qs, 7, at("2024-05-01"), u"hash"_qs, u"1;orders"_qs, id});
        files.remember({u"/a.csv"_qs, 8, at("2024-05-02"), {}, u"2;orders"_qs, id});
        const auto known = files.find(u"/a.csv"_qs);
        QVERIFY(known && known->size == 8 && known->modifiedAt == at("2024-05-02"));
        QCOMPARE(known->hash, QString());
        QCOMPARE(known->reading, u"2;orders"_qs);
        QCOMPARE(known->import, id);
        files.remember({u"/b.pdf"_qs, 1, at("2024-05-01"), {}, u"refused"_qs, {}});
        Statement(shop.database(), "UPDATE import SET undone = 1").run();
        QVERIFY(!files.find(u"/a.csv"_qs));
        QVERIFY(files.find(u"/b.pdf"_qs)->import.isNone());
    }

    void coversWhatItSaw() {
        Shop shop;
        shop.import({order(u"1"_qs, "2024-05-01", 1), order(u"2"_qs, "2024-05-10", 1)});
        shop.import({order(u"2"_qs, "2024-05-10", 1), order(u"3"_qs, "2024-05-20", 1)},
                    "2024-06-02T00:00:00Z");
        shop.import({order(u"9"_qs, "2023-01-01", 1)});
        shop.import({record(RecordKind::Shipment, u"s"_qs,
                            {{Field::ShippedAt, at("2024-05-02")},
                             {Field::DeliveredAt, at("2024-05-04")},
                             {Field::PromisedAt, at("2024-09-09")}})});
        const auto rows = ImportLedger(shop.database()).coverage();
        QCOMPARE(rows.size(), 3u);
        QVERIFY(rows[0].from == at("2023-01-01") && rows[0].to == at("2023-01-01"));
        QVERIFY(rows[1].from == at("2024-05-01") && rows[1].to == at("2024-05-20"));
        QCOMPARE(rows[1].records, 3);
        QVERIFY(rows[1].importedAt == at("2024-06-02"));
        QCOMPARE(rows[2].kind, RecordKind::Shipment);
        QVERIFY(rows[2].from == at("2024-05-02") && rows[2].to == at("2024-05-04"));
        const Coverage ledger = ImportLedger(shop.database()).coverageLedger();
        QVERIFY(ledger.covers(RecordKind::Order, at("2024-05-15")));
        QVERIFY(!ledger.covers(RecordKind::Order, at("2024-04-15")));
        QVERIFY(!ledger.covers(RecordKind::Return, at("2024-05-15")));
    }

    void settingsTravelWithTheDatabase() {
        Shop shop;
        ShopSettings settings;
        settings.shopName = u"Ada's"_qs;
        settings.ownAddresses = QStringList{u"help@shop.example"_qs, u"shop.example"_qs};
        settings.region = u"DE"_qs;
        settings.replyTarget = std::chrono::hours(12);
        QVERIFY(SettingsTable(shop.database()).load() == ShopSettings());
        SettingsTable(shop.database()).save(settings);
        Database other(shop.path());
        QVERIFY(SettingsTable(other).load() == settings);
        settings.shopName.clear();
        SettingsTable(shop.database()).save(settings);
        QVERIFY(SettingsTable(other).load() == settings);
    }

    void everyShopHasASecretForGood() {
        Shop shop;
        const QByteArray secret = SettingsTable(shop.database()).secret();
        QCOMPARE(secret.size(), 32);
        SettingsTable(shop.database()).save(ShopSettings());
        Database again(shop.path());
        QCOMPARE(SettingsTable(again).secret(), secret);
        Shop another;
        QVERIFY(SettingsTable(another.database()).secret() != secret);
    }
};

QTEST_GUILESS_MAIN(ImportLedgerTest)
#include "import_ledger_test.moc"

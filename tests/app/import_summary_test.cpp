// SPDX-License-Identifier: GPL-3.0-or-later
// What an import says of itself: a dry run says what the import then does, and leaves nothing; one
// that was interrupted and goes on says in the end what it would have said at once.
#include "app/shop_refresh.h"
#include "models/store/derived_tables.h"
#include "tests/app/imported_shop.h"
#include "tests/store/fact_dump.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::app;

namespace {

using Run = ShopDatabase::Run;

QString text(const std::vector<ImportCounts>& all) {
    QStringList lines;
    for (const ImportCounts& counts : all) {
        lines << u"%1 new, %2 changed, %3 same; customers: %4 new, %5 known"_qs.arg(counts.inserted)
                     .arg(counts.updated)
                     .arg(counts.unchanged)
                     .arg(counts.customersNew)
                     .arg(counts.customersMatched);
    }
    return lines.join(u'\n');
}

Files manyOrders() {
    constexpr int customers = 300;
    File file{u"/many.csv"_qs, {}};
    for (int i = 0; i < customers; ++i)
        file.records.push_back(
            order(u"many%1"_qs.arg(i), 100 + i, person(u"one%1@example.com"_qs.arg(i))));
    return {file};
}

Files operator+(Files files, const Files& more) {
    files.insert(files.end(), more.begin(), more.end());
    return files;
}

}  // namespace

class ImportSummaryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAnImportDoes_data() {
        QTest::addColumn<Files>("known");
        QTest::addColumn<Files>("files");
        const PartyKeys ada = person(u"ada@example.com"_qs);
        const PartyKeys bob = person(u"bob@example.com"_qs, u"+44 20 7946 0018"_qs);
        const PartyKeys both = person(ada.email, bob.phone);
        const auto row = [](const char* name, std::vector<ImportedRecord> known,
                            std::vector<std::vector<ImportedRecord>> files) {
            Files all;
            for (const auto& records : files)
                all.push_back({u"/file%1.csv"_qs.arg(all.size()), records});
            QTest::newRow(name) << Files{{u"/known.csv"_qs, known}} << all;
        };
        const auto adas = [&](const QString& key) { return order(key, 100, ada); };
        row("orders of one customer", {}, {{adas(u"1"_qs), adas(u"2"_qs), adas(u"3"_qs)}});
        row("of a known one", {adas(u"1"_qs)}, {{adas(u"2"_qs), adas(u"3"_qs)}});
        row("one twice", {}, {{adas(u"1"_qs), adas(u"2"_qs), adas(u"2"_qs)}});
        row("one twice, otherwise", {}, {{adas(u"1"_qs), adas(u"2"_qs), order(u"2"_qs, 5, ada)}});
        row("one goes to another", {},
            {{adas(u"1"_qs), adas(u"2"_qs), order(u"1"_qs, 100, bob), adas(u"3"_qs)}});
        row("a refund of one", {}, {{adas(u"1"_qs), adas(u"2"_qs), refund(u"r"_qs, u"2"_qs)}});
        row("a refund in the next file", {},
            {{adas(u"1"_qs), adas(u"2"_qs)}, {refund(u"r"_qs, u"2"_qs)}});
        row("one again in the next file", {}, {{adas(u"1"_qs), adas(u"2"_qs)}, {adas(u"2"_qs)}});
        row("two turn out to be one", {adas(u"1"_qs)},
            {{order(u"2"_qs, 1, bob), order(u"3"_qs, 1, both), order(u"4"_qs, 1, bob)}});
    }
    void saysWhatAnImportDoes() {
        QFETCH(Files, known);
        QFETCH(Files, files);
        ShopDatabase shop;
        shop.countsOf(known, 1, Run::ForGood);
        const QStringList before = shop.dump();
        const QString dry = text(shop.countsOf(files, 2, Run::Dry));
        QCOMPARE(shop.dump(), before);
        QCOMPARE(dry, text(shop.countsOf(files, 2, Run::ForGood)));
    }

    void goesOnAsIfNeverInterrupted_data() {
        QTest::addColumn<size_t>("rowsBefore");
        for (size_t rows = 0; rows <= 4; ++rows)
            QTest::addRow("after %d rows", static_cast<int>(rows)) << rows;
    }
    void goesOnAsIfNeverInterrupted() {
        QFETCH(size_t, rowsBefore);
        const PartyKeys ada = person(u"ada@example.com"_qs);
        const PartyKeys bob = person(u"bob@example.com"_qs);
        const Files known{{u"/known.csv"_qs, {order(u"1"_qs, 100, ada)}}};
        const File file{u"/file.csv"_qs,
                        {order(u"2"_qs, 100, ada), order(u"3"_qs, 100, bob),
                         order(u"4"_qs, 100, bob), refund(u"r"_qs, u"3"_qs)}};
        File part = file;
        part.records.resize(rowsBefore);
        part.end = ImportState::Interrupted;
        ShopDatabase shop;
        shop.countsOf(known, 1, Run::ForGood);
        shop.countsOf({part}, 1, Run::ForGood);
        QCOMPARE(text(shop.countsOf({file}, 1, Run::ForGood)),
                 u"4 new, 0 changed, 0 same; customers: 1 new, 1 known"_qs);
    }

    // A few changes in a shop of many: the others are let be, and all comes out as if they were
    // not.
    void scoresThoseConcerned() {
        constexpr unsigned rounds = 12;
        const Instant now = at(u"2024-07-01"_qs);
        for (unsigned seed = 1; seed <= rounds; ++seed) {
            RandomShop random(seed, 20);
            ShopDatabase shop;
            shop.countsOf(manyOrders() + random.files(30), 50, Run::ForGood);
            refreshIfStale(shop.database(), now, {}, {});
            const ScoredState before = scoredState(shop.database());
            shop.import({u"/late.csv"_qs, random.files().front().records}, 30);
            const size_t concerned = shop.concerned().few().size();
            refreshAfter(shop.database(), before, shop.concerned(), now + std::chrono::hours(1), {},
                         {});
            store::DerivedTables derived(shop.database());
            QCOMPARE(derived.newestParameters()->asOf, now);
            QVERIFY(concerned <= 5);
            const QStringList refreshed = store::dumpDerived(shop.database());
            QVERIFY(scoredState(shop.database()).isCurrent);
            store::Transaction transaction(shop.database());
            derived.advanceFactsRevision();
            transaction.commit();
            refreshIfStale(shop.database(), now + std::chrono::hours(1), {}, {});
            QCOMPARE(difference(store::dumpDerived(shop.database()), refreshed), QString());
        }
    }

    void comparesAnewAfterADay() {
        const Instant now = at(u"2024-07-01"_qs);
        ShopDatabase shop;
        shop.countsOf(manyOrders(), 50, Run::ForGood);
        refreshIfStale(shop.database(), now, {}, {});
        const ScoredState before = scoredState(shop.database());
        shop.import({u"/late.csv"_qs, {order(u"late"_qs, 5, person(u"late@example.com"_qs))}}, 30);
        const Instant nextDay = now + std::chrono::hours(24);
        refreshAfter(shop.database(), before, shop.concerned(), nextDay, {}, {});
        QCOMPARE(store::DerivedTables(shop.database()).newestParameters()->asOf, nextDay);
    }

    void saysWhatAnImportDoesWhateverItIs() {
        constexpr unsigned rounds = 80;
        for (unsigned seed = 1; seed <= rounds; ++seed) {
            constexpr int orders = 20;
            constexpr int mostRows = 30;
            RandomShop random(seed, orders);
            ShopDatabase shop;
            shop.countsOf(random.files(), 1, Run::ForGood);
            const Files files = random.files(mostRows);
            const size_t rowsAtOnce = 1 + seed % 7;
            const QStringList before = shop.dump();
            const QString dry = text(shop.countsOf(files, rowsAtOnce, Run::Dry));
            QVERIFY2(shop.dump() == before, qPrintable(u"seed %1 left something"_qs.arg(seed)));
            const QString done = text(shop.countsOf(files, rowsAtOnce, Run::ForGood));
            QVERIFY2(dry == done,
                     qPrintable(u"seed %1, said:\n%2\ndid:\n%3"_qs.arg(seed).arg(dry, done)));
        }
    }
};

QTEST_GUILESS_MAIN(ImportSummaryTest)
#include "import_summary_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What an import says it did: new, changed, the same, and older than what is known.
#include "app/import_pipeline.h"
#include "app/import_service.h"
#include "tests/store/fact_dump.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace goodfaith;
using namespace goodfaith::app;

namespace {

struct Row {
    const char* key;
    qint64 cents;
    const char* updatedAt = "";
};

struct Said {
    QList<qint64> counts;  // new, changed, the same
    QStringList warnings;
};

Instant at(const char* iso) {
    return parseIso(QString::fromLatin1(iso), QTimeZone::utc()).value();
}

ImportedRecord order(const Row& row) {
    ImportedRecord record;
    record.kind = RecordKind::Order;
    record.key = QString::fromLatin1(row.key);
    record.fields.set(Field::At, at("2024-05-01"));
    record.fields.set(Field::Total, Money{row.cents, *Currency::fromCode(u"EUR")});
    if (*row.updatedAt != 0)
        record.ownDate = at(row.updatedAt);
    return record;
}

class ShopImports {
public:
    Said import(const std::vector<Row>& rows, const char* exportedAt = "", bool dryRun = false) {
        const ShopSettings settings;
        const ImportObserver observer;
        store::ImportHeader header{u"/file%1.csv"_qs.arg(++files_),
                                   u"main"_qs,
                                   u"orders"_qs,
                                   {},
                                   at("2024-06-01") + std::chrono::hours(files_)};
        if (*exportedAt != 0)
            header.exportedAt = at(exportedAt);
        std::optional<store::Transaction> neverCommitted;
        if (dryRun)
            neverCommitted.emplace(database_);
        ImportPipeline pipeline({database_, settings, header, 1, 1, dryRun, observer});
        RecordPreparation preparation(settings);
        ImportBatch batch;
        for (const Row& row : rows)
            batch.records.push_back(
                store::prepared(preparation.prepare(order(row)), pipeline.source()));
        pipeline.write(batch);
        const ImportOutcome outcome = pipeline.finish(ImportState::Done);
        const ImportCounts& counts = outcome.summary.counts;
        return {{counts.inserted, counts.updated, counts.unchanged}, outcome.warnings};
    }

private:
    QTemporaryDir folder_;
    store::Database database_{folder_.filePath(u"shop.db"_qs)};
    int files_ = 0;
};

using Counts = QList<qint64>;

}  // namespace

class ImportCountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOlderFileChangesNothing() {
        ShopImports shop;
        shop.import({{"1", 200, "2024-05-02"}, {"2", 200, "2024-05-02"}});
        for (const bool dryRun : {true, false}) {
            const Said said =
                shop.import({{"1", 100, "2024-05-01"}, {"2", 200, "2024-05-01"}}, "", dryRun);
            QCOMPARE(said.counts, (Counts{0, 0, 2}));
            QCOMPARE(said.warnings,
                     QStringList{u"One row is older than what is known and changes nothing: "
                                 "order 1."_qs});
        }
        QCOMPARE(shop.import({{"1", 200, "2024-05-03"}}).counts, (Counts{0, 0, 1}));
    }

    void withoutDatesTheLaterFileCounts() {
        ShopImports shop;
        QCOMPARE(shop.import({{"1", 200}}).counts, (Counts{1, 0, 0}));
        QCOMPARE(shop.import({{"1", 100}, {"2", 5}}).counts, (Counts{1, 1, 0}));
        QCOMPARE(shop.import({{"1", 100}}).warnings, QStringList());
    }

    void theFilesOwnTimeCounts() {
        ShopImports shop;
        shop.import({{"1", 200}}, "2024-05-09");
        const Said older = shop.import({{"1", 100}, {"2", 5}}, "2024-05-08");
        QCOMPARE(older.counts, (Counts{1, 0, 1}));
        QCOMPARE(older.warnings.size(), 1);
        QCOMPARE(shop.import({{"1", 300}}, "2024-05-10").counts, (Counts{0, 1, 0}));
        QCOMPARE(shop.import({{"1", 1, "2024-05-11"}}, "2024-05-01").counts, (Counts{0, 1, 0}));
    }

    // Where there are few processors, texts are read afterwards: nothing may depend on that.
    void textsReadAheadSayTheSame() {
        QStringList said[2];
        for (const bool ahead : {false, true}) {
            QTemporaryDir folder;
            ImportRequest request;
            request.paths << QStringLiteral(GOODFAITH_SAMPLE_SHOP "/mail");
            request.ownAddresses << u"emberwick.example"_qs;
            request.readsTextsAhead = ahead;
            const QString path = folder.filePath(u"shop.db"_qs);
            QVERIFY(runImport(path, request, {}, {}).unusable.empty());
            store::Database database(path);
            said[ahead] = store::dumpFacts(database).filter(QRegularExpression(u"^reading"_qs));
        }
        QVERIFY(said[0].size() > 500);
        QCOMPARE(said[0], said[1]);
    }

    void fewAreNamed() {
        ShopImports shop;
        std::vector<Row> rows;
        for (const char* key : {"1", "2", "3", "4", "5", "6"})
            rows.push_back({key, 200, "2024-05-02"});
        shop.import(rows);
        for (Row& row : rows)
            row = {row.key, 100, "2024-05-01"};
        QCOMPARE(shop.import(rows).warnings,
                 QStringList{u"6 rows are older than what is known and change nothing: order 1, "
                             "order 2, order 3, order 4, order 5, …"_qs});
    }
};

QTEST_GUILESS_MAIN(ImportCountsTest)
#include "import_counts_test.moc"

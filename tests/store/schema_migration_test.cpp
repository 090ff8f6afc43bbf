// SPDX-License-Identifier: GPL-3.0-or-later
// Databases of former schemas open as they were.
#include "models/store/customer_search.h"
#include "models/store/engine.h"
#include "models/store/founder_table.h"
#include "models/store/statement.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace goodfaith;
using namespace goodfaith::store;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A database that knows the first `steps` steps, with these rows.
void makeOld(const QString& path, int steps, const QByteArray& rows) {
    QFile(path).open(QIODevice::WriteOnly);
    soci::session session;
    engine::open(session, path);
    const QDir folder(QStringLiteral(GOODFAITH_TEST_DATA "/../../resources/schema"));
    const QStringList names = folder.entryList({u"*.sql"_qs}, QDir::Files, QDir::Name);
    for (int step = 1; step <= steps; ++step) {
        engine::runScript(session, path, contentOf(folder.filePath(names[step - 1])));
        engine::runScript(
            session, path,
            "INSERT INTO schema_version VALUES (" + QByteArray::number(step) + ", 'a step')");
    }
    engine::runScript(session, path, rows);
}

// Customer 1 of parties 1 and 2; 3 of parties 3, 4 (who founded 4) and 5; 6 of party 6 alone, who
// founded 7 too; 8 was 6's before anybody noted whose numbers are.
constexpr const char* customersOfOld =
    "INSERT INTO party (id, content_hash) VALUES "
    "(1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e'), (6, 'f');"
    "INSERT INTO customer (id) VALUES (1), (3), (4), (6), (7), (8);"
    "DELETE FROM customer WHERE id IN (4, 7, 8);"
    "INSERT INTO link (party_id, customer_id, rule) VALUES "
    "(1, 1, 'first'), (2, 1, 'email'), (3, 3, 'first'), (4, 3, 'phone'), (5, 3, 'phone'), "
    "(6, 6, 'first');"
    "INSERT INTO customer_alias (old_id, customer_id, party_id) VALUES "
    "(4, 3, 4), (7, 6, 6), (8, 6, NULL);";

}  // namespace

class SchemaMigrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersKeepTheirFounders() {
        constexpr int before = 9;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"old.db"_qs);
        makeOld(path, before, customersOfOld);
        Database database(path);
        QCOMPARE(database.check(), QStringList());
        Query<qint64, qint64> founders(database,
                                       "SELECT number, party_id FROM founder ORDER BY number");
        using Rows = std::vector<std::tuple<qint64, qint64>>;
        QCOMPARE(founders.all(), (Rows{{1, 1}, {3, 3}, {4, 4}, {6, 6}, {7, 6}, {8, 6}}));
        const CustomerSearch search(database);
        for (const auto& [number, customer] : Rows{{1, 1}, {4, 3}, {6, 6}, {7, 6}, {8, 6}})
            QCOMPARE(search.byNumber(number), CustomerId(customer));
        QVERIFY(!search.byNumber(2));
        Transaction transaction(database);
        QCOMPARE(FounderTable(database).found(PartyId(1)), CustomerId(9));
    }
};

QTEST_GUILESS_MAIN(SchemaMigrationTest)
#include "schema_migration_test.moc"

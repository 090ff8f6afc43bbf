// SPDX-License-Identifier: GPL-3.0-or-later
// Opening: what is made, what is refused and in which words; two connections at once.
#include "models/store/statement.h"
#include "tests/store/shop_fixture.h"

#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace goodfaith;
using namespace goodfaith::store;

namespace {

int modeOf(const QString& path) {
    struct stat info = {};
    constexpr mode_t permissions = 0777;
    return stat(QFile::encodeName(path).constData(), &info) == 0
               ? static_cast<int>(info.st_mode & permissions)
               : -1;
}

void writeFile(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

// The message of the failure to open, "" when it opens.
QString failureToOpen(const QString& path, OpenMode mode = OpenMode::CreateIfMissing) {
    try {
        Database database(path, mode);
    } catch (const Failure& failure) {
        return failure.kind() == FailureKind::Database ? failure.message()
                                                       : QStringLiteral("other kind");
    }
    return {};
}

}  // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void isOnlyTheOwners_data() {
        QTest::addColumn<int>("mask");
        QTest::newRow("usual") << 022;
        QTest::newRow("open") << 0;
        QTest::newRow("closed even to the owner") << 0777;
    }
    void isOnlyTheOwners() {
        QFETCH(int, mask);
        const mode_t before = umask(static_cast<mode_t>(mask));
        const QString file = path(u"a/b c/goodfaith.db");
        Database database(file);
        Transaction transaction(database);
        ImportLedger(database).source(u"shop"_qs);
        transaction.commit();
        umask(before);
        QCOMPARE(modeOf(path(u"a")), 0700);
        QCOMPARE(modeOf(path(u"a/b c")), 0700);
        for (const char* suffix : {"", "-wal", "-shm"})
            QCOMPARE(modeOf(file + QLatin1String(suffix)), 0600);
    }

    void namesAreTakenAsTheyAre_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("spaces") << u"my  shop 's.db"_qs;
        QTest::newRow("letters") << u"Bücher & 本.db"_qs;
        QTest::newRow("connection string") << u"x timeout=1 db=y.db"_qs;
    }
    void namesAreTakenAsTheyAre() {
        QFETCH(QString, name);
        QCOMPARE(failureToOpen(path(name)), QString());
        QVERIFY(QFile::exists(path(name)));
        QVERIFY(QFile(path(name)).size() > 0);
    }

    void opensAgain() {
        {
            Database database(path(u"shop.db"));
            Transaction transaction(database);
            ImportLedger(database).source(u"shop"_qs);
            transaction.commit();
        }
        Database again(path(u"shop.db"), OpenMode::MustExist);
        QCOMPARE(ImportLedger(again).source(u"shop"_qs), SourceId(1));
        QCOMPARE(again.check(), QStringList());
    }

    void refusesWithAReason_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("reason");
        QTest::newRow("text") << u"a.db"_qs << QByteArray("order_id,total\n").repeated(400)
                              << u"is not a Goodfaith database"_qs;
        QTest::newRow("short text") << u"a.db"_qs << QByteArray("x") << u"is not a Goodfaith"_qs;
        QTest::newRow("quote") << u"a\".db"_qs << QByteArray() << u"cannot be the name"_qs;
    }
    void refusesWithAReason() {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, reason);
        writeFile(path(name), content);
        QVERIFY2(failureToOpen(path(name)).contains(reason), qPrintable(failureToOpen(path(name))));
    }

    void refusesAMissingOne() {
        QVERIFY(failureToOpen(path(u"none.db"), OpenMode::MustExist).contains(u"There is no"));
        QVERIFY(!QFile::exists(path(u"none.db")));
    }

    void refusesAFolder() { QVERIFY(failureToOpen(folder_->path()).contains(u"is a folder")); }

    void refusesAnothersDatabase() {
        Database(path(u"shop.db"));
        {
            Database database(path(u"shop.db"));
            Statement(database, "DROP TABLE schema_version").run();
        }
        QVERIFY(failureToOpen(path(u"shop.db")).contains(u"another program"));
    }

    void refusesANewerSchema() {
        {
            Database database(path(u"shop.db"));
            Statement(database, "INSERT INTO schema_version (version, name) VALUES (999, 'later')")
                .run();
        }
        QVERIFY(failureToOpen(path(u"shop.db")).contains(u"was written by a newer Goodfaith"));
    }

    void refusesAReadOnlyOne() {
        if (geteuid() == 0)
            QSKIP("the superuser may write anything");
        Database(path(u"shop.db"));
        QFile::setPermissions(path(u"shop.db"), QFile::ReadOwner);
        QVERIFY(failureToOpen(path(u"shop.db")).contains(u"may not read and write"));
    }

    void saysThatItIsDamaged() {
        Database(path(u"shop.db"));
        QFile file(path(u"shop.db"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        constexpr qint64 header = 100;
        file.seek(header);
        file.write(QByteArray(static_cast<qsizetype>(size - header), '\xee'));
        file.close();
        QVERIFY2(failureToOpen(path(u"shop.db")).contains(u"damaged"),
                 qPrintable(failureToOpen(path(u"shop.db"))));
    }

    void readsBesideAWriter() {
        Shop shop;
        Database reader(shop.path(), OpenMode::MustExist);
        const qint64 before = reader.dataVersion();
        {
            Transaction transaction(shop.database());
            ImportLedger(shop.database()).source(u"shop"_qs);
            QCOMPARE(CustomerReader(reader).customerCount(), 0);
            QCOMPARE(reader.dataVersion(), before);
            transaction.commit();
        }
        QVERIFY(reader.dataVersion() != before);
    }

    void rollsBackUnlessCommitted() {
        Shop shop;
        {
            Transaction transaction(shop.database());
            ImportLedger(shop.database()).source(u"shop"_qs);
        }
        QCOMPARE(shop.count(u"source"_qs), 0);
        Transaction again(shop.database());
    }

private:
    QString path(QStringView name) const { return folder_->filePath(name.toString()); }
    std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"

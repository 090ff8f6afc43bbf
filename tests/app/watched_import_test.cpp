// SPDX-License-Identifier: GPL-3.0-or-later
// What is new in a watched folder is imported once it is whole, and what is known is not read
// again.
#include "app/watched_import.h"

#include "app/import_undo.h"
#include "app/saved_mappings.h"
#include "models/store/mapping_table.h"
#include "models/store/settings_table.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace goodfaith;
using namespace goodfaith::app;

namespace {

const QByteArray orders =
    "order_id,ordered_at,customer_email,currency,total\n"
    "1,2024-01-01T00:00:00Z,ada@example.com,EUR,10.00\n"
    "2,2024-01-02T00:00:00Z,bob@example.com,EUR,10.00\n";

QByteArray mail(int number) {
    return "From: ada@example.com\r\nTo: us@shop.example\r\nMessage-ID: <" +
           QByteArray::number(number) +
           "@example.com>\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\nSubject: Hello\r\n\r\n"
           "Where is my parcel?\r\n";
}

Instant second(qint64 number) {
    return instantFromMillis(1'700'000'000'000 + number * 1000);
}

}  // namespace

class WatchedImportTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> place_;
    WatchedFolder folder_;

    QString database() const { return place_->filePath(QStringLiteral("shop/goodfaith.db")); }
    void write(const QString& name, const QByteArray& bytes, int minute = 0) const {
        const QString path = folder_.path + u'/' + name;
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.flush();
        file.setFileTime(QDateTime(QDate(2024, 1, 1), QTime(1, minute), Qt::UTC),
                         QFileDevice::FileModificationTime);
    }
    QStringList files() const {
        QStringList paths;
        for (const auto& [path, state] : filesIn(folder_.path).value_or(FolderFiles()))
            paths += path;
        return paths;
    }
    ImportReport look() const { return importWatched(database(), folder_, files(), {}, {}); }
    // "orders.csv 2, mail 1; notes.txt": what was read, with how much of it was new; what was not.
    QString looked() const {
        QStringList read;
        QStringList refused;
        const ImportReport report = look();
        for (const auto& outcome : report.imports)
            read += QDir(folder_.path).relativeFilePath(outcome.summary.path) + u' ' +
                    QString::number(outcome.summary.counts.inserted);
        for (const auto& unusable : report.unusable)
            refused += QDir(folder_.path).relativeFilePath(unusable.path);
        read.sort();
        return (QStringList{read.join(u", ")} + refused).join(u"; ");
    }

private Q_SLOTS:
    void init() {
        place_ = std::make_unique<QTemporaryDir>();
        folder_ = {place_->filePath(QStringLiteral("exports")), QStringLiteral("Shop"), {}};
        QDir().mkpath(folder_.path);
        QDir().mkpath(place_->filePath(QStringLiteral("shop")));
    }

    void takesAFileWhenItHasSettled() {
        SettledFiles settled(std::chrono::seconds(5));
        const QString a = QStringLiteral("/a.csv");
        const FileState half{1, second(0)};
        const FileState whole{2, second(3)};
        QCOMPARE(settled.take({{a, half}}, second(0)), QStringList());
        QCOMPARE(settled.take({{a, whole}}, second(4)), QStringList());
        QVERIFY(settled.isWaiting());
        QCOMPARE(settled.take({{a, whole}}, second(8)), QStringList());
        QCOMPARE(settled.take({{a, whole}}, second(9)), QStringList{a});
        QVERIFY(!settled.isWaiting());
        QCOMPARE(settled.take({{a, whole}}, second(99)), QStringList());
        settled.giveBack({a});
        QCOMPARE(settled.take({{a, whole}}, second(100)), QStringList{a});
        QCOMPARE(settled.take({}, second(101)), QStringList());
        QCOMPARE(settled.take({{a, whole}}, second(102)), QStringList());
        QCOMPARE(settled.take({{a, whole}}, second(107)), QStringList{a});
    }

    void leavesOutWhatIsNotWhole_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("a table") << "orders.csv" << true;
        QTest::newRow("beneath") << "2024/05/orders.csv" << true;
        QTest::newRow("a download of Firefox") << "orders.csv.part" << false;
        QTest::newRow("a download of Chromium") << "orders.CRDOWNLOAD" << false;
        QTest::newRow("of an editor") << "orders.csv~" << false;
        QTest::newRow("of an office") << "~$orders.csv" << false;
        QTest::newRow("hidden") << ".orders.csv.Xy12" << false;
        QTest::newRow("in a hidden folder") << ".git/orders.csv" << false;
        QTest::newRow("a database") << "goodfaith.db-wal" << false;
        QTest::newRow("a mail") << "Mail/cur/1.host:2,S" << true;
        QTest::newRow("a mail of a sub-folder") << "Mail/.Sent/cur/1.host:2,S" << true;
    }

    void leavesOutWhatIsNotWhole() {
        QFETCH(QString, name);
        write(name, "x");
        write(QStringLiteral("Mail/new/2"), {});
        write(QStringLiteral("Mail/tmp/3"), "x");
        QTEST(files().contains(folder_.path + u'/' + name), "isTaken");
        QVERIFY(files().size() <= 1);
    }

    void readsWhatIsNew() {
        write(QStringLiteral("orders.csv"), orders);
        QCOMPARE(looked(), QStringLiteral("orders.csv 2"));
        QCOMPARE(looked(), QString());
        write(QStringLiteral("orders.csv"),
              orders + "3,2024-01-03T00:00:00Z,cy@example.com,EUR,1\n", 1);
        QCOMPARE(looked(), QStringLiteral("orders.csv 1"));
        QCOMPARE(looked(), QString());
    }

    void theContentsDecideWhereOnlyTheTimeIsAnother() {
        write(QStringLiteral("orders.csv"), orders);
        look();
        write(QStringLiteral("orders.csv"), orders, 1);
        QCOMPARE(looked(), QString());
        write(QStringLiteral("orders.csv"), QByteArray(orders).replace("10.00", "11.00"), 2);
        QCOMPARE(looked(), QStringLiteral("orders.csv 0"));
    }

    void readsAgainWhenItWouldBeReadInAnotherWay() {
        write(QStringLiteral("orders.csv"), orders);
        look();
        store::Database shop(database());
        ShopSettings settings;
        settings.region = QStringLiteral("DE");
        store::SettingsTable(shop).save(settings);
        QCOMPARE(looked(), QStringLiteral("orders.csv 0"));
        QCOMPARE(looked(), QString());
        folder_.source = QStringLiteral("Other");
        QCOMPARE(looked(), QStringLiteral("orders.csv 2"));
        folder_.layout = QStringLiteral("orders");
        QCOMPARE(looked(), QStringLiteral("orders.csv 0"));
        QCOMPARE(looked(), QString());
    }

    void whatIsUndoneIsNewAgain() {
        write(QStringLiteral("orders.csv"), orders);
        const ImportId id = look().imports.at(0).summary.id;
        undoImport(database(), id, {}, {});
        QCOMPARE(looked(), QStringLiteral("orders.csv 2"));
    }

    void anImportByHandCounts() {
        write(QStringLiteral("orders.csv"), orders);
        ImportRequest request;
        request.paths = QStringList{folder_.path};
        request.source = folder_.source;
        QCOMPARE(runImport(database(), request, {}, {}).imports.size(), 1u);
        QCOMPARE(looked(), QString());
        // By hand it is always read.
        const auto again = runImport(database(), request, {}, {});
        QCOMPARE(again.imports.at(0).summary.counts.unchanged, 2);
    }

    void saysOnceWhatItCannotRead() {
        write(QStringLiteral("notes.txt"), "Call Ada\nBuy milk\n");
        QCOMPARE(looked(), QStringLiteral("; notes.txt"));
        QCOMPARE(looked(), QString());
        write(QStringLiteral("notes.txt"), "Call Ada\nBuy tea\n", 1);
        QCOMPARE(looked(), QStringLiteral("; notes.txt"));
    }

    void triesAgainWhenAMappingWasMade() {
        write(QStringLiteral("own.csv"), "Nr,When,Who\n7,2024-01-01T00:00:00Z,ada@example.com\n");
        QCOMPARE(looked(), QStringLiteral("; own.csv"));
        store::Database shop(database());
        store::Transaction transaction(shop);
        store::MappingTable(shop).save(
            {QStringLiteral("own"),
             R"({"name": "own", "header": ["Nr", "When", "Who"], "records": [{"template":)"
             R"("orders", "columns": {"order_id": "Nr", "ordered_at": "When",)"
             R"("customer_email": "Who"}}]})"},
            second(0));
        transaction.commit();
        QCOMPARE(savedMappings(shop).size(), 1u);
        QCOMPARE(looked(), QStringLiteral("own.csv 1"));
        QCOMPARE(looked(), QString());
    }

    void mailsGoTogether() {
        for (int number = 1; number <= 3; ++number)
            write(QStringLiteral("Mail/cur/%1.host:2,S").arg(number), mail(number));
        for (int number = 4; number <= 6; ++number)
            write(QStringLiteral("saved/%1.eml").arg(number), mail(number));
        write(QStringLiteral("orders.csv"), orders);
        QCOMPARE(looked(), QStringLiteral(". 3, Mail 3, orders.csv 2"));
        QCOMPARE(looked(), QString());
        write(QStringLiteral("Mail/new/7.host"), mail(7), 1);
        QCOMPARE(looked(), QStringLiteral("Mail 1"));
        QCOMPARE(looked(), QString());
    }

    void readsAnArchiveOnce() {
        write(QStringLiteral("a/orders.csv"), orders);
        QProcess pack;
        pack.start(QStringLiteral("tar"),
                   {QStringLiteral("-czf"), folder_.path + u"/a.tar.gz"_qs, QStringLiteral("-C"),
                    folder_.path + u"/a"_qs, QStringLiteral("orders.csv")});
        QVERIFY(pack.waitForFinished() && pack.exitCode() == 0);
        QFile::remove(folder_.path + u"/a/orders.csv"_qs);
        QCOMPARE(looked(), QStringLiteral("a.tar.gz/orders.csv 2"));
        QCOMPARE(looked(), QString());
    }

    void aStoppedImportIsNotDone() {
        write(QStringLiteral("orders.csv"), orders);
        std::stop_source stop;
        ImportObserver observer;
        observer.begun = [&](const importers::Input&, const QString&) { stop.request_stop(); };
        QVERIFY(
            importWatched(database(), folder_, files(), observer, stop.get_token()).interrupted);
        QCOMPARE(looked(), QStringLiteral("orders.csv 2"));
    }

    void saysWhatCameOfIt() {
        write(QStringLiteral("orders.csv"), orders + "4,no day,cy@example.com,EUR,1\n");
        QCOMPARE(watchedSummary(folder_, look()),
                 QStringLiteral("Imported orders.csv from Shop: 2 new, 1 rejected"));
        QCOMPARE(watchedSummary(folder_, look()), QString());
        write(QStringLiteral("a.csv"), orders);
        QCOMPARE(watchedSummary(folder_, look()), QString());
    }
};

QTEST_GUILESS_MAIN(WatchedImportTest)
#include "watched_import_test.moc"

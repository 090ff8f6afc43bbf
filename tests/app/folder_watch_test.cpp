// SPDX-License-Identifier: GPL-3.0-or-later
// A watched folder beside the open window: what comes into it is imported by itself, and what goes
// wrong is said once.
#include "app/desktop/folder_watch.h"

#include "app/import_lock.h"
#include "models/store/import_ledger.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace goodfaith;
using namespace goodfaith::app;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;
constexpr int someLooks = 300;
constexpr FolderWatch::Pace quick{200ms, 50ms};

const QByteArray header = "order_id,ordered_at,customer_email,currency,total\n";
const QByteArray first = "1,2024-01-01T00:00:00Z,ada@example.com,EUR,10.00\n";

}  // namespace

class FolderWatchTest : public QObject {
    Q_OBJECT

private:
    struct Window {
        explicit Window(const QString& database)
            : looks(database, [](const QString&) {}),
              imports(database, [](const QString&) {}),
              watch(looks, imports, database, quick),
              imported(&watch, &FolderWatch::imported),
              failed(&watch, &FolderWatch::failed) {}
        WorkerThread looks;
        WorkerThread imports;
        FolderWatch watch;
        QSignalSpy imported;
        QSignalSpy failed;
    };
    std::unique_ptr<QTemporaryDir> place_;
    std::unique_ptr<Window> window_;

    QString database() const { return place_->filePath(QStringLiteral("shop/goodfaith.db")); }
    QString folder() const { return place_->filePath(QStringLiteral("exports")); }
    QString file(const QString& name) const { return folder() + u'/' + name; }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(this->file(name));
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }
    void start() {
        window_ = std::make_unique<Window>(database());
        window_->watch.setFolders({{folder(), QStringLiteral("Shop"), {}}});
    }
    QStringList imported() const {
        QStringList said;
        for (const auto& arguments : window_->imported)
            said += arguments[0].toString();
        return said;
    }
    size_t imports() const {
        store::Database shop(database());
        return store::ImportLedger(shop).all().size();
    }

private Q_SLOTS:
    void init() {
        place_ = std::make_unique<QTemporaryDir>();
        QDir().mkpath(folder());
        QDir().mkpath(place_->filePath(QStringLiteral("shop")));
    }
    void cleanup() { window_.reset(); }

    void importsWhatComes() {
        start();
        write(QStringLiteral("orders.csv"), header + first);
        QTRY_COMPARE_WITH_TIMEOUT(
            imported(), QStringList{QStringLiteral("Imported orders.csv from Shop: 1 new")},
            patience);
        write(QStringLiteral("orders.csv"), "2,2024-01-02T00:00:00Z,bob@example.com,EUR,1\n");
        QTRY_COMPARE_WITH_TIMEOUT(window_->imported.size(), 2, patience);
        QVERIFY(window_->failed.empty());
    }

    void waitsForTheRestOfAFile() {
        start();
        write(QStringLiteral("orders.csv"), header);
        for (int order = 1; order <= 10; ++order) {
            QTest::qWait(20);
            write(QStringLiteral("orders.csv"),
                  QByteArray::number(order) + ",2024-01-01T00:00:00Z,ada@example.com,EUR,1\n");
        }
        QTRY_COMPARE_WITH_TIMEOUT(
            imported(), QStringList{QStringLiteral("Imported orders.csv from Shop: 10 new")},
            patience);
        QCOMPARE(imports(), 1u);
    }

    void saysOnceWhatItCannotRead() {
        write(QStringLiteral("notes.txt"), "Call Ada\nBuy milk\n");
        start();
        QTRY_COMPARE_WITH_TIMEOUT(window_->failed.size(), 1, patience);
        QVERIFY(window_->failed[0][0].toString().contains(u"notes.txt"));
        QTest::qWait(someLooks);
        QCOMPARE(window_->failed.size(), 1);
        start();
        QTest::qWait(someLooks);
        QCOMPARE(window_->failed.size(), 0);
    }

    void doesNotReadAgainAtTheNextStart() {
        write(QStringLiteral("orders.csv"), header + first);
        start();
        QTRY_COMPARE_WITH_TIMEOUT(window_->imported.size(), 1, patience);
        start();
        QTest::qWait(someLooks);
        QCOMPARE(imports(), 1u);
        QCOMPARE(window_->imported.size(), 0);
    }

    void theFolderGoesAndComesBack() {
        start();
        write(QStringLiteral("orders.csv"), header + first);
        QTRY_COMPARE_WITH_TIMEOUT(window_->imported.size(), 1, patience);
        QVERIFY(QDir().rename(folder(), folder() + u'2'));
        QTRY_COMPARE_WITH_TIMEOUT(window_->failed.size(), 1, patience);
        QVERIFY(window_->failed[0][0].toString().contains(folder()));
        QTest::qWait(someLooks);
        QCOMPARE(window_->failed.size(), 1);
        QVERIFY(QDir().rename(folder() + u'2', folder()));
        write(QStringLiteral("more.csv"), header + "2,2024-01-02T00:00:00Z,b@example.com,EUR,1\n");
        QTRY_COMPARE_WITH_TIMEOUT(window_->imported.size(), 2, patience);
        QCOMPARE(imported()[1], QStringLiteral("Imported more.csv from Shop: 1 new"));
        QCOMPARE(imports(), 2u);
    }

    void waitsForAnotherImport() {
        auto lock = std::make_unique<ImportLock>(database());
        write(QStringLiteral("orders.csv"), header + first);
        start();
        QTest::qWait(someLooks);
        QCOMPARE(window_->imported.size(), 0);
        lock.reset();
        QTRY_COMPARE_WITH_TIMEOUT(window_->imported.size(), 1, patience);
        QVERIFY(window_->failed.empty());
    }

    void watchesNoLonger() {
        start();
        QTest::qWait(50);
        window_->watch.setFolders({});
        write(QStringLiteral("orders.csv"), header + first);
        QTest::qWait(someLooks);
        QCOMPARE(window_->imported.size(), 0);
    }
};

QTEST_GUILESS_MAIN(FolderWatchTest)
#include "folder_watch_test.moc"

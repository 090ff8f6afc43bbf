// SPDX-License-Identifier: GPL-3.0-or-later
// An import that is killed leaves a sound database, and the same command finishes the job.
#include "cli_runner.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <csignal>

namespace {

constexpr int rowCount = 60'000;

void writeOrders(const QString& path) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("order_id,customer_id,ordered_at,customer_name,customer_email,currency,total\n");
    for (int i = 0; i < rowCount; ++i)
        file.write(
            QStringLiteral("%1,%2,2024-%3-%4T10:00:00Z,Customer %2,c%2@mail.example,EUR,%5.00\n")
                .arg(i)
                .arg(i % 5000)
                .arg(i % 12 + 1, 2, 10, QLatin1Char('0'))
                .arg(i % 28 + 1, 2, 10, QLatin1Char('0'))
                .arg(i % 300)
                .toUtf8());
}

qint64 committedBytes(const CliRunner& shop) {
    return QFileInfo(shop.database() + QStringLiteral("-wal")).size() +
           QFileInfo(shop.database()).size();
}

// Ends the import with that signal once it has committed something and is still at work.
bool interruptImport(const CliRunner& shop, const QString& orders, int signal, int* exitCode) {
    QProcess process;
    process.start(QStringLiteral(GOODFAITH_CLI),
                  shop.withDatabase({QStringLiteral("import"), orders}));
    QElapsedTimer timer;
    timer.start();
    constexpr qint64 afterFirstTransaction = 16'000'000;
    while (committedBytes(shop) < afterFirstTransaction && timer.elapsed() < 60'000 &&
           !process.waitForFinished(5)) {
    }
    const bool wasRunning = process.state() == QProcess::Running;
    if (wasRunning)
        ::kill(static_cast<pid_t>(process.processId()), signal);
    process.waitForFinished(60'000);
    *exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return wasRunning;
}

}  // namespace

class InterruptedImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killedAndCompleted_data() {
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("kill -9") << SIGKILL << -1;
        QTest::newRow("Ctrl+C") << SIGINT << 130;
        QTest::newRow("kill") << SIGTERM << 130;
    }
    void killedAndCompleted() {
        QFETCH(int, signal);
        CliRunner shop;
        const QString orders = shop.file(QStringLiteral("orders.csv"));
        writeOrders(orders);
        int exitCode = 0;
        QVERIFY2(interruptImport(shop, orders, signal, &exitCode),
                 "the import ended before the signal");
        QTEST(exitCode, "exitCode");

        QCOMPARE(shop.run({QStringLiteral("check")}).exitCode, 0);
        const QJsonObject partly = shop.json({QStringLiteral("imports")});
        const auto inserted = [](const QJsonObject& imports) {
            return imports.value(QLatin1String("imports"))
                .toArray()
                .at(0)
                .toObject()
                .value(QLatin1String("inserted"))
                .toInt();
        };
        QVERIFY(inserted(partly) > 0);
        QVERIFY(inserted(partly) < rowCount);

        QCOMPARE(shop.run({QStringLiteral("import"), orders}).exitCode, 0);
        const QJsonObject whole = shop.json({QStringLiteral("imports")});
        QCOMPARE(whole.value(QLatin1String("imports")).toArray().size(), 1);
        QCOMPARE(inserted(whole), rowCount);
        QCOMPARE(shop.json({QStringLiteral("customers")})
                     .value(QLatin1String("customers"))
                     .toArray()
                     .size(),
                 5000);
        QCOMPARE(shop.run({QStringLiteral("check")}).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(InterruptedImportTest)
#include "interrupted_import_test.moc"

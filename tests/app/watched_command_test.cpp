// SPDX-License-Identifier: GPL-3.0-or-later
// "import --watched" as cron runs it: only what is new, and not a word while all goes well.
#include "cli_runner.h"

#include <QDir>
#include <QFile>
#include <QTest>

class WatchedCommandTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<CliRunner> cli_;

    void write(const QString& name, const QByteArray& bytes) const {
        QDir().mkpath(cli_->file(QStringLiteral("exports")));
        QFile file(cli_->file(QStringLiteral("exports/") + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.flush();
        file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-60),
                         QFileDevice::FileModificationTime);
    }
    CliResult watched() const {
        return cli_->run(
            {QStringLiteral("import"), QStringLiteral("--watched"), QStringLiteral("--quiet")});
    }

private Q_SLOTS:
    void init() {
        cli_ = std::make_unique<CliRunner>();
        write(QStringLiteral("orders.csv"),
              "order_id,ordered_at,customer_email,currency,total\n"
              "1,2024-01-01T00:00:00Z,ada@example.com,EUR,10.00\n");
        QCOMPARE(cli_->run({QStringLiteral("settings"), QStringLiteral("watched-folders"),
                            cli_->file(QStringLiteral("exports")) + QStringLiteral("=Shop")})
                     .exitCode,
                 0);
    }

    void isSilentWhileAllGoesWell() {
        for (int run = 0; run < 2; ++run) {
            const CliResult result = watched();
            QCOMPARE(result.exitCode, 0);
            QCOMPARE(result.output + result.errors, QByteArray());
        }
        const auto imports = cli_->json({QStringLiteral("imports")})[u"imports"].toArray();
        QCOMPARE(imports.size(), 1);
        QCOMPARE(imports[0][u"source"].toString(), QStringLiteral("Shop"));
        const auto coverage = cli_->json({QStringLiteral("coverage")})[u"coverage"].toArray();
        QCOMPARE(coverage[0][u"source"].toString(), QStringLiteral("Shop"));
        QCOMPARE(coverage[0][u"imported_at"], imports[0][u"at"]);
    }

    void leavesWhatIsStillWritten() {
        QFile file(cli_->file(QStringLiteral("exports/orders.csv")));
        QVERIFY(file.open(QIODevice::Append));
        file.write("2,2024-01-02T00:00:00Z,bob@example.com,EUR,1\n");
        file.close();
        QVERIFY(file.open(QIODevice::Append));
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
        QVERIFY(watched().exitCode == 0);
        QVERIFY(cli_->json({QStringLiteral("imports")})[u"imports"].toArray().isEmpty());
    }

    void saysOnceWhatNeedsSomebody() {
        write(QStringLiteral("bad.csv"),
              "order_id,ordered_at,customer_email,currency,total\n"
              "2,no day,ada@example.com,EUR,10.00\n");
        CliResult result = watched();
        QCOMPARE(result.exitCode, 1);
        QVERIFY(result.output.contains("bad.csv") && !result.output.contains("orders.csv"));
        QCOMPARE(watched().exitCode, 0);
        write(QStringLiteral("notes.txt"), "Call Ada\nBuy milk\n");
        result = watched();
        QCOMPARE(result.exitCode, 3);
        QVERIFY(result.errors.contains("notes.txt"));
        QCOMPARE(watched().exitCode, 0);
    }

    void saysThatAFolderIsGone() {
        QVERIFY(QDir(cli_->file(QStringLiteral("exports"))).removeRecursively());
        const CliResult result = watched();
        QCOMPARE(result.exitCode, 3);
        QVERIFY(result.errors.contains("exports"));
    }

    void refusesWrongUse_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("neither paths nor --watched") << QStringList();
        QTest::newRow("both") << QStringList{QStringLiteral("--watched"), QStringLiteral("a.csv")};
        QTest::newRow("a reading") << QStringList{QStringLiteral("--watched"),
                                                  QStringLiteral("--as"), QStringLiteral("orders")};
        QTest::newRow("a dry run")
            << QStringList{QStringLiteral("--watched"), QStringLiteral("--dry-run")};
    }

    void refusesWrongUse() {
        QFETCH(QStringList, arguments);
        const CliResult result = cli_->run(QStringList{QStringLiteral("import")} + arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.errors.isEmpty());
    }

    void watchesNothing() {
        cli_->run({QStringLiteral("settings"), QStringLiteral("watched-folders"), QString()});
        QCOMPARE(watched().exitCode, 2);
    }

    void aQuietImportSaysOnlyWhatNeedsSomebody() {
        const QStringList quiet{QStringLiteral("import"), QStringLiteral("--quiet"),
                                cli_->file(QStringLiteral("exports"))};
        const CliResult result = cli_->run(quiet);
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.output + result.errors, QByteArray());
    }
};

QTEST_APPLESS_MAIN(WatchedCommandTest)
#include "watched_command_test.moc"

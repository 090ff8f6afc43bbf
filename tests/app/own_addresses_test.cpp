// SPDX-License-Identifier: GPL-3.0-or-later
// What an import of mail says as long as nobody said which addresses are ours.
#include "tests/app/cli_runner.h"

#include <QFile>
#include <QTest>

namespace {

const auto nobodyIsUs = QByteArrayLiteral("None of our own addresses is known");

// From as many customers, to an address of its own each where `isShared` is not set.
QByteArray mailbox(int mails, bool isShared) {
    QByteArray text;
    for (int i = 0; i < mails; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "From - Mon May  6 10:00:00 2024\nFrom: one" + number +
                "@example.com\nTo: Support" + (isShared ? QByteArray() : number) +
                "@shop.example\nDate: Mon, 6 May 2024 10:00:00 +0000\nMessage-ID: <" + number +
                "@example.com>\nSubject: Lamp\n\nWhen does it ship?\n\n";
    }
    return text;
}

QByteArray import(const CliRunner& runner, const QByteArray& mails) {
    const QString path = runner.file(QStringLiteral("in.mbox"));
    QFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(mails) > 0;
    file.close();
    const CliResult result = runner.run({QStringLiteral("import"), path});
    return isWritten && result.exitCode == 0 ? result.output + result.errors : QByteArray();
}

}  // namespace

class OwnAddressesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guess_data() {
        QTest::addColumn<int>("mails");
        QTest::addColumn<bool>("isShared");
        QTest::addColumn<QByteArray>("guess");  // empty: none
        QTest::newRow("most name one")
            << 1200 << true
            << QByteArray("Most name support@shop.example (1,200 of 1,200): it is probably ours.");
        QTest::newRow("too few to tell") << 19 << true << QByteArray();
        QTest::newRow("each names another") << 30 << false << QByteArray();
    }
    void guess() {
        QFETCH(int, mails);
        QFETCH(bool, isShared);
        QFETCH(QByteArray, guess);
        const QByteArray said = import(CliRunner(), mailbox(mails, isShared));
        QVERIFY(said.contains(nobodyIsUs));
        QCOMPARE(said.contains("probably ours"), !guess.isEmpty());
        QVERIFY2(said.contains(guess), said.constData());
    }

    void saidOnceForSeveralMailboxes() {
        const CliRunner runner;
        QStringList command{QStringLiteral("import")};
        for (int i = 0; i < 3; ++i) {
            QFile file(runner.file(QStringLiteral("%1.mbox").arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(mailbox(30, true)) > 0);
            command << file.fileName();
        }
        const CliResult result = runner.run(command);
        QCOMPARE(QByteArray(result.output + result.errors).count(nobodyIsUs), 1);
    }

    void nothingWhereOneIsKnown() {
        const CliRunner runner;
        runner.run({QStringLiteral("settings"), QStringLiteral("own-addresses"),
                    QStringLiteral("support@shop.example")});
        const QByteArray said = import(runner, mailbox(30, true));
        QVERIFY(said.contains("30 new") && !said.contains(nobodyIsUs));
    }
};

QTEST_GUILESS_MAIN(OwnAddressesTest)
#include "own_addresses_test.moc"

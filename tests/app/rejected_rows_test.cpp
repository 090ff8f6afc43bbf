// SPDX-License-Identifier: GPL-3.0-or-later
// Rejected rows are written with their own columns, mended, and imported by themselves: as the
// file was that they are from, into the same account.
#include "cli_runner.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace {

const QString rejectsName = QStringLiteral("rejects.csv");

QByteArray content(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}  // namespace

class RejectedRowsTest : public QObject {
    Q_OBJECT

private:
    static QJsonObject import(const CliRunner& cli, const QStringList& arguments) {
        const auto result =
            cli.run(QStringList{QStringLiteral("import"), QStringLiteral("--json")} + arguments);
        return result.json()[u"imports"].toArray().at(0).toObject();
    }

private Q_SLOTS:
    // A bank account is nobody's business: of a payer stays what tells two apart.
    void payersAreNowhereToBeFound() {
        CliRunner cli;
        const QString path = cli.file(QStringLiteral("payments.csv"));
        QVERIFY(write(path,
                      "payment_id,paid_at,amount,payer\n1,2024-01-01,5,GB29NWBK60161331926819\n"
                      "2,2024-01-01,much,GB29NWBK60161331926819\n"));
        QCOMPARE(import(cli, {path})[u"inserted"].toInt(), 1);
        const QByteArray kept = content(cli.database()) + content(cli.database() + u"-wal");
        QVERIFY(kept.contains("payer_hash"));
        QVERIFY(!kept.contains("GB29NWBK60161331926819"));
    }

    void mendedRowsAreImported_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QString>("readAs");
        QTest::newRow("template") << QByteArray(
                                         "order_id,ordered_at,customer_phone,currency,total\n"
                                         "1,2024-01-01T00:00:00Z,+44 20 7946 0018,EUR,10.00\n"
                                         "2,no day,+44 20 7946 0019,EUR,10.00\n")
                                  << QStringList() << QByteArray("no day")
                                  << QByteArray("2024-01-02") << QStringLiteral("orders");
        QTest::newRow("template with a reason of its own")
            << QByteArray(
                   "refund_id,order_id,refunded_at,amount,currency,reason\n"
                   "1,7,2024-01-01,5,EUR,late\n2,8,2024-01-01,much,EUR,broken\n")
            << QStringList() << QByteArray("much") << QByteArray("6") << QStringLiteral("refunds");
        QFile shopify(QStringLiteral(GOODFAITH_TEST_DATA "/csv/shopify-orders.csv"));
        QVERIFY(shopify.open(QIODevice::ReadOnly));
        QFile calls(QStringLiteral(GOODFAITH_TEST_DATA "/csv/asterisk-master.csv"));
        QVERIFY(calls.open(QIODevice::ReadOnly));
        QByteArray bad = calls.readLine();
        const QByteArray good = calls.readAll();
        const qsizetype at = bad.indexOf("\"20");
        const QByteArray day = bad.mid(at + 1, 10);
        bad.replace(at + 1, 10, "someday...");
        QTest::newRow("preset without a header")
            << QByteArray(good + bad) << QStringList() << QByteArray("someday...") << day
            << QStringLiteral("asterisk-master");
    }
    void mendedRowsAreImported() {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, options);
        QFETCH(QByteArray, wrong);
        QFETCH(QByteArray, right);
        CliRunner cli;
        const QString path = cli.file(QStringLiteral("file.csv"));
        const QString rejects = cli.file(rejectsName);
        QVERIFY(write(path, bytes));
        const QJsonObject first =
            import(cli, QStringList{path, QStringLiteral("--source"), QStringLiteral("north"),
                                    QStringLiteral("--rejects"), rejects} +
                            options);
        QCOMPARE(first[u"rejected"].toInt(), 1);
        const QByteArray list = content(rejects);
        QVERIFY2(list.contains(wrong), list);

        const QString mended = cli.file(QStringLiteral("mended.csv"));
        QVERIFY(write(mended, QByteArray(list).replace(wrong, right)));
        const QJsonObject second = import(cli, {mended});
        QCOMPARE(second[u"rejected"].toInt(), 0);
        QCOMPARE(second[u"inserted"].toInt(), 1);
        QCOMPARE(second[u"source"].toString(), QStringLiteral("north"));
        const QString preset = second[u"preset"].toString();
        QTEST(preset.isEmpty() ? second[u"template"].toString() : preset, "readAs");
        // The same as the mended file would have given.
        QVERIFY(write(path, QByteArray(bytes).replace(wrong, right)));
        const QJsonObject whole =
            import(cli, {path, QStringLiteral("--source"), QStringLiteral("north")});
        QCOMPARE(whole[u"inserted"].toInt() + whole[u"updated"].toInt(), 0);
    }

    // Rows of an order know which of its rows they were.
    void rowsOfAnOrderStayInTheirPlace() {
        CliRunner cli;
        const QByteArray header("Name,Created at,Currency,Total,Lineitem name,Lineitem quantity\n");
        const QByteArray order("#1,2024-01-01 10:00:00 +0100,EUR,10.00,Cup,1\n#1,,,,Bowl,");
        const QString path = cli.file(QStringLiteral("file.csv"));
        const QString rejects = cli.file(rejectsName);
        QVERIFY(write(path, header + order + "few\n#1,,,,Tray,3\n"));
        QCOMPARE(import(cli, {path, QStringLiteral("--rejects"), rejects})[u"rejected"].toInt(), 1);
        const QByteArray list = content(rejects);
        QVERIFY(write(rejects, QByteArray(list).replace("few", "2")));
        QCOMPARE(import(cli, {rejects})[u"inserted"].toInt(), 1);
        QVERIFY(write(path, header + order + "2\n#1,,,,Tray,3\n"));
        const QJsonObject whole = import(cli, {path});
        QCOMPARE(whole[u"inserted"].toInt() + whole[u"updated"].toInt(), 0);
    }

    void aListThatIsImportedIsNotWrittenOver_data() {
        QTest::addColumn<QString>("imported");
        QTest::addColumn<QString>("written");
        QTest::newRow("itself") << "in/rejects.csv"
                                << "in/rejects.csv";
        QTest::newRow("by another way") << "in/rejects.csv"
                                        << "in/../in/rejects.csv";
        QTest::newRow("by a link") << "in/rejects.csv"
                                   << "link.csv";
        QTest::newRow("in the folder") << "in"
                                       << "in/rejects.csv";
        QTest::newRow("new in the folder") << "in"
                                           << "in/more.csv";
    }
    void aListThatIsImportedIsNotWrittenOver() {
        QFETCH(QString, imported);
        QFETCH(QString, written);
        CliRunner cli;
        QVERIFY(QDir().mkpath(cli.file(QStringLiteral("in"))));
        const QString list = cli.file(QStringLiteral("in/rejects.csv"));
        const QString orders = cli.file(QStringLiteral("orders.csv"));
        QVERIFY(write(orders, "order_id,ordered_at,total\n1,no day,10\n"));
        import(cli, {orders, QStringLiteral("--rejects"), list});
        QVERIFY(QFile::link(list, cli.file(QStringLiteral("link.csv"))));
        const QByteArray before = content(list);
        const auto result = cli.run({QStringLiteral("import"), cli.file(imported),
                                     QStringLiteral("--rejects"), cli.file(written)});
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains("is among the files to import"), result.errors);
        QCOMPARE(content(list), before);
    }

    void eachHeaderHasAListOfItsOwn() {
        CliRunner cli;
        const QString orders = cli.file(QStringLiteral("orders.csv"));
        const QString more = cli.file(QStringLiteral("more.csv"));
        const QString refunds = cli.file(QStringLiteral("refunds.csv"));
        QVERIFY(write(orders, "order_id,ordered_at,total\n1,no day,10\n"));
        QVERIFY(write(more, "order_id,ordered_at,total\n2,2024-01-01,much\n"));
        QVERIFY(write(refunds, "refund_id,refunded_at,amount\n1,2024-01-01,much\n"));
        import(cli, {orders, refunds, more, QStringLiteral("--rejects"), cli.file(rejectsName)});
        QCOMPARE(content(cli.file(rejectsName)).count('\n'), 3);
        QCOMPARE(content(cli.file(QStringLiteral("rejects-2.csv"))).count('\n'), 2);
    }
};

QTEST_GUILESS_MAIN(RejectedRowsTest)
#include "rejected_rows_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// analyse: what a text says, alone or a line at a time, by the shop's own zone and hours.
#include "cli_runner.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

class AnalyseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOneText();
    void readsOursWithPromises();
    void readsLines();
    void goesByTheShopsHours();
    void refuses_data();
    void refuses();

private:
    QString written(const QByteArray& text) const {
        QFile file(cli_.file(QStringLiteral("text.txt")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }
    CliRunner cli_;
};

void AnalyseTest::readsOneText() {
    const QString file = written(
        "The lamp arrived smashed, I want my money back!\n\n"
        "> I will call you tomorrow.\n");
    const QJsonObject said = cli_.json({QStringLiteral("analyse"), file});
    QCOMPARE(said[QStringLiteral("complaint")].toBool(), true);
    QCOMPARE(said[QStringLiteral("topic")].toString(), QStringLiteral("damaged"));
    QCOMPARE(said[QStringLiteral("asks")].toArray(), QJsonArray{QStringLiteral("refund")});
    QCOMPARE(said[QStringLiteral("promises")].toArray(), QJsonArray());
    QCOMPARE(said[QStringLiteral("new_text")].toString(),
             QStringLiteral("The lamp arrived smashed, I want my money back!"));
    QVERIFY(!QFileInfo::exists(cli_.database()));  // a question makes none
}

void AnalyseTest::readsOursWithPromises() {
    const QString file = written("I am sorry. I'll call you tomorrow morning.");
    const QJsonObject said =
        cli_.json({QStringLiteral("analyse"), file, QStringLiteral("--outbound"),
                   QStringLiteral("--at"), QStringLiteral("2026-11-20T16:30:00Z")});
    const QJsonObject promise = said[QStringLiteral("promises")].toArray().at(0).toObject();
    QCOMPARE(promise[QStringLiteral("due")].toString(), QStringLiteral("2026-11-23T12:00:00Z"));
    QCOMPARE(promise[QStringLiteral("kind")].toString(), QStringLiteral("call"));
    QCOMPARE(promise[QStringLiteral("text")].toString(),
             QStringLiteral("I'll call you tomorrow morning"));
}

void AnalyseTest::readsLines() {
    const QString file = written(
        R"({"id": 7, "text": "My parcel never came and nobody answers me. I want a refund!", "direction": "in"})"
        "\nnothing\n"
        R"({"id": "b", "text": "You will have it by Friday.", "direction": "outbound", )"
        R"("at": "2026-11-18T10:00:00Z"})"
        "\n");
    const CliResult result =
        cli_.run({QStringLiteral("analyse"), file, QStringLiteral("--json-lines")});
    QCOMPARE(result.exitCode, 1);
    QVERIFY(result.errors.contains("Line 2 was left out"));
    const auto lines = result.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(first[QStringLiteral("id")].toInt(), 7);
    QCOMPARE(first[QStringLiteral("complaint")].toBool(), true);
    const QJsonObject second = QJsonDocument::fromJson(lines[1]).object();
    QCOMPARE(second[QStringLiteral("id")].toString(), QStringLiteral("b"));
    QCOMPARE(second[QStringLiteral("promises")].toArray().at(0)[QStringLiteral("due")].toString(),
             QStringLiteral("2026-11-20T17:00:00Z"));
}

void AnalyseTest::goesByTheShopsHours() {
    const auto set = [&](const char* key, const char* value) {
        return cli_
            .run({QStringLiteral("settings"), QString::fromLatin1(key), QString::fromLatin1(value)})
            .exitCode;
    };
    QCOMPARE(set("time-zone", "Europe/Berlin"), 0);
    QCOMPARE(set("business-hours", "Mon-Fri 09:00-12:30 13:00-18:00"), 0);
    QCOMPARE(set("holidays", "2026-11-20"), 0);
    const QString file = written("We will refund you within 2 working days.");
    const QJsonObject said =
        cli_.json({QStringLiteral("analyse"), file, QStringLiteral("--outbound"),
                   QStringLiteral("--at"), QStringLiteral("2026-11-18T10:00")});
    QCOMPARE(said[QStringLiteral("promises")].toArray().at(0)[QStringLiteral("due")].toString(),
             QStringLiteral("2026-11-23T17:00:00Z"));
    QCOMPARE(set("business-hours", "Mon-Sun closed"), 2);
}

void AnalyseTest::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no such file") << QStringList{QStringLiteral("analyse"),
                                                 QStringLiteral("/nowhere/x.txt")}
                                  << 3;
    QTest::newRow("no date") << QStringList{QStringLiteral("analyse"), written("Hello"),
                                            QStringLiteral("--at"), QStringLiteral("soon")}
                             << 2;
}

void AnalyseTest::refuses() {
    QFETCH(QStringList, arguments);
    QTEST(cli_.run(arguments).exitCode, "exitCode");
}

QTEST_APPLESS_MAIN(AnalyseTest)
#include "analyse_test.moc"

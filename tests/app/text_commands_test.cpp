// SPDX-License-Identifier: GPL-3.0-or-later
// phrases, faq: what to write to a customer, from a script.
#include "cli_runner.h"

#include <QFile>
#include <QTest>

class TextCommandsTest : public QObject {
    Q_OBJECT

private:
    CliRunner cli_;

    static QJsonObject phrase(const QJsonObject& answer, const QString& key) {
        for (const QJsonValue& one : answer[QStringLiteral("phrases")].toArray()) {
            if (one[QStringLiteral("key")].toString() == key)
                return one.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() {
        QFile file(cli_.file(QStringLiteral("orders.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "order_id,ordered_at,customer_name,customer_email,total,currency\n"
            "1042,2024-03-01T10:00:00Z,\"Lindqvist, Ada\",ada@example.com,20.00,EUR\n");
        file.close();
        QCOMPARE(cli_.run({QStringLiteral("import"), file.fileName()}).exitCode, 0);
    }

    void fillsWithWhatIsKnown() {
        const QJsonObject answer =
            cli_.json({QStringLiteral("phrases"), QStringLiteral("order:1042")});
        QCOMPARE(phrase(answer, QStringLiteral("greeting"))[QStringLiteral("text")].toString(),
                 QStringLiteral("Dear Ada,"));
        const QJsonObject sent = phrase(answer, QStringLiteral("on-its-way"));
        QVERIFY(sent[QStringLiteral("text")].toString().contains(QStringLiteral("order 1042")));
        QCOMPARE(sent[QStringLiteral("missing")].toArray().first().toString(),
                 QStringLiteral("carrier"));
        QVERIFY(sent[QStringLiteral("template")].toString().contains(QStringLiteral("{order}")));
        QVERIFY(sent[QStringLiteral("changed_at")].isNull());
    }

    void offersOnlyWhatIsFilled() {
        const QByteArray text =
            cli_.run({QStringLiteral("phrases"), QStringLiteral("ada@example.com")}).output;
        QVERIFY2(text.contains("  Greeting\n    Dear Ada,\n"), text);
        QVERIFY2(!text.contains('{'), text);
    }

    void nobody() {
        QCOMPARE(cli_.run({QStringLiteral("phrases"), QStringLiteral("eve@x.example")}).exitCode,
                 5);
    }

    void noQuestionYet() {
        QCOMPARE(cli_.run({QStringLiteral("faq")}).output,
                 QByteArray("No question is answered yet.\n"));
        QVERIFY(cli_.json({QStringLiteral("faq"), QStringLiteral("refund")})
                    .value(QStringLiteral("answers"))
                    .isArray());
    }
};

QTEST_GUILESS_MAIN(TextCommandsTest)
#include "text_commands_test.moc"

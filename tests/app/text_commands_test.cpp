// SPDX-License-Identifier: GPL-3.0-or-later
// phrases, faq: what to write to a customer, from a script.
#include "cli_runner.h"

#include <QFile>
#include <QTest>

class TextCommandsTest : public QObject {
    Q_OBJECT

private:
    CliRunner cli_;

    // The one whose field is so.
    static QJsonObject phrase(const QJsonObject& answer, const QString& field,
                              const QString& value) {
        for (const QJsonValue& one : answer[QStringLiteral("phrases")].toArray()) {
            if (one[field].toString() == value)
                return one.toObject();
        }
        return {};
    }
    static QJsonObject phrase(const QJsonObject& answer, const QString& key) {
        return phrase(answer, QStringLiteral("key"), key);
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

    void aPhraseOfOnesOwn() {
        QCOMPARE(cli_.run({QStringLiteral("save-text"), QStringLiteral("phrase"),
                           QStringLiteral("Regards"), QStringLiteral("Yours, {shop}"),
                           QStringLiteral("--by"), QStringLiteral("Kim")})
                     .output,
                 QByteArray("Saved “Regards”.\n"));
        const QStringList ask{QStringLiteral("phrases"), QStringLiteral("order:1042")};
        const QJsonObject own =
            phrase(cli_.json(ask), QStringLiteral("title"), QStringLiteral("Regards"));
        QCOMPARE(own[QStringLiteral("changed_by")].toString(), QStringLiteral("Kim"));
        const QString key = own[QStringLiteral("key")].toString();
        QCOMPARE(
            cli_.run({QStringLiteral("save-text"), QStringLiteral("phrase"),
                      QStringLiteral("Regards"), QStringLiteral("Yours"), QStringLiteral("--key"),
                      key, QStringLiteral("--fits"), QStringLiteral("no_complaint")})
                .exitCode,
            0);
        const QJsonObject changed = phrase(cli_.json(ask), key);
        QCOMPARE(changed[QStringLiteral("text")].toString(), QStringLiteral("Yours"));
        QVERIFY(changed[QStringLiteral("fit")].toDouble() > 0);
        QCOMPARE(cli_.run({QStringLiteral("undo")}).output,
                 QByteArray("Undone: saving the phrase “Regards”.\n"));
        QCOMPARE(phrase(cli_.json(ask), key)[QStringLiteral("template")].toString(),
                 QStringLiteral("Yours, {shop}"));
        QCOMPARE(cli_.run({QStringLiteral("remove-text"), QStringLiteral("phrase"), key}).exitCode,
                 0);
        QVERIFY(phrase(cli_.json(ask), key).isEmpty());
    }

    void wrongTexts_data() {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("slot") << QStringList{QStringLiteral("save-text"), QStringLiteral("phrase"),
                                             QStringLiteral("A"), QStringLiteral("{shoe_size}")}
                              << 2;
        QTest::newRow("kind") << QStringList{QStringLiteral("save-text"), QStringLiteral("poem"),
                                             QStringLiteral("A"), QStringLiteral("B")}
                              << 2;
        QTest::newRow("key") << QStringList{QStringLiteral("save-text"), QStringLiteral("answer"),
                                            QStringLiteral("A"),         QStringLiteral("B"),
                                            QStringLiteral("--key"),     QStringLiteral("none")}
                             << 5;
        QTest::newRow("removed") << QStringList{QStringLiteral("remove-text"),
                                                QStringLiteral("answer"), QStringLiteral("none")}
                                 << 5;
    }
    void wrongTexts() {
        QFETCH(QStringList, command);
        QTEST(cli_.run(command).exitCode, "exitCode");
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

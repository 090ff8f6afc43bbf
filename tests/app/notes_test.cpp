// SPDX-License-Identifier: GPL-3.0-or-later
// What people write down: notes, promises made on the phone, and their word on promises that were
// found; each can be undone.
#include "cli_runner.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

class NotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsAPromise();
    void notesAPromise();
    void writesANote();
    void settlesWhatWasFound();
    void correctsWhatWasRead();
    void keepsNotesThroughAMerge();
    void refuses_data();
    void refuses();

private:
    // As of so many days from now.
    QJsonObject brief(int days = 1) const {
        return cli_.json({QStringLiteral("brief"), QStringLiteral("ada@example.com"),
                          QStringLiteral("--as-of"), dayFromNow(days).toString(Qt::ISODate)});
    }
    static QDateTime dayFromNow(int days) { return QDateTime::currentDateTimeUtc().addDays(days); }
    // "call due; reply kept"
    static QString promisesOf(const QJsonObject& brief) {
        QStringList texts;
        const auto promises = brief[QStringLiteral("promises")].toArray();
        for (const auto& promise : promises)
            texts << promise[QStringLiteral("kind")].toString() + u' ' +
                         promise[QStringLiteral("state")].toString();
        return texts.join(QStringLiteral("; "));
    }
    int run(const QStringList& arguments) const { return cli_.run(arguments).exitCode; }

    CliRunner cli_;
};

void NotesTest::initTestCase() {
    QFile file(cli_.file(QStringLiteral("mail.mbox")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    // The clock is the program's own, so the mail is of this week.
    const QByteArray date = dayFromNow(-2).toString(Qt::RFC2822Date).toLatin1();
    file.write(
        "From support@shop.example Wed Nov 18 10:00:00 2026\n"
        "From: Shop <support@shop.example>\nTo: Ada <ada@example.com>\n"
        "Date: " +
        date +
        "\nMessage-ID: <1@shop.example>\n"
        "Subject: Your lamp\n\nDear Ada,\n\nI'll call you within 400 hours.\n\n"
        "From bob@example.com Wed Nov 18 11:00:00 2026\n"
        "From: Bob <bob@example.com>\nTo: Shop <support@shop.example>\n"
        "Date: " +
        date +
        "\nMessage-ID: <2@example.com>\n"
        "Subject: Question\n\nDo you have it in green?\n\n");
    file.close();
    QCOMPARE(run({QStringLiteral("import"), file.fileName(), QStringLiteral("--own-address"),
                  QStringLiteral("shop.example")}),
             0);
}

void NotesTest::findsAPromise() {
    const QJsonObject promise = brief()[QStringLiteral("promises")].toArray().at(0).toObject();
    QCOMPARE(promise[QStringLiteral("state")].toString(), QStringLiteral("due"));
    QCOMPARE(promise[QStringLiteral("text")].toString(),
             QStringLiteral("I'll call you within 400 hours"));
    QCOMPARE(promise[QStringLiteral("stands")].toBool(), true);
    QVERIFY(brief()[QStringLiteral("advice")].toArray().at(0).toString().contains(
        QStringLiteral("promised to call them")));
}

void NotesTest::notesAPromise() {
    QCOMPARE(run({QStringLiteral("promise"), QStringLiteral("ada@example.com"),
                  QStringLiteral("refund the postage"), QStringLiteral("--due"),
                  QStringLiteral("2099-01-01"), QStringLiteral("--by"), QStringLiteral("Kim")}),
             0);
    const auto both = QStringLiteral("call due; refund due");
    QCOMPARE(promisesOf(brief()), both);
    QCOMPARE(run({QStringLiteral("undo")}), 0);
    QCOMPARE(promisesOf(brief()), QStringLiteral("call due"));
    QCOMPARE(run({QStringLiteral("redo")}), 0);
    QCOMPARE(promisesOf(brief()), both);
    QCOMPARE(promisesOf(brief(-1)), QStringLiteral("call due"));  // not yet noted then
    QCOMPARE(run({QStringLiteral("undo")}), 0);
}

void NotesTest::writesANote() {
    const auto notes = [&] { return brief()[QStringLiteral("notes")].toArray(); };
    QCOMPARE(run({QStringLiteral("note"), QStringLiteral("ada@example.com"),
                  QStringLiteral("prefers to be called"), QStringLiteral("--by"),
                  QStringLiteral("Kim")}),
             0);
    QCOMPARE(notes().size(), 1);
    QCOMPARE(notes().at(0)[QStringLiteral("text")].toString(),
             QStringLiteral("prefers to be called"));
    QCOMPARE(notes().at(0)[QStringLiteral("by")].toString(), QStringLiteral("Kim"));
    const CliResult undone = cli_.run({QStringLiteral("undo")});
    QVERIFY(undone.output.contains("noting \"prefers to be called\" of Ada"));
    QCOMPARE(notes().size(), 0);
}

void NotesTest::settlesWhatWasFound() {
    const int event =
        brief()[QStringLiteral("promises")].toArray().at(0)[QStringLiteral("event")].toInt();
    const auto correct = [&](const char* word) {
        return run({QStringLiteral("correct"), QString::number(event), QStringLiteral("--promise"),
                    QString::fromLatin1(word)});
    };
    QCOMPARE(correct("none"), 0);
    QCOMPARE(promisesOf(brief()), QString());
    QCOMPARE(run({QStringLiteral("undo")}), 0);
    QCOMPARE(correct("kept"), 0);
    QCOMPARE(promisesOf(brief()), QStringLiteral("call kept"));
    QCOMPARE(run({QStringLiteral("undo")}), 0);
    QCOMPARE(correct("maybe"), 2);
}

void NotesTest::correctsWhatWasRead() {
    const auto bob = QStringLiteral("bob@example.com");
    const auto topics = [&](int days = 1) {
        QStringList names;
        const auto cases =
            cli_.json({QStringLiteral("brief"), bob, QStringLiteral("--as-of"),
                       dayFromNow(days).toString(Qt::ISODate)})[QStringLiteral("open_cases")]
                .toArray();
        for (const auto& matter : cases)
            names << matter[QStringLiteral("topic")].toString();
        return names.join(u' ');
    };
    const auto question = cli_.json({QStringLiteral("timeline"), bob})[QStringLiteral("events")];
    const QString event = QString::number(question[0][QStringLiteral("id")].toInt());
    const auto correct = [&](const QStringList& how) {
        return run(QStringList{QStringLiteral("correct"), event} + how);
    };
    QCOMPARE(topics(), QString());
    QCOMPARE(correct({QStringLiteral("--complaint"), QStringLiteral("yes")}), 0);
    QCOMPARE(topics(), QStringLiteral("other"));
    QCOMPARE(topics(-1), QString());  // nobody had said so then
    QCOMPARE(correct({QStringLiteral("--topic"), QStringLiteral("late")}), 0);
    QCOMPARE(topics(), QStringLiteral("late"));
    QCOMPARE(correct({QStringLiteral("--complaint"), QStringLiteral("no")}), 0);
    QCOMPARE(topics(), QString());
    const CliResult undone = cli_.run({QStringLiteral("undo")});
    QVERIFY2(undone.output.contains("as no complaint"), undone.output);
    QCOMPARE(topics(), QStringLiteral("late"));
    for (int acts = 0; acts < 2; ++acts)
        QCOMPARE(run({QStringLiteral("undo")}), 0);
    QCOMPARE(topics(), QString());
}

void NotesTest::keepsNotesThroughAMerge() {
    QCOMPARE(run({QStringLiteral("note"), QStringLiteral("bob@example.com"),
                  QStringLiteral("Ada's husband")}),
             0);
    QCOMPARE(run({QStringLiteral("merge"), QStringLiteral("ada@example.com"),
                  QStringLiteral("bob@example.com")}),
             0);
    QCOMPARE(brief()[QStringLiteral("notes")].toArray().size(), 1);
    QCOMPARE(run({QStringLiteral("undo")}), 0);
    QCOMPARE(brief()[QStringLiteral("notes")].toArray().size(), 0);
}

void NotesTest::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const auto ada = QStringLiteral("ada@example.com");
    QTest::newRow("an empty note")
        << QStringList{QStringLiteral("note"), ada, QStringLiteral(" ")} << 2;
    QTest::newRow("nobody") << QStringList{QStringLiteral("note"), QStringLiteral("eve"),
                                           QStringLiteral("x")}
                            << 5;
    QTest::newRow("no due time") << QStringList{QStringLiteral("promise"), ada, QStringLiteral("x")}
                                 << 2;
    QTest::newRow("due soon") << QStringList{QStringLiteral("promise"), ada, QStringLiteral("x"),
                                             QStringLiteral("--due"), QStringLiteral("soon")}
                              << 2;
    QTest::newRow("no such message")
        << QStringList{QStringLiteral("correct"), QStringLiteral("9999"),
                       QStringLiteral("--promise"), QStringLiteral("kept")}
        << 5;
    QTest::newRow("no such topic")
        << QStringList{QStringLiteral("correct"), QStringLiteral("1"), QStringLiteral("--topic"),
                       QStringLiteral("weather")}
        << 2;
    QTest::newRow("a topic of what is none")
        << QStringList{QStringLiteral("correct"),     QStringLiteral("1"),
                       QStringLiteral("--topic"),     QStringLiteral("late"),
                       QStringLiteral("--complaint"), QStringLiteral("no")}
        << 2;
    QTest::newRow("ours") << QStringList{QStringLiteral("correct"), QStringLiteral("1"),
                                         QStringLiteral("--complaint"), QStringLiteral("yes")}
                          << 2;
    QTest::newRow("nothing to correct")
        << QStringList{QStringLiteral("correct"), QStringLiteral("1")} << 2;
}

void NotesTest::refuses() {
    QFETCH(QStringList, arguments);
    QTEST(run(arguments), "exitCode");
}

QTEST_APPLESS_MAIN(NotesTest)
#include "notes_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// queue, done and snooze as a script uses them: who waits, the most urgent first, and that nobody
// is lost from it but by a person's word, which can be taken back.
#include "cli_runner.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

namespace {

QDateTime hoursAgo(int hours) {
    return QDateTime::currentDateTimeUtc().addSecs(-3600 * hours);
}

// A mail of so many hours ago; `id` names it, `to` is whom it answers.
QByteArray mail(const char* id, const char* from, const char* to, int hours, const char* text,
                const char* answers = "") {
    QByteArray bytes = "From somebody Wed Nov 18 10:00:00 2026\nFrom: <" + QByteArray(from) +
                       ">\nTo: <" + to +
                       ">\nDate: " + hoursAgo(hours).toString(Qt::RFC2822Date).toLatin1() +
                       "\nMessage-ID: <" + id + "@example.com>\n";
    if (*answers != 0)
        bytes += "In-Reply-To: <" + QByteArray(answers) + "@example.com>\n";
    return bytes + "Subject: Question " + id + "\n\n" + text + "\n\n";
}

constexpr const char* shop = "support@shop.example";

}  // namespace

class QueueCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsWhoWaits();
    void saysEverythingOfThem();
    void asOfThePast();
    void doneAndUndone();
    void doneNeverLooksGood();
    void theBriefNagsNoLonger();
    void outlivesAnImport();
    void comesBackWithANewMail();
    void snoozes();
    void finishesSeveral();
    void printsATable();
    void refuses_data();
    void refuses();
    void theSampleShopFromFacts();

private:
    QJsonArray queue(const QStringList& more = {}) const {
        return cli_.json(QStringList{QStringLiteral("queue")} + more)[QStringLiteral("queue")]
            .toArray();
    }
    // "reply ada@example.com over; callback …": kinds, by whom of the mails.
    QString text(const QStringList& more = {}) const {
        QStringList texts;
        for (const auto& entry : queue(more))
            texts << entry[QStringLiteral("kind")].toString() + u' ' +
                         entry[QStringLiteral("last_words")].toString() +
                         (entry[QStringLiteral("overdue")].toBool() ? QStringLiteral("!")
                                                                    : QString());
        return texts.join(QStringLiteral("; "));
    }
    QString waitOf(const QString& words) const {
        for (const auto& entry : queue()) {
            if (entry[QStringLiteral("last_words")].toString() == words)
                return entry[QStringLiteral("wait")].toString();
        }
        return {};
    }
    int run(const QStringList& arguments) const { return cli_.run(arguments).exitCode; }
    int done(const QString& wait) const {
        return run({QStringLiteral("done"), wait, QStringLiteral("--reason"),
                    QStringLiteral("rang them"), QStringLiteral("--by"), QStringLiteral("Kim")});
    }
    int import(const QString& name, const QByteArray& bytes) {
        QFile file(cli_.file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0)
            return -1;
        file.close();
        return run({QStringLiteral("import"), file.fileName(), QStringLiteral("--source"),
                    QStringLiteral("main"), QStringLiteral("--own-address"),
                    QStringLiteral("shop.example")});
    }
    int undo() const { return run({QStringLiteral("undo")}); }

    CliRunner cli_;
    const QString all_ = QStringLiteral(
        "reply Does it fit?!; promise Thanks for it.; reply Is it "
        "green?");
};

void QueueCommandTest::initTestCase() {
    QCOMPARE(import(QStringLiteral("orders.csv"),
                    "order_id,ordered_at,customer_email,total,currency\n"
                    "1,2026-10-01,ada@example.com,80.00,EUR\n"),
             0);
    QCOMPARE(
        import(QStringLiteral("mail.mbox"),
               mail("1", "ada@example.com", shop, 30, "Does it fit?") +
                   mail("2", "bob@example.com", shop, 2, "Is it green?") +
                   mail("3", "cy@example.com", shop, 50, "When will you call?") +
                   mail("4", shop, "cy@example.com", 49, "I'll call you within 60 hours.", "3") +
                   mail("5", "cy@example.com", shop, 48, "Thanks for it.", "4")),
        0);
}

void QueueCommandTest::listsWhoWaits() {
    QCOMPARE(text(), all_);
}

void QueueCommandTest::saysEverythingOfThem() {
    const QJsonObject first = queue().at(0).toObject();
    const auto at = [&](const char* name) {
        return QDateTime::fromString(first[QLatin1String(name)].toString(), Qt::ISODate);
    };
    QVERIFY(first[QStringLiteral("wait")].toString().startsWith(u'r'));
    QCOMPARE(at("since").secsTo(at("due")), 24 * 3600);
    QVERIFY(first[QStringLiteral("customer")].toInt() > 0);
    QCOMPARE(first[QStringLiteral("value")][QStringLiteral("minor")].toInt(), 8000);
    QCOMPARE(first[QStringLiteral("value")][QStringLiteral("currency")].toString(),
             QStringLiteral("EUR"));
    QCOMPARE(first[QStringLiteral("events")].toArray().size(), 1);
    QCOMPARE(first[QStringLiteral("wait")].toString().mid(1).toInt(),
             first[QStringLiteral("events")].toArray().at(0).toInt());
    const QJsonObject promise = queue().at(1).toObject();
    QCOMPARE(promise[QStringLiteral("promise")].toString(), QStringLiteral("call"));
    QVERIFY(promise.contains(QStringLiteral("name")));
}

void QueueCommandTest::asOfThePast() {
    const auto asOf = [](int hours) {
        return QStringList{QStringLiteral("--as-of"), hoursAgo(hours).toString(Qt::ISODate)};
    };
    QCOMPARE(text(asOf(200)), QString());
    QCOMPARE(text(asOf(29)), QStringLiteral("reply Does it fit?; promise Thanks for it."));
}

void QueueCommandTest::doneAndUndone() {
    const QString wait = waitOf(QStringLiteral("Does it fit?"));
    QCOMPARE(done(wait), 0);
    QCOMPARE(text(), QStringLiteral("promise Thanks for it.; reply Is it green?"));
    QCOMPARE(done(wait), 5);
    const CliResult undone = cli_.run({QStringLiteral("undo")});
    QVERIFY2(undone.output.contains("Undone: marking as done what waits of ada@example.com"),
             undone.output);
    QVERIFY2(undone.output.contains("rang them"), undone.output);
    QCOMPARE(text(), all_);
    QCOMPARE(run({QStringLiteral("redo")}), 0);
    QCOMPARE(queue().size(), 2);
    QCOMPARE(undo(), 0);
    QCOMPARE(text(), all_);
}

void QueueCommandTest::doneNeverLooksGood() {
    const auto response = [&] {
        return cli_
            .json({QStringLiteral("score"),
                   QStringLiteral("ada@example.com")})[QStringLiteral("scores")]
            .toArray()
            .at(0)[QStringLiteral("response")]
            .toObject();
    };
    const double before = response()[QStringLiteral("target_met")].toDouble(-1);
    QCOMPARE(done(waitOf(QStringLiteral("Does it fit?"))), 0);
    QCOMPARE(before, 0.0);
    QCOMPARE(response()[QStringLiteral("target_met")].toDouble(-1), before);
    QVERIFY(!response()[QStringLiteral("waiting_since")].isNull());
    QCOMPARE(undo(), 0);
}

// The advice no longer asks for what somebody saw to; the records say what they said before.
void QueueCommandTest::theBriefNagsNoLonger() {
    const auto brief = [&](const char* customer) {
        return cli_.json({QStringLiteral("brief"), QLatin1String(customer)});
    };
    const auto advises = [&](const char* customer, const char* words) {
        return brief(customer)[QStringLiteral("advice")].toArray().at(0).toString().contains(
            QLatin1String(words));
    };
    const auto promise = [&] {
        return brief("cy@example.com")[QStringLiteral("promises")].toArray().at(0).toObject();
    };
    QVERIFY(advises("ada@example.com", "waited for an answer"));
    QVERIFY(promise()[QStringLiteral("stands")].toBool());
    QCOMPARE(done(waitOf(QStringLiteral("Does it fit?"))), 0);
    QCOMPARE(done(waitOf(QStringLiteral("Thanks for it."))), 0);
    QVERIFY(!advises("ada@example.com", "waited for an answer"));
    QVERIFY(!promise()[QStringLiteral("stands")].toBool());
    QCOMPARE(promise()[QStringLiteral("state")].toString(), QStringLiteral("due"));
    QCOMPARE(undo(), 0);
    QCOMPARE(undo(), 0);
    QVERIFY(promise()[QStringLiteral("stands")].toBool());
    QCOMPARE(text(), all_);
}

void QueueCommandTest::outlivesAnImport() {
    QCOMPARE(done(waitOf(QStringLiteral("Does it fit?"))), 0);
    const QString file = cli_.file(QStringLiteral("mail.mbox"));
    QString import;
    for (const auto& one :
         cli_.json({QStringLiteral("imports")})[QStringLiteral("imports")].toArray()) {
        if (one[QStringLiteral("path")].toString() == file)
            import = QString::number(one[QStringLiteral("id")].toInt());
    }
    QCOMPARE(run({QStringLiteral("undo-import"), import}), 0);
    QCOMPARE(text(), QString());
    QCOMPARE(
        run({QStringLiteral("import"), file, QStringLiteral("--source"), QStringLiteral("main")}),
        0);
    QCOMPARE(text(), QStringLiteral("promise Thanks for it.; reply Is it green?"));
    QCOMPARE(undo(), 0);
    QCOMPARE(text(), all_);
}

void QueueCommandTest::comesBackWithANewMail() {
    QCOMPARE(done(waitOf(QStringLiteral("Is it green?"))), 0);
    QCOMPARE(import(QStringLiteral("more.mbox"),
                    mail("6", "bob@example.com", shop, 1, "Or is it blue?", "2")),
             0);
    QVERIFY2(text().endsWith(QStringLiteral("reply Or is it blue?")), qPrintable(text()));
    const auto events = queue().last()[QStringLiteral("events")].toArray();
    QCOMPARE(events.size(), 1);  // the other was seen to
    QCOMPARE(undo(), 0);
    QCOMPARE(queue().last()[QStringLiteral("events")].toArray().size(), 2);
    QCOMPARE(done(queue().last()[QStringLiteral("wait")].toString()), 0);
    QVERIFY(!text().contains(QStringLiteral("blue")));
    QCOMPARE(undo(), 0);
}

void QueueCommandTest::snoozes() {
    const QString wait = waitOf(QStringLiteral("Does it fit?"));
    const QString later = QDateTime::currentDateTimeUtc().addDays(3).toString(Qt::ISODate);
    QCOMPARE(run({QStringLiteral("snooze"), wait, QStringLiteral("--until"), later}), 0);
    QVERIFY(!text().contains(QStringLiteral("fit")));
    const QJsonArray snoozed = queue({QStringLiteral("--snoozed")});
    QCOMPARE(snoozed.size(), 1);
    QCOMPARE(snoozed.at(0)[QStringLiteral("snoozed_until")].toString(), later);
    const QString after = QDateTime::currentDateTimeUtc().addDays(4).toString(Qt::ISODate);
    QVERIFY(text({QStringLiteral("--as-of"), after}).contains(QStringLiteral("fit")));
    QCOMPARE(undo(), 0);
    QVERIFY(text().contains(QStringLiteral("fit")));
}

void QueueCommandTest::finishesSeveral() {
    QStringList arguments{QStringLiteral("done"), QStringLiteral("--reason"),
                          QStringLiteral("old")};
    const QString before = text();
    for (const auto& entry : queue())
        arguments << entry[QStringLiteral("wait")].toString();
    const CliResult result = cli_.run(arguments);
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(text(), QString());
    QCOMPARE(undo(), 0);
    QCOMPARE(text(), before);
}

void QueueCommandTest::printsATable() {
    const QByteArray table = cli_.run({QStringLiteral("queue")}).output;
    QVERIFY2(table.startsWith("wait"), table);
    QVERIFY2(table.contains("€80"), table);
    QVERIFY2(table.contains("I'll call you within 60 hours"), table);
    const CliResult none = cli_.run(
        {QStringLiteral("queue"), QStringLiteral("--as-of"), QStringLiteral("2020-01-01")});
    QCOMPARE(none.output, QByteArray("Nobody waits.\n"));
}

void QueueCommandTest::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char* name, const char* arguments, int exitCode) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ') << exitCode;
    };
    row("done without a reason", "done r1", 2);
    row("an empty reason", "done r1 --reason ", 2);
    row("nothing of that name", "done r999999 --reason x", 5);
    row("no name at all", "done everything --reason x", 5);
    row("an event that nobody waits with", "done r1 --reason x", 5);
    row("snooze without a time", "snooze r1", 2);
    row("snooze until the past", "snooze r1 --until 2020-01-01", 2);
    row("no time", "queue --as-of soon", 2);
}

void QueueCommandTest::refuses() {
    QFETCH(QStringList, arguments);
    QTEST(run(arguments), "exitCode");
    QVERIFY(!queue().isEmpty());
}

// What was derived with the last import, and what the facts of all customers say.
void QueueCommandTest::theSampleShopFromFacts() {
    const CliRunner sample;
    const QString before = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    QStringList arguments{QStringLiteral("import"),
                          QStringLiteral("--source"),
                          QStringLiteral("sample"),
                          QStringLiteral("--own-address"),
                          QStringLiteral("emberwick.example"),
                          QStringLiteral("--own-number"),
                          QStringLiteral("+44 20 7946 0100")};
    for (const char* part : {"orders.csv", "refunds.csv", "calls.csv", "mail"})
        arguments << QStringLiteral(GOODFAITH_SAMPLE_SHOP "/") + QLatin1String(part);
    QCOMPARE(sample.run(arguments).exitCode, 0);
    const auto names = [&](const QStringList& more) {
        QStringList found;
        for (const auto& entry :
             sample.json(QStringList{QStringLiteral("queue")} + more)[QStringLiteral("queue")]
                 .toArray())
            found << entry[QStringLiteral("wait")].toString();
        return found;
    };
    const QStringList derived = names({});
    QVERIFY(derived.size() > 20);
    QCOMPARE(derived, names({QStringLiteral("--as-of"), before}));
}

QTEST_APPLESS_MAIN(QueueCommandTest)
#include "queue_command_test.moc"

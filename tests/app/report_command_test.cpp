// SPDX-License-Identifier: GPL-3.0-or-later
// A shop whose info@ nobody answers, a reply that came back, a misspelt address and a call that
// rang three phones: managers' reports on the command line.
#include "cli_runner.h"

#include <QFile>
#include <QTest>

namespace {

const QByteArray support = "support@shop.example";

QByteArray mail(const QByteArray& from, const QByteArray& to, const QByteArray& date,
                const QByteArray& id, const QByteArray& text, const QByteArray& more = {}) {
    return "From x@x.example Mon Jun 03 10:00:00 2024\nFrom: " + from + "\nTo: " + to +
           "\nDate: " + date + " +0000\nMessage-ID: <" + id + ">\nSubject: Order 1042\n" + more +
           "\n" + text + "\n\n";
}

// Ada is answered, but the answer comes back; Bob is answered in an hour; Cleo wrote to info@.
QByteArray mails() {
    return mail("Ada <ada@example.com>", support, "Mon, 3 Jun 2024 10:00:00", "a1@example.com",
                "When does my order ship?") +
           mail("Tom <" + support + ">", "ada@example.com", "Mon, 3 Jun 2024 12:00:00",
                "s1@shop.example", "It ships today.", "In-Reply-To: <a1@example.com>\n") +
           mail("MAILER-DAEMON@mx.shop.example", support, "Mon, 3 Jun 2024 12:01:00",
                "b1@mx.shop.example",
                "--b\nContent-Type: text/plain\n\nUndelivered.\n\n--b\n"
                "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
                "Final-Recipient: rfc822; ada@example.com\nAction: failed\nStatus: 5.1.1\n\n--b\n"
                "Content-Type: text/rfc822-headers\n\nMessage-ID: <s1@shop.example>\n\n--b--",
                "MIME-Version: 1.0\nContent-Type: multipart/report; "
                "report-type=delivery-status; boundary=b\n") +
           mail("Bob <bob@example.com>", support, "Tue, 4 Jun 2024 10:00:00", "b2@example.com",
                "Do you sell bulbs?") +
           mail("Tom <" + support + ">", "bob@example.com", "Tue, 4 Jun 2024 11:00:00",
                "s2@shop.example", "Yes, in three sizes.", "In-Reply-To: <b2@example.com>\n") +
           mail("Cleo <cleo@example.com>", "info@shop.example", "Wed, 5 Jun 2024 10:00:00",
                "c1@example.com", "May I visit the shop?");
}

constexpr const char* orders =
    "order_id,customer_id,ordered_at,customer_name,customer_email,currency,total,status\n"
    "1042,1,2024-06-01T09:00:00Z,Ada Example,ada@example.com,EUR,20.00,paid\n"
    "1043,2,2024-06-01T09:00:00Z,Dan Example,dan@gmial.com,EUR,20.00,paid\n";

// One call that rang three phones, of which the last took it; one that was abandoned, called back;
// one short abandon; a voicemail of a number that is withheld.
constexpr const char* calls =
    "call_id,started_at,direction,from_number,to_number,queue,agent,wait_seconds,talk_seconds,"
    "disposition,linked_call\n"
    "1,2024-06-03T09:00:00Z,inbound,+442079460001,,sales,Ann,20,0,no_answer,x\n"
    "2,2024-06-03T09:00:00Z,inbound,+442079460001,,sales,Bob,20,0,no_answer,x\n"
    "3,2024-06-03T09:00:05Z,inbound,+442079460001,,sales,Cal,10,60,answered,x\n"
    "4,2024-06-03T10:00:00Z,inbound,+442079460002,,sales,,40,0,abandoned,\n"
    "5,2024-06-03T11:00:00Z,outbound,,+442079460002,,Ann,5,60,answered,\n"
    "6,2024-06-03T12:00:00Z,inbound,+442079460003,,sales,,3,0,abandoned,\n"
    "7,2024-06-03T13:00:00Z,inbound,,,sales,,30,20,voicemail,\n";

}  // namespace

class ReportCommandTest : public QObject {
    Q_OBJECT

private:
    CliRunner cli_;

    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(cli_.file(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QJsonArray rows(const QString& report, const QStringList& more = {}) const {
        return cli_.json(QStringList{QStringLiteral("report"), report} + more)
            .value(QLatin1String("rows"))
            .toArray();
    }
    // The row whose column says so.
    QJsonObject row(const QString& report, const QString& column, const QString& value,
                    const QStringList& more = {}) const {
        const auto all = rows(report, more);
        for (const auto& one : all) {
            if (one.toObject().value(column).toVariant().toString() == value)
                return one.toObject();
        }
        return {};
    }
    static QStringList reportsIn(const QJsonObject& list) {
        QStringList names;
        for (const auto& one : list.value(QLatin1String("reports")).toArray())
            names << one.toObject().value(QLatin1String("name")).toString();
        return names;
    }

private Q_SLOTS:
    void initTestCase() {
        write(QStringLiteral("mail.mbox"), mails());
        write(QStringLiteral("orders.csv"), orders);
        write(QStringLiteral("calls.csv"), calls);
        const auto imported = cli_.run(
            {QStringLiteral("import"), QStringLiteral("--own-address"),
             QStringLiteral("shop.example"), cli_.file(QStringLiteral("orders.csv")),
             cli_.file(QStringLiteral("mail.mbox")), cli_.file(QStringLiteral("calls.csv"))});
        QVERIFY2(imported.exitCode == 0, imported.errors);
    }

    void aloneItNamesTheReports() {
        const QStringList names = reportsIn(cli_.json({QStringLiteral("report")}));
        for (const char* name :
             {"replies-by-channel", "replies-by-mailbox", "replies-by-queue", "replies-by-agent",
              "replies-by-customer", "replies-by-week", "inquiries", "cases", "calls-by-queue",
              "missed-calls", "mailboxes", "addresses", "complaints-per-week"})
            QVERIFY2(names.contains(QLatin1String(name)), name);
        QVERIFY(cli_.run({QStringLiteral("report")}).output.contains("Replies by mailbox"));
    }

    void everyReportComesAsTextCsvAndJson() {
        for (const QString& name : reportsIn(cli_.json({QStringLiteral("report")}))) {
            const QStringList report{QStringLiteral("report"), name};
            QCOMPARE(cli_.run(report).exitCode, 0);
            const auto csv = cli_.run(report + QStringList{QStringLiteral("--csv")});
            QCOMPARE(csv.exitCode, 0);
            const QJsonObject json = cli_.json(report);
            QCOMPARE(json.value(QLatin1String("report")).toString(), name);
            QVERIFY(!json.value(QLatin1String("definition")).toString().isEmpty());
            QCOMPARE(csv.output.count('\n'),
                     json.value(QLatin1String("rows")).toArray().size() + 1);
        }
    }

    void aReplyThatCameBackWasNone() {
        const QJsonObject ada =
            row(QStringLiteral("inquiries"), QStringLiteral("name"), QStringLiteral("Ada Example"));
        QVERIFY(ada.value(QLatin1String("answered_at")).isNull());
        QVERIFY(!ada.value(QLatin1String("waiting_s")).isNull());
        const QJsonObject bob =
            row(QStringLiteral("inquiries"), QStringLiteral("name"), QStringLiteral("Bob"));
        QCOMPARE(bob.value(QLatin1String("took_s")).toInt(), 3600);
        QCOMPARE(bob.value(QLatin1String("agent")).toString(), QStringLiteral("Tom"));
        QCOMPARE(bob.value(QLatin1String("in_target")).toString(), QStringLiteral("yes"));
    }

    void nobodyAnswersInfo() {
        const auto boxes = QStringLiteral("mailboxes");
        const QJsonObject info =
            row(boxes, QStringLiteral("mailbox"), QStringLiteral("info@shop.example"));
        QCOMPARE(info.value(QLatin1String("answers")).toString(), QStringLiteral("nobody"));
        QCOMPARE(info.value(QLatin1String("received")).toInt(), 1);
        QCOMPARE(info.value(QLatin1String("sent")).toInt(), 0);
        const QJsonObject used =
            row(boxes, QStringLiteral("mailbox"), QString::fromLatin1(support));
        QCOMPARE(used.value(QLatin1String("answers")).toString(), QStringLiteral("yes"));
        QCOMPARE(used.value(QLatin1String("received")).toInt(), 2);
        QCOMPARE(used.value(QLatin1String("sent")).toInt(), 2);
    }

    void doubtfulAddressesAreNamed() {
        const auto addresses = QStringLiteral("addresses");
        const QJsonObject ada =
            row(addresses, QStringLiteral("address"), QStringLiteral("ada@example.com"));
        QCOMPARE(ada.value(QLatin1String("came_back")).toInt(), 1);
        QCOMPARE(ada.value(QLatin1String("name")).toString(), QStringLiteral("Ada Example"));
        const QJsonObject dan =
            row(addresses, QStringLiteral("address"), QStringLiteral("dan@gmial.com"));
        QCOMPARE(dan.value(QLatin1String("meant")).toString(), QStringLiteral("dan@gmail.com"));
        const QJsonObject brief =
            cli_.json({QStringLiteral("brief"), QStringLiteral("ada@example.com")});
        QCOMPARE(brief.value(QLatin1String("doubtful_addresses")).toArray().size(), 1);
        QVERIFY(cli_.run({QStringLiteral("brief"), QStringLiteral("dan@gmial.com")})
                    .output.contains("dan@gmial.com: dan@gmail.com meant?"));
    }

    void theBounceIsOnHerTimeline() {
        const QJsonObject timeline =
            cli_.json({QStringLiteral("timeline"), QStringLiteral("ada@example.com"),
                       QStringLiteral("--kind"), QStringLiteral("message")});
        QCOMPARE(timeline.value(QLatin1String("events")).toArray().size(), 3);
    }

    void ringingThreePhonesIsOneCall() {
        const QJsonObject all =
            row(QStringLiteral("calls-by-queue"), QStringLiteral("queue"), QStringLiteral("all"));
        QCOMPARE(all.value(QLatin1String("calls")).toInt(), 4);
        QCOMPARE(all.value(QLatin1String("answered")).toInt(), 1);
        QCOMPARE(all.value(QLatin1String("abandoned")).toInt(), 1);
        QCOMPARE(all.value(QLatin1String("short_abandons")).toInt(), 1);
        QCOMPARE(all.value(QLatin1String("voicemail")).toInt(), 1);
        QCOMPARE(all.value(QLatin1String("service_level_a")).toDouble(), 0.5);
        QCOMPARE(all.value(QLatin1String("average_speed_of_answer_s")).toInt(), 15);
        QCOMPARE(all.value(QLatin1String("missed")).toInt(), 2);
        QCOMPARE(all.value(QLatin1String("came_back")).toInt(), 1);
        QCOMPARE(all.value(QLatin1String("came_back_median_s")).toInt(), 3600);
        const auto timeline =
            cli_.json({QStringLiteral("timeline"), QStringLiteral("+44 20 7946 0001")});
        QCOMPARE(timeline.value(QLatin1String("events")).toArray().size(), 1);
    }

    void aPeriodIsOfWhatCame_data() {
        QTest::addColumn<QStringList>("period");
        QTest::addColumn<int>("inquiries");
        const auto day = [](const char* option, const char* text) {
            return QStringList{QString::fromLatin1(option), QString::fromLatin1(text)};
        };
        QTest::newRow("all") << QStringList() << 3;
        QTest::newRow("from a day on") << day("--from", "2024-06-04") << 2;
        QTest::newRow("to the end of a day") << day("--to", "2024-06-04") << 2;
        QTest::newRow("one day") << day("--from", "2024-06-04") + day("--to", "2024-06-04") << 1;
        QTest::newRow("none") << day("--from", "2024-07-01") << 0;
    }
    void aPeriodIsOfWhatCame() {
        QFETCH(QStringList, period);
        QTEST(static_cast<int>(rows(QStringLiteral("replies-by-mailbox"), period).isEmpty()
                                   ? 0
                                   : row(QStringLiteral("replies-by-mailbox"),
                                         QStringLiteral("mailbox"), QStringLiteral("all"), period)
                                         .value(QLatin1String("inquiries"))
                                         .toInt()),
              "inquiries");
    }

    void settingsCount() {
        const auto set = [&](const char* value) {
            return cli_
                .run({QStringLiteral("settings"), QStringLiteral("short-abandon-seconds"),
                      QString::fromLatin1(value)})
                .exitCode;
        };
        QCOMPARE(set("2"), 0);
        const QJsonObject all =
            row(QStringLiteral("calls-by-queue"), QStringLiteral("queue"), QStringLiteral("all"));
        QCOMPARE(all.value(QLatin1String("abandoned")).toInt(), 2);
        QCOMPARE(all.value(QLatin1String("missed")).toInt(), 3);
        QCOMPARE(set("5"), 0);
        QCOMPARE(set("soon"), 2);
    }

    void refuses_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("an unknown report")
            << QStringList{QStringLiteral("sales")} << QByteArray("There is no report \"sales\"");
        QTest::newRow("no date") << QStringList{QStringLiteral("cases"), QStringLiteral("--from"),
                                                QStringLiteral("soon")}
                                 << QByteArray("\"soon\" is no date");
        QTest::newRow("a picture") << QStringList{QStringLiteral("cases"), QStringLiteral("--png"),
                                                  QStringLiteral("cases.png")}
                                   << QByteArray("--csv and --json can");
    }
    void refuses() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const auto result = cli_.run(QStringList{QStringLiteral("report")} + arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errors.contains(says), result.errors);
    }
};

QTEST_APPLESS_MAIN(ReportCommandTest)
#include "report_command_test.moc"

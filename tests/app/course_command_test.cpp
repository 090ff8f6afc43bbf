// SPDX-License-Identifier: GPL-3.0-or-later
// course: how a customer's scores came about.
#include "cli_runner.h"

#include <QFile>
#include <QTest>

namespace {

QByteArray mail(const QByteArray& from, const QByteArray& to, const QByteArray& id,
                const QByteArray& date, const QByteArray& text, const QByteArray& answers = {}) {
    return "From x Sat Feb 10 09:00:00 2024\nFrom: " + from + "\nTo: " + to +
           "\nSubject: Order\nDate: " + date + "\nMessage-ID: <m" + id + "@example.com>\n" +
           (answers.isEmpty() ? QByteArray() : "In-Reply-To: <m" + answers + "@example.com>\n") +
           "\n" + text + "\n\n";
}

}  // namespace

class CourseCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatMoved();
    void isAStoryAsJson();
    void endsWithTheAsOf();
    void namesJudgementsAsSuch();
    void tooLittle();
    void nobody();

private:
    QJsonObject course(const QStringList& options = {}) const {
        return cli_.json(QStringList{QStringLiteral("course"), ada_} + options);
    }
    bool write(const char* name, const QByteArray& content) const {
        QFile file(cli_.file(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    const QString ada_ = QStringLiteral("ada@example.com");
    CliRunner cli_;
};

void CourseCommandTest::initTestCase() {
    QByteArray orders = "order_id,ordered_at,customer_name,customer_email,total,currency\n";
    QByteArray refunds = "refund_id,order_id,refunded_at,amount,currency,kind\n";
    QByteArray mails;
    for (int i = 1; i <= 2; ++i) {
        const QByteArray n = QByteArray::number(i);
        const QByteArray month = "2024-0" + QByteArray::number(2 * i);
        orders +=
            "400" + n + "," + month + "-01T10:00:00Z,Ada Lindqvist,ada@example.com,20.00,EUR\n";
        refunds += "r" + n + ",400" + n + "," + month + "-20T10:00:00Z,20.00,EUR,refund\n";
        refunds += "c" + n + ",400" + n + "," + month + "-25T10:00:00Z,20.00,EUR,chargeback\n";
        const QByteArray day = i == 1 ? "10 Feb 2024 " : "10 Apr 2024 ";
        mails += mail("ada@example.com", "support@shop.example", n, day + "09:00:00 +0000",
                      "Order 400" + n + " arrived broken. I want my money back.");
        mails += mail("support@shop.example", "ada@example.com", n + "r", day + "11:00:00 +0000",
                      "Here is your money.", n);
    }
    orders += "5001,2024-05-01T10:00:00Z,Bob Hart,bob@example.com,20.00,EUR\n";
    QVERIFY(write("orders.csv", orders) && write("refunds.csv", refunds) &&
            write("mail.mbox", mails));
    QCOMPARE(
        cli_.run({QStringLiteral("import"), cli_.file(QStringLiteral("orders.csv")),
                  cli_.file(QStringLiteral("refunds.csv")), cli_.file(QStringLiteral("mail.mbox")),
                  QStringLiteral("--own-address"), QStringLiteral("support@shop.example")})
            .exitCode,
        0);
}

void CourseCommandTest::tellsWhatMoved() {
    const QByteArray text = cli_.run({QStringLiteral("course"), ada_}).output;
    QVERIFY2(text.contains("10 Feb 2024  A complaint about order 4001 (damaged)."), text);
    QVERIFY2(text.contains("25 Apr 2024  Needs a look: the second complaint that our records "
                           "contradict (the one about order 4002): the same order was made good "
                           "twice."),
             text);
}

void CourseCommandTest::isAStoryAsJson() {
    const QJsonObject course = this->course();
    const QJsonArray points = course[QStringLiteral("points")].toArray();
    QVERIFY(points.size() > 4);
    QCOMPARE(points.first()[QStringLiteral("day")].toString(), QStringLiteral("2024-01-31"));
    QVERIFY(points.first()[QStringLiteral("complaints")].isNull());
    const QJsonArray steps = course[QStringLiteral("steps")].toArray();
    const auto look = std::find_if(steps.begin(), steps.end(), [](const QJsonValue& step) {
        return step[QStringLiteral("text")].toString().startsWith(QStringLiteral("Needs a look"));
    });
    QVERIFY(look != steps.end());
    QCOMPARE((*look)[QStringLiteral("kind")].toString(), QStringLiteral("records"));
    QCOMPARE((*look)[QStringLiteral("before")][QStringLiteral("verdict")].toString(),
             QStringLiteral("good_faith"));
    QCOMPARE((*look)[QStringLiteral("after")][QStringLiteral("verdict")].toString(),
             QStringLiteral("needs_look"));
    QVERIFY(!(*look)[QStringLiteral("events")].toArray().isEmpty());
    const QJsonValue reason = (*look)[QStringLiteral("reasons")][0];
    QCOMPARE(reason[QStringLiteral("code")].toString(), QStringLiteral("double_recovery"));
    QVERIFY(reason[QStringLiteral("weight")].toDouble() >
            reason[QStringLiteral("weight_before")].toDouble());
}

void CourseCommandTest::endsWithTheAsOf() {
    const QJsonArray steps =
        course({QStringLiteral("--as-of"), QStringLiteral("2024-03-01")})[QStringLiteral("steps")]
            .toArray();
    QVERIFY(!steps.isEmpty());
    QVERIFY(steps.last()[QStringLiteral("at")].toString() < QStringLiteral("2024-03-02"));
}

void CourseCommandTest::namesJudgementsAsSuch() {
    const QJsonArray points = course()[QStringLiteral("points")].toArray();
    QCOMPARE(cli_.run({QStringLiteral("judge"), ada_, QStringLiteral("good_faith"),
                       QStringLiteral("--reason"), QStringLiteral("she called"),
                       QStringLiteral("--by"), QStringLiteral("Kim")})
                 .exitCode,
             0);
    const QJsonObject after = course();
    const QJsonValue last = after[QStringLiteral("steps")].toArray().last();
    QCOMPARE(last[QStringLiteral("kind")].toString(), QStringLiteral("judgement"));
    QCOMPARE(last[QStringLiteral("judged")].toString(), QStringLiteral("good_faith"));
    QCOMPARE(last[QStringLiteral("by")].toString(), QStringLiteral("Kim"));
    QCOMPARE(after[QStringLiteral("points")].toArray().last()[QStringLiteral("verdict")],
             points.last()[QStringLiteral("verdict")]);
    const QByteArray text = cli_.run({QStringLiteral("course"), ada_}).output;
    QVERIFY2(text.contains("Judged by Kim: good faith (“she called”)."), text);
}

void CourseCommandTest::tooLittle() {
    QCOMPARE(cli_.run({QStringLiteral("course"), QStringLiteral("bob@example.com")}).output,
             QByteArray("Too little has happened yet.\n"));
}

void CourseCommandTest::nobody() {
    QCOMPARE(cli_.run({QStringLiteral("course"), QStringLiteral("eve@example.com")}).exitCode, 5);
}

QTEST_GUILESS_MAIN(CourseCommandTest)
#include "course_command_test.moc"

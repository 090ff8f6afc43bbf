// SPDX-License-Identifier: GPL-3.0-or-later
// An agent's own verdict: over the computed one, until it is taken back or its review is due.
#include "cli_runner.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

class JudgeCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void standsOverTheComputedVerdict();
    void endsWithItsReview();
    void isTakenBack();
    void isUndone();
    void followsTheCustomer();
    void isNotOfBefore();
    void logsWhatWasShown();
    void refuses_data();
    void refuses();

private:
    QJsonObject brief(const QStringList& options = {}) const {
        return cli_.json(QStringList{QStringLiteral("brief"), ada_} + options);
    }
    QString verdict(const QStringList& options = {}) const {
        return brief(options)[QStringLiteral("verdict")].toString();
    }
    int judge(const QString& verdict, const QStringList& options = {}) const {
        return cli_
            .run(QStringList{QStringLiteral("judge"), ada_, verdict, QStringLiteral("--reason"),
                             QStringLiteral("three parcels in a row"), QStringLiteral("--by"),
                             QStringLiteral("Kim")} +
                 options)
            .exitCode;
    }
    int undo() const { return cli_.run({QStringLiteral("undo")}).exitCode; }
    static QStringList asOf(int daysFromNow) {
        return {QStringLiteral("--as-of"),
                QDateTime::currentDateTimeUtc().addDays(daysFromNow).toString(Qt::ISODate)};
    }

    const QString ada_ = QStringLiteral("ada@example.com");
    const QString look_ = QStringLiteral("needs_look");
    const QString good_ = QStringLiteral("good_faith");
    CliRunner cli_;
};

void JudgeCommandTest::initTestCase() {
    QFile file(cli_.file(QStringLiteral("orders.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "order_id,ordered_at,customer_name,customer_email,total,currency\n"
        "1,2024-03-01T10:00:00Z,Ada Lindqvist,ada@example.com,20.00,EUR\n"
        "2,2024-03-02T10:00:00Z,A. Lindqvist,ada@work.example,30.00,EUR\n");
    file.close();
    QCOMPARE(cli_.run({QStringLiteral("import"), file.fileName(), QStringLiteral("--as"),
                       QStringLiteral("orders")})
                 .exitCode,
             0);
}

void JudgeCommandTest::standsOverTheComputedVerdict() {
    QCOMPARE(judge(look_), 0);
    const QJsonObject shown = brief();
    QCOMPARE(shown[QStringLiteral("verdict")].toString(), look_);
    QCOMPARE(shown[QStringLiteral("judged_by_agent")].toBool(), true);
    QCOMPARE(shown[QStringLiteral("computed_verdict")].toString(), good_);
    const QJsonObject judgement = shown[QStringLiteral("judgements")][0].toObject();
    QCOMPARE(judgement[QStringLiteral("by")].toString(), QStringLiteral("Kim"));
    QCOMPARE(judgement[QStringLiteral("reason")].toString(),
             QStringLiteral("three parcels in a row"));
    QCOMPARE(judgement[QStringLiteral("computed_verdict")].toString(), good_);
    const QByteArray text = cli_.run({QStringLiteral("brief"), ada_}).output;
    QVERIFY2(
        text.contains("Judged by Kim on ") && text.contains("The records alone say: Good faith"),
        text);
    QCOMPARE(undo(), 0);
}

void JudgeCommandTest::endsWithItsReview() {
    QCOMPARE(judge(look_), 0);
    QCOMPARE(verdict(asOf(360)), look_);
    QCOMPARE(verdict(asOf(370)), good_);
    QCOMPARE(judge(look_, {QStringLiteral("--review"), QStringLiteral("never")}), 0);
    QCOMPARE(verdict(asOf(3700)), look_);
    QCOMPARE(undo(), 0);
    QCOMPARE(undo(), 0);
}

void JudgeCommandTest::isTakenBack() {
    QCOMPARE(judge(look_), 0);
    QCOMPARE(judge(QStringLiteral("none")), 0);
    QCOMPARE(verdict(), good_);
    QCOMPARE(brief()[QStringLiteral("judgements")].toArray().size(), 2);  // the history stays
    QCOMPARE(undo(), 0);
    QCOMPARE(verdict(), look_);
    QCOMPARE(undo(), 0);
}

void JudgeCommandTest::isUndone() {
    QCOMPARE(judge(look_), 0);
    QCOMPARE(undo(), 0);
    QCOMPARE(verdict(), good_);
    QCOMPARE(cli_.run({QStringLiteral("redo")}).exitCode, 0);
    QCOMPARE(verdict(), look_);
    QCOMPARE(undo(), 0);
}

void JudgeCommandTest::followsTheCustomer() {
    QCOMPARE(judge(look_), 0);
    QCOMPARE(cli_.run({QStringLiteral("merge"), QStringLiteral("ada@work.example"), ada_}).exitCode,
             0);
    QCOMPARE(cli_.json({QStringLiteral("brief"),
                        QStringLiteral("ada@work.example")})[QStringLiteral("verdict")]
                 .toString(),
             look_);
    QCOMPARE(undo(), 0);
    QCOMPARE(undo(), 0);
}

void JudgeCommandTest::isNotOfBefore() {
    QCOMPARE(judge(look_), 0);
    QCOMPARE(verdict(asOf(-1)), good_);
    QCOMPARE(undo(), 0);
}

void JudgeCommandTest::logsWhatWasShown() {
    const QStringList shown{QStringLiteral("shown"), ada_};
    const auto before = cli_.json(shown)[QStringLiteral("shown")].toArray().size();
    QCOMPARE(judge(look_), 0);
    brief();
    const auto after = cli_.json(shown)[QStringLiteral("shown")].toArray();
    QCOMPARE(after.size(), before + 1);
    QCOMPARE(after[0][QStringLiteral("verdict")].toString(), look_);
    QCOMPARE(after[0][QStringLiteral("computed_verdict")].toString(), good_);
    QVERIFY(after[0][QStringLiteral("parameters_id")].toInt() > 0);
    QCOMPARE(after[0][QStringLiteral("known_to")].toString(),
             QStringLiteral("2024-03-02T10:00:00Z"));
    QCOMPARE(undo(), 0);
}

void JudgeCommandTest::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QString why = QStringLiteral("--reason");
    QTest::newRow("no reason") << QStringList{ada_, look_} << 2;
    QTest::newRow("a blank one") << QStringList{ada_, look_, why, QStringLiteral(" ")} << 2;
    QTest::newRow("no verdict") << QStringList{ada_, QStringLiteral("guilty"), why,
                                               QStringLiteral("x")}
                                << 2;
    QTest::newRow("nobody") << QStringList{QStringLiteral("eve"), look_, why, QStringLiteral("x")}
                            << 5;
    QTest::newRow("a review that is over") << QStringList{ada_,
                                                          look_,
                                                          why,
                                                          QStringLiteral("x"),
                                                          QStringLiteral("--review"),
                                                          QStringLiteral("2024-01-01")}
                                           << 2;
}

void JudgeCommandTest::refuses() {
    QFETCH(QStringList, arguments);
    QTEST(cli_.run(QStringList{QStringLiteral("judge")} + arguments).exitCode, "exitCode");
}

QTEST_GUILESS_MAIN(JudgeCommandTest)
#include "judge_command_test.moc"

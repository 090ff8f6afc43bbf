// SPDX-License-Identifier: GPL-3.0-or-later
// What others complain of too counts for the customer, and only in that case.
#include "models/scoring/judged_case.h"
#include "tests/scoring/story.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::tests;

namespace {

// Three times signed for and then said not to have come; day 31 is 1 February 2024.
Told deniedThrice() {
    Told told;
    for (const double at : {40.0, 120.0, 200.0})
        told.signedForAndDenied(at);
    for (double at = 300; at < 304; ++at)
        told.order(at);
    return told;
}

CommonIssue issueOf(CaseId matter) {
    CommonIssue issue;
    issue.id = QStringLiteral("not_received/carrier/FastPost/2024-02-05");
    issue.subject = {Topic::NotReceived, {}, {}, QStringLiteral("FastPost"), {}};
    issue.from = QDate(2024, 2, 5);
    issue.to = QDate(2024, 2, 16);
    issue.over = true;
    issue.complaints = 9;
    issue.expected = 2.2;
    issue.members = {
        {CaseId(9001), CustomerId(901)}, {matter, CustomerId(1)}, {CaseId(9002), CustomerId(902)}};
    return issue;
}

void put(Told& told, CommonIssue issue) {
    told.parameters.issues = CommonIssues({std::move(issue)});
}

}  // namespace

class CommonIssueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isOneReasonForTheCustomer() {
        Told told = deniedThrice();
        const CaseId matter = told.understanding.cases.front().id;
        put(told, issueOf(matter));
        const Score score = told.score();
        const Reason* reason = reasonIn(score, QStringLiteral("common_issue"));
        QVERIFY(reason != nullptr);
        QVERIFY(reason->weight < 0);
        QCOMPARE(reason->events, (std::vector<EventId>{matter, EventId(9001), EventId(9002)}));
        QCOMPARE(reason->text,
                 QStringLiteral("9 customers complained of the same carrier in February 2024, "
                                "where 2 are usual"));
    }

    void voidsWhatSpeaksAgainstInThatCaseAlone() {
        Told told = deniedThrice();
        QCOMPARE(told.score().complaints.contradicted, 3);
        put(told, issueOf(told.understanding.cases.front().id));
        const Score score = told.score();
        QCOMPARE(score.complaints.contradicted, 2);
        QCOMPARE(score.complaints.supported, 1);
    }

    void canTurnAVerdict() {
        Told told = deniedThrice();
        const Score before = told.score();
        put(told, issueOf(told.understanding.cases.front().id));
        const Score after = told.score();
        QVERIFY(after.pChronic < before.pChronic);
        QCOMPARE(before.verdict, VerdictKind::ChronicPattern);
        QVERIFY(after.verdict != VerdictKind::ChronicPattern);
    }

    void ofOthersChangesNothing() {
        Told told = deniedThrice();
        const Score before = told.score();
        put(told, issueOf(CaseId(9000)));
        QCOMPARE(told.score().pChronic, before.pChronic);
        QVERIFY(reasonIn(told.score(), QStringLiteral("common_issue")) == nullptr);
    }

    void isTold_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<bool>("over");
        QTest::addColumn<double>("expected");
        QTest::addColumn<QString>("text");
        QTest::newRow("goes on") << "product" << QDate(2025, 1, 20) << QDate(2025, 1, 30) << false
                                 << 1.2
                                 << "9 customers complained of the same product since 20 January, "
                                    "where 1 is usual";
        QTest::newRow("a day") << "region" << QDate(2024, 2, 5) << QDate(2024, 2, 5) << true << 0.1
                               << "9 customers complained from the same region on 5 February 2024, "
                                  "where hardly any is usual";
        QTest::newRow("months")
            << "topic" << QDate(2024, 2, 5) << QDate(2024, 3, 1) << true << 4.4
            << "9 customers complained of the same thing between 5 February 2024 "
               "and 1 March 2024, where 4 are usual";
    }
    void isTold() {
        QFETCH(QString, kind);
        Told told = deniedThrice();
        CommonIssue issue = issueOf(told.understanding.cases.front().id);
        issue.subject = {Topic::NotReceived,
                         kind == u"product" ? QStringLiteral("KET-2") : QString(),
                         {},
                         {},
                         kind == u"region" ? QStringLiteral("DE") : QString()};
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QFETCH(bool, over);
        QFETCH(double, expected);
        issue.from = from;
        issue.to = to;
        issue.over = over;
        issue.expected = expected;
        put(told, issue);
        QTEST(reasonIn(told.score(), QStringLiteral("common_issue"))->text, "text");
    }
};

QTEST_APPLESS_MAIN(CommonIssueTest)
#include "common_issue_test.moc"

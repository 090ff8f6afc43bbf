// SPDX-License-Identifier: GPL-3.0-or-later
// How scores came about, as stories (see understanding/story.h). Day 0 is 1 January 2024, in UTC.
#include "models/scoring/score_course.h"

#include "tests/understanding/story.h"

#include <QtTest>

using namespace goodfaith;
namespace story = goodfaith::understanding::story;

namespace {

// Five orders and nothing else, to stand before a story whose lines count on from there.
const QString fiveOrders =
    u"0 order 1001\n1 order 1002\n2 order 1003\n3 order 1004\n4 order 1005\n"_qs;

struct Told {
    CustomerFacts facts;
    std::vector<EventReading> readings;
    PeopleSaid said;
    Coverage coverage;
    ShopParameters parameters;
    ShopSettings settings;
    std::vector<scoring::LinkedSince> linked;

    explicit Told(const QString& text) : facts(story::factsOf(text)) {
        readings = story::understood(facts, story::at(5000)).readings;
        parameters.complaintsPerOrder = 0.06;
    }
    // Signed for on that day.
    void signFor(qint64 parcel) {
        for (ShipmentFact& shipment : facts.shipments) {
            if (shipment.id != EventId(parcel))
                continue;
            shipment.status = ShipmentStatus::Delivered;
            shipment.proof = DeliveryProof::Signature;
        }
    }
    void judge(int day, std::optional<VerdictKind> verdict, std::optional<int> review = {}) {
        Judgement judged;
        judged.at = story::at(day);
        judged.by = u"Kim"_qs;
        judged.verdict = verdict;
        judged.reason = u"so they said"_qs;
        if (review)
            judged.reviewAt = story::at(*review);
        said.judgements.push_back(judged);
    }
    Score stateAt(Instant at) const {
        const CustomerFacts known = factsAsOf(facts, at);
        return scoring::scoreCustomer(
            {known, understanding::understand(known, readings, settings, at, said), coverage,
             parameters, settings, at});
    }
    ScoreCourse course(int day) const {
        return scoring::courseOf({facts, readings, said, coverage, parameters, settings,
                                  story::at(day, 24 * 60 - 1), linked});
    }
};

int dayNumber(Instant at) {
    return static_cast<int>(QDate(2024, 1, 1).daysTo(dayOf(at, QTimeZone::utc())));
}

// "12 A complaint about order 1001 (late).", a line each.
QString textOf(const ScoreCourse& course) {
    QStringList lines;
    for (const CourseStep& step : course.steps)
        lines << QStringLiteral("%1 %2").arg(dayNumber(step.at)).arg(step.text);
    return lines.join(u'\n');
}

Told denials(int count) {
    QString text = fiveOrders;
    for (int i = 0; i < count; ++i) {
        const int sent = 100 + 60 * i;
        text += QStringLiteral("%1 parcel 100%2 %3\n").arg(sent).arg(i + 1).arg(sent + 2);
        text += QStringLiteral("%1 mail in t%2: Order 100%2 never arrived. I want my money back.\n")
                    .arg(sent + 10)
                    .arg(i + 1);
        text += QStringLiteral("%1 10:00 mail out t%2: We are looking into it.\n")
                    .arg(sent + 11)
                    .arg(i + 1);
    }
    Told told(text);
    for (int i = 0; i < count; ++i)
        told.signFor(6 + 3 * i);
    return told;
}

}  // namespace

class ScoreCourseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void nothingIsKnownYet();
    void verdictsChangeOnTheirDay();
    void fadesToGoodFaith();
    void laterFactsDoNotExist();
    void everyPointIsTheScoreOfItsDay();
    void judgementsStandBeside();
    void aJudgementEndsWithItsReview();
    void whoIsConnectedCountsFromThen();
    void anIssueCountsFromItsDay();
    void staysBounded();
};

void ScoreCourseTest::tells_data() {
    QTest::addColumn<QString>("told");
    QTest::addColumn<int>("asOf");
    QTest::addColumn<QString>("steps");
    const QString enough = u"30 In January: 5 orders now, enough to compare complaints with.\n"_qs;
    QTest::newRow("one order") << u"0 order 1001"_qs << 5 << QString();
    QTest::newRow("a complaint answered in time")
        << fiveOrders +
               u"40 mail in t: Order 1001 arrived broken.\n40 15:00 mail out t: Thank you."_qs
        << 45 << enough + u"40 A complaint about order 1001 (damaged)."_qs;
    QTest::newRow("said to have come, then not")
        << u"0 order 1001\n5 mail in t: My order 1001 arrived today, thanks!\n"
           "30 mail in u: Order 1001 never arrived. I want my money back."_qs
        << 40
        << u"30 A complaint about order 1001 (not received), the first that their own words "
           "contradict: an earlier message said the contrary.\n"
           "31 In the complaint about order 1001 our answer came later than our target."_qs;
    QTest::newRow("made good twice")
        << fiveOrders +
               u"40 mail in t: Order 1001 arrived broken. Refund me please.\n"
               "41 10:00 mail out t: Sorry, we will look at it.\n"
               "50 refund 1001\n60 chargeback 1001"_qs
        << 70
        << enough +
               u"40 A complaint about order 1001 (damaged).\n"
               "59 In February: an answer came in time.\n"
               "60 The first complaint that our records contradict (the one about order "
               "1001): the same order was made good twice."_qs;
    QTest::newRow("orders that nobody complains of")
        << fiveOrders +
               u"5 mail in t: Order 1001 arrived broken.\n5 15:00 mail out t: Oh.\n"
               "70 order 1006\n71 order 1007\n72 order 1008\n73 order 1009"_qs
        << 100
        << u"5 A complaint about order 1001 (damaged).\n"
           "30 In January: 5 orders now, enough to compare complaints with."_qs;
}

void ScoreCourseTest::tells() {
    QFETCH(QString, told);
    QFETCH(int, asOf);
    QTEST(textOf(Told(told).course(asOf)), "steps");
}

void ScoreCourseTest::nothingIsKnownYet() {
    QVERIFY(Told(u"10 order 1001"_qs).course(5).points.empty());
    QVERIFY(Told(u"10 order 1001"_qs).course(12).steps.empty());
}

void ScoreCourseTest::verdictsChangeOnTheirDay() {
    const QString missing = u"the parcel was reported missing after a delivery with proof."_qs;
    const QStringList lines = textOf(denials(3).course(400)).split(u'\n');
    QVERIFY(
        lines.contains(u"110 A complaint about order 1001 (not received), the first that our "
                       "records contradict: "_qs +
                       missing));
    QVERIFY(
        lines.contains(u"170 Needs a look: a complaint about order 1002 (not received), the "
                       "second that our records contradict: "_qs +
                       missing));
    QVERIFY(
        lines.contains(u"230 Chronic pattern: a complaint about order 1003 (not received), "
                       "the third that our records contradict: "_qs +
                       missing));
}

// What spoke against them halves every year, and nothing else happens.
void ScoreCourseTest::fadesToGoodFaith() {
    const ScoreCourse course = denials(2).course(1500);
    const auto last =
        std::find_if(course.steps.rbegin(), course.steps.rend(),
                     [&](const CourseStep& step) { return course.changesVerdict(step); });
    QVERIFY(last != course.steps.rend());
    QCOMPARE(last->text, u"Good faith again: what spoke against them is long ago and fades."_qs);
    QVERIFY(!last->events.empty());
    const auto faded =
        std::find_if(last->reasons.begin(), last->reasons.end(),
                     [](const ReasonMove& move) { return move.code == u"proof_of_delivery"; });
    QVERIFY(faded == last->reasons.end() || faded->after < faded->before);
    const Instant dayBefore = last->at - std::chrono::days(1);
    QCOMPARE(denials(2).stateAt(last->at).computed, VerdictKind::GoodFaith);
    QCOMPARE(denials(2).stateAt(dayBefore).computed, VerdictKind::NeedsLook);
}

void ScoreCourseTest::laterFactsDoNotExist() {
    const Told told = denials(3);
    const QString whole = textOf(told.course(350));
    const QString part = textOf(told.course(200));
    QVERIFY(!part.isEmpty());
    QVERIFY2(whole.startsWith(part), qPrintable(part + u"\n--\n"_qs + whole));
}

// Each point can be asked for by itself.
void ScoreCourseTest::everyPointIsTheScoreOfItsDay() {
    const Told told = denials(3);
    const ScoreCourse course = told.course(400);
    QVERIFY(course.points.size() > 10);
    for (const CoursePoint& point : course.points) {
        const Score score = told.stateAt(point.at);
        QCOMPARE(point.computed, score.computed);
        QCOMPARE(point.pChronic, score.pChronic);
        QCOMPARE(point.value, score.purchaseValue.score);
        QCOMPARE(point.complaints, score.complaints.score);
        QCOMPARE(point.response, score.response.score);
    }
    QCOMPARE(course.points.back().at, course.asOf);
}

void ScoreCourseTest::judgementsStandBeside() {
    Told told = denials(2);
    told.judge(180, VerdictKind::GoodFaith);
    told.judge(190, std::nullopt);
    const ScoreCourse course = told.course(200);
    const QStringList lines = textOf(course).split(u'\n');
    QVERIFY(lines.contains(u"180 Judged by Kim: good faith (“so they said”)."_qs));
    QVERIFY(lines.contains(u"190 Judgement taken back by Kim (“so they said”)."_qs));
    // What is computed goes on as if nobody had judged.
    QCOMPARE(course.points.back().computed, VerdictKind::NeedsLook);
    for (const CourseStep& step : course.steps)
        QVERIFY(step.kind == StepKind::Records || !course.changesVerdict(step));
}

void ScoreCourseTest::aJudgementEndsWithItsReview() {
    Told told = denials(2);
    told.judge(180, VerdictKind::GoodFaith, 250);
    const QString text = u"The judgement of 29 June is up for review"_qs;
    QVERIFY(!textOf(told.course(240)).contains(text));
    QVERIFY(textOf(told.course(260)).contains(u"250 "_qs + text));
    told.judge(200, VerdictKind::NeedsLook);
    QVERIFY(!textOf(told.course(260)).contains(text));
}

void ScoreCourseTest::whoIsConnectedCountsFromThen() {
    Told told(fiveOrders + u"200 order 1006"_qs);
    const Connection shared{CustomerId(9), ConnectionKind::Phone, EventId(1), story::at(0)};
    told.linked = {{{shared, CaseId(77), story::at(20)}, story::at(150)}};
    const QString lines = textOf(told.course(300));
    QVERIFY2(lines.contains(u"\n150 Shares a phone number with customer 9"_qs) ||
                 lines.contains(u"150 shares"_qs),
             qPrintable(lines));
}

void ScoreCourseTest::anIssueCountsFromItsDay() {
    Told told(fiveOrders +
              u"40 mail in t: Order 1001 arrived broken.\n"
              "40 15:00 mail out t: Let me see."_qs);
    CommonIssue issue;
    issue.id = u"i"_qs;
    issue.subject.topic = Topic::Damaged;
    issue.raisedOn = QDate(2024, 1, 1).addDays(60);
    issue.members = {{CaseId(6), CustomerId(1)}, {CaseId(900), CustomerId(2)}};
    issue.complaints = 9;
    told.parameters.issues = CommonIssues({issue});
    const ScoreCourse course = told.course(100);
    QVERIFY2(textOf(course).contains(u"60 The complaint about order 1001 is confirmed: many "
                                     "others complain of the same."_qs),
             qPrintable(textOf(course)));
    for (const CourseStep& step : course.steps)
        QVERIFY(std::find(step.events.begin(), step.events.end(), EventId(900)) ==
                step.events.end());
}

// However much happened, and however long it takes to look at it once.
void ScoreCourseTest::staysBounded() {
    QString text;
    for (int i = 0; i < 160; ++i) {
        const int day = i * 10;
        const QString number = QString::number(10000 + i);
        for (const char* line : {"%1 order X-%2", "%3 mail in t%2: Order X-%2 arrived broken.",
                                 "%4 mail out t%2: Sorry to hear that.", "%4 refund X-%2"})
            text += QString::fromLatin1(line) + u'\n';
        text = text.arg(day).arg(number).arg(day + 4).arg(day + 6);
    }
    const ScoreCourse course = Told(text).course(1620);
    QVERIFY(course.steps.size() > 30);
    QVERIFY(course.steps.size() <= 80);
    QVERIFY(course.points.size() <= 80);
}

QTEST_APPLESS_MAIN(ScoreCourseTest)
#include "score_course_test.moc"

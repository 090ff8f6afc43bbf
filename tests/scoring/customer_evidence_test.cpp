// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer's cases and orders show taken together, and what they do not.
#include "models/scoring/evidence.h"
#include "tests/scoring/story.h"

#include <QTest>

#include <functional>

using namespace goodfaith;
using namespace goodfaith::tests;

using Story = std::function<void(Told&)>;
Q_DECLARE_METATYPE(Story)

namespace {

// Complaints that nothing confirms, each on an order of its own, among untroubled ones.
void complained(Told& told, int count, int among, Topic topic = Topic::Damaged) {
    for (int i = 0; i < among; ++i) {
        const EventId order = told.order(200 + 3 * i);
        if (i < count)
            told.complaint(topic, 205 + 3 * i, {order});
    }
}

// Of a hundred and sixty who spend, forty get back a tenth of it at most.
void othersGiveBackLittle(Told& told) {
    for (int i = 0; i < 40; ++i)
        told.parameters.refundRatios.push_back(0.0025 * i);
    told.parameters.spenders = 160;
}

// Half of all they bought was paid back after complaints.
void paidBack(Told& told, RefundKind kind = RefundKind::Refund) {
    othersGiveBackLittle(told);
    complained(told, 2, 4);
    for (int i = 0; i < 2; ++i)
        told.refund(told.facts.orders[size_t(i)].id, 230, kind);
}

}  // namespace

class CustomerEvidenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheFactsAllow_data();
    void showsWhatTheFactsAllow();
    void namesItsEventsAndFigures();
    void countsByHowRareItIs_data();
    void countsByHowRareItIs();
    void repeatedClaimsAreCountedByTopic();
};

void CustomerEvidenceTest::showsWhatTheFactsAllow_data() {
    QTest::addColumn<Story>("story");
    QTest::addColumn<QString>("code");  // "!" in front: not shown
    const auto row = [](const char* name, Story story, const char* code) {
        QTest::newRow(name) << story << QString::fromLatin1(code);
    };
    using T = Told&;

    row(
        "the same again and again", [](T t) { complained(t, 9, 9); }, "repeated_claim");
    row(
        "as often in ten times as many orders", [](T t) { complained(t, 9, 60); },
        "!repeated_claim");
    row(
        "twice is no repetition", [](T t) { complained(t, 2, 2); }, "!repeated_claim");
    row(
        "different things",
        [](T t) {
            for (const Topic topic : {Topic::Damaged, Topic::MissingPart, Topic::NotReceived})
                complained(t, 3, 3, topic);
        },
        "!repeated_claim");
    row(
        "nothing that could be named", [](T t) { complained(t, 9, 9, Topic::Other); },
        "!repeated_claim");
    row(
        "all of it late, as they say",
        [](T t) {
            complained(t, 9, 9, Topic::NotReceived);
            for (const auto& order : std::vector(t.facts.orders))
                t.shipment(order.id, 201, 230);
        },
        "!repeated_claim");
    row(
        "orders that are only guessed",
        [](T t) {
            complained(t, 9, 9);
            for (Case& matter : t.understanding.cases)
                matter.couldBe = matter.orders;
        },
        "!repeated_claim");

    row(
        "far more often than is usual", [](T t) { complained(t, 9, 9); }, "complaint_rate");
    row(
        "in a shop that hears as much from all",
        [](T t) {
            t.parameters.complaintsPerOrder = 0.4;
            complained(t, 9, 9);
        },
        "!complaint_rate");
    row(
        "a heavy buyer", [](T t) { complained(t, 9, 120); }, "!complaint_rate");
    row(
        "longer ago than the window",
        [](T t) {
            complained(t, 9, 9);
            t.asOf = day(205 + 3 * 9 + 800);
        },
        "!complaint_rate");

    row(
        "money back as for few others", [](T t) { paidBack(t); }, "refund_ratio");
    row(
        "given for goodwill", [](T t) { paidBack(t, RefundKind::Compensation); }, "refund_ratio");
    row(
        "nobody to compare with",
        [](T t) {
            paidBack(t);
            t.parameters.spenders = 99;
        },
        "!refund_ratio");
    row(
        "as for many others",
        [](T t) {
            paidBack(t);
            for (double& ratio : t.parameters.refundRatios)
                ratio = 0.5;
        },
        "!refund_ratio");
    row(
        "for one order alone",
        [](T t) {
            paidBack(t);
            t.facts.refunds.pop_back();
        },
        "!refund_ratio");
    row(
        "changes of mind within policy",
        [](T t) {
            paidBack(t);
            for (size_t i = 0; i < 2; ++i) {
                t.returned(t.facts.orders[i].id, 215, 220, ReturnCondition::AsNew);
                t.facts.returns.back().reason = QStringLiteral("Changed my mind");
            }
        },
        "!refund_ratio");
    row(
        "said to be a change of mind, and worn",
        [](T t) {
            paidBack(t);
            for (size_t i = 0; i < 2; ++i) {
                t.returned(t.facts.orders[i].id, 215, 220, ReturnCondition::Used);
                t.facts.returns.back().reason = QStringLiteral("Changed my mind");
            }
        },
        "refund_ratio");
    row(
        "proved right by what came back",
        [](T t) {
            paidBack(t);
            for (size_t i = 0; i < 2; ++i)
                t.returned(t.facts.orders[i].id, 215, 220, ReturnCondition::Defective,
                           ReturnFault::Ours);
        },
        "!refund_ratio");
    row(
        "before the complaint",
        [](T t) {
            othersGiveBackLittle(t);
            complained(t, 2, 4);
            t.refund(t.facts.orders[0].id, 201);
        },
        "!refund_ratio");

    row(
        "a year", [](T t) { t.order(400 - 366); }, "tenure");
    row(
        "a month", [](T t) { t.order(400 - 30); }, "!tenure");
    row(
        "nothing bought since", [](T t) { complained(t, 1, 1); }, "!kept_buying");
    row(
        "a replacement is not bought",
        [](T t) {
            complained(t, 1, 1);
            t.replacement(300, t.facts.orders.front().id);
        },
        "!kept_buying");
}

void CustomerEvidenceTest::showsWhatTheFactsAllow() {
    QFETCH(Story, story);
    QFETCH(QString, code);
    Told told;
    story(told);
    const bool isWanted = !code.startsWith(u'!');
    const Score score = told.score();
    const Reason* reason = reasonIn(score, code.remove(u'!'));
    QVERIFY2(isWanted == (reason != nullptr), qPrintable(codesOf(score).join(u' ')));
    if (reason != nullptr)
        QVERIFY2(!reason->events.empty() && !reason->text.isEmpty(), qPrintable(reason->text));
}

void CustomerEvidenceTest::namesItsEventsAndFigures() {
    Told told;
    paidBack(told);
    const Score score = told.score();
    const Reason* reason = reasonIn(score, QStringLiteral("refund_ratio"));
    QCOMPARE(reason->text, QStringLiteral("50 % of the money spent went back in complaints that "
                                          "no record confirms, as for fewer than 1 of 100 "
                                          "customers"));
    QCOMPARE(reason->events.size(), size_t(2));
}

void CustomerEvidenceTest::countsByHowRareItIs_data() {
    QTest::addColumn<int>("spenders");
    QTest::addColumn<int>("more");  // of them get back more
    QTest::addColumn<double>("times");
    QTest::newRow("one in twenty") << 200 << 10 << 1.0;
    QTest::newRow("one in four hundred") << 4000 << 10 << 2.0;
    QTest::newRow("never more than twice") << 400000 << 10 << 2.0;
    QTest::newRow("more often") << 200 << 11 << 0.0;
    QTest::newRow("of few whose number is not known") << 0 << 200 << 0.0;
    QTest::newRow("nobody gets back more") << 200 << 0 << 2.0;
}

void CustomerEvidenceTest::countsByHowRareItIs() {
    QFETCH(int, spenders);
    QFETCH(int, more);
    QFETCH(double, times);
    Told told;
    paidBack(told);
    told.parameters.refundRatios.assign(size_t(more), 0.9);
    told.parameters.spenders = spenders;
    const Score score = told.score();
    const Reason* reason = reasonIn(score, QStringLiteral("refund_ratio"));
    const double weight = scoring::shippedWeights().of.at(QStringLiteral("refund_ratio")).weight;
    const double fading = scoring::fading(told.understanding.cases.back().openedAt, told.asOf);
    QVERIFY(std::abs((reason ? reason->weight : 0) - weight * times * fading) < 1e-6);
}

// What is rare in this shop weighs after fewer orders.
void CustomerEvidenceTest::repeatedClaimsAreCountedByTopic() {
    Told told;
    complained(told, 4, 8);
    told.parameters.complaintsPerOrder = 0.1;
    told.parameters.complaintShape = 5;
    QVERIFY(reasonIn(told.score(), QStringLiteral("repeated_claim")) == nullptr);
    told.parameters.topicsPerOrder[told.understanding.cases.front().topic] = 0.02;
    QVERIFY(reasonIn(told.score(), QStringLiteral("repeated_claim")) != nullptr);
}

QTEST_APPLESS_MAIN(CustomerEvidenceTest)
#include "customer_evidence_test.moc"

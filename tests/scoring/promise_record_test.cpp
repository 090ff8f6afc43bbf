// SPDX-License-Identifier: GPL-3.0-or-later
// Promises that we broke: when we would know, what that explains, and what the agent is told. As of
// day 400, which is Tuesday, 4 February 2025, midnight UTC.
#include "models/scoring/promise_record.h"

#include "tests/scoring/story.h"

#include <QTest>

#include <functional>

using namespace goodfaith;
using namespace goodfaith::tests;

using Story = std::function<void(Told&)>;
Q_DECLARE_METATYPE(Story)

namespace {

void coverCallsTo(Told& told, double to) {
    auto periods = told.coverage.periods();
    periods.push_back({SourceId(2), RecordKind::Call, day(0), day(to)});
    told.coverage = Coverage(std::move(periods));
}

// A complaint of day 110 in whose course we made this promise.
Story promisedIn(Topic topic, std::function<void(Told&, EventId, Promise&)> rest,
                 PromiseKind kind = PromiseKind::Reply, double due = 113,
                 std::optional<double> done = {}) {
    return [=](Told& told) {
        const EventId order = told.order(100);
        Case& matter = told.complaint(topic, 110, {order});
        Promise& promise = told.promise(kind, 111, due, done, {order});
        matter.events.push_back(promise.event);
        rest(told, order, promise);
    };
}

}  // namespace

class PromiseRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void explainsWhatItCaused_data();
    void explainsWhatItCaused();
    void namesItsMessages();
    void excusesAChargeback();
    void advises_data();
    void advises();
    void showsPromisesByDue();
};

void PromiseRecordTest::judges_data() {
    QTest::addColumn<Story>("story");
    QTest::addColumn<QString>("state");
    const auto row = [](const char* name, Story story, const char* state) {
        QTest::newRow(name) << story << QString::fromLatin1(state);
    };
    const auto promise = [](PromiseKind kind, double at, double due,
                            std::optional<double> done = {}) {
        return [=](Told& told) { told.promise(kind, at, due, done); };
    };
    const auto ofOrder = [](PromiseKind kind, double coveredTo) {
        return [=](Told& told) {
            const EventId order = told.order(100);
            told.promise(kind, 101, 103, {}, {order});
            told.coverage = Coverage(Told::allCovered(coveredTo));
        };
    };
    row("still time", promise(PromiseKind::Reply, 399, 401), "due");
    row("done in time", promise(PromiseKind::Reply, 100, 102, 101), "kept");
    row("done too late", promise(PromiseKind::Reply, 100, 102, 103), "broken");
    row("no word where we would know", promise(PromiseKind::Reply, 100, 102), "broken");
    row("no call where calls are not known", promise(PromiseKind::Call, 100, 102), "unknown");
    row(
        "no call where they are",
        [=](Told& told) {
            told.promise(PromiseKind::Call, 100, 102);
            coverCallsTo(told, 300);
        },
        "broken");
    row(
        "no call, but they end before",
        [=](Told& told) {
            told.promise(PromiseKind::Call, 100, 102);
            coverCallsTo(told, 101);
        },
        "unknown");
    row("no refund", ofOrder(PromiseKind::Refund, 400), "broken");
    row("no refund within the grace", ofOrder(PromiseKind::Refund, 110), "unknown");
    row("no refund, of no known order", promise(PromiseKind::Refund, 100, 102), "unknown");
    row("not delivered", ofOrder(PromiseKind::Delivery, 400), "broken");
    row("not sent", ofOrder(PromiseKind::Dispatch, 400), "broken");
    row("not replaced", ofOrder(PromiseKind::Replacement, 400), "broken");
    row("not delivered as far as known", ofOrder(PromiseKind::Delivery, 104), "unknown");
    row("whatever else", promise(PromiseKind::Other, 100, 102), "unknown");
}

void PromiseRecordTest::judges() {
    QFETCH(Story, story);
    Told told;
    story(told);
    const Brief brief = told.brief();
    const scoring::History history(told.facts, told.understanding, told.coverage, told.settings,
                                   told.asOf);
    QCOMPARE(history.promises().size(), size_t(1));
    QTEST(nameOf(history.promises().front().state), "state");
}

void PromiseRecordTest::explainsWhatItCaused_data() {
    QTest::addColumn<Story>("story");
    QTest::addColumn<QString>("code");  // "!" in front: not found
    QTest::addColumn<int>("supported");
    const auto row = [](const char* name, Story story, const char* code, int supported) {
        QTest::newRow(name) << story << QString::fromLatin1(code) << supported;
    };
    const auto nothing = [](Told&, EventId, Promise&) {};
    row("a complaint about our service", promisedIn(Topic::Service, nothing), "broken_promise", 1);
    row("the promise was kept", promisedIn(Topic::Service, nothing, PromiseKind::Reply, 113, 112),
        "!broken_promise", 0);
    row("kept too late", promisedIn(Topic::Service, nothing, PromiseKind::Reply, 113, 114),
        "broken_promise", 1);
    row("a complaint of something else", promisedIn(Topic::Defective, nothing), "broken_promise",
        0);
    row("nobody can tell", promisedIn(Topic::Service, nothing, PromiseKind::Call),
        "!broken_promise", 0);
    row(
        "of another case",
        [](Told& told) {
            const EventId order = told.order(100);
            told.complaint(Topic::Service, 110, {order});
            told.promise(PromiseKind::Reply, 200, 202);
        },
        "!broken_promise", 0);
    row(
        "made before the complaint, about its order",
        [](Told& told) {
            const EventId order = told.order(100);
            told.promise(PromiseKind::Refund, 103, 105, {}, {order});
            told.complaint(Topic::Service, 110, {order});
        },
        "broken_promise", 1);
    row("a threat",
        promisedIn(Topic::Other,
                   [](Told& told, EventId, Promise&) {
                       Case& matter = told.understanding.cases.front();
                       matter.threat = true;
                       told.understanding.readings.front().reading.threat = true;
                   }),
        "!threat", 0);
}

void PromiseRecordTest::explainsWhatItCaused() {
    QFETCH(Story, story);
    QFETCH(QString, code);
    Told told;
    story(told);
    const Score score = told.score();
    const bool isUnwanted = code.startsWith(u'!');
    const Reason* reason = reasonIn(score, isUnwanted ? code.mid(1) : code);
    QVERIFY2((reason == nullptr) == isUnwanted, qPrintable(codesOf(score).join(u' ')));
    QVERIFY(reason == nullptr || reason->weight < 0);
    QTEST(score.complaints.supported, "supported");
}

void PromiseRecordTest::namesItsMessages() {
    Told told;
    promisedIn(Topic::Service, [](Told&, EventId, Promise&) {})(told);
    const Score score = told.score();
    const Reason* reason = reasonIn(score, QStringLiteral("broken_promise"));
    QVERIFY(reason != nullptr);
    QCOMPARE(reason->events, std::vector<EventId>{told.understanding.promises.front().event});
    QCOMPARE(reason->text,
             QStringLiteral("In the one complaint we did not do in time what we had promised"));
}

void PromiseRecordTest::excusesAChargeback() {
    const auto scored = [](std::optional<double> promisedFor) {
        Told told;
        const EventId order = told.order(100);
        Case& matter = told.complaint(Topic::RefundNotPaid, 110, {order});
        if (promisedFor)
            matter.events.push_back(
                told.promise(PromiseKind::Reply, 111, *promisedFor, {}, {order}).event);
        told.refund(order, 112);
        told.refund(order, 120, RefundKind::Chargeback);
        return reasonIn(told.score(), QStringLiteral("double_recovery")) != nullptr;
    };
    QVERIFY(scored({}));
    QVERIFY(!scored(115));
    QVERIFY(scored(130));  // was not over yet
}

void PromiseRecordTest::advises_data() {
    QTest::addColumn<Story>("story");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    const auto calm = QStringLiteral("No complaint is open: help as with any good customer.");
    const auto today =
        QStringLiteral("Do today what was promised, or say when; no complaint is open.");
    QTest::newRow("due today") << Story([](Told& told) {
        told.promise(PromiseKind::Call, 399, 400.5);
    }) << "We promised to call them by today, 12:00."
                               << today;
    QTest::newRow("due later") << Story([](Told& told) {
        told.promise(PromiseKind::Refund, 399, 403.7);
    }) << "We promised them their money back by 7 February, 16:48."
                               << calm;
    QTest::newRow("overdue") << Story([](Told& told) {
        told.promise(PromiseKind::Reply, 397, 398.5);
    }) << "We promised to write to them by Sunday, 12:00, and nothing shows that it was done."
                             << today;
    QTest::newRow("beside an answer")
        << Story([](Told& told) {
               told.wait(told.message(399, Direction::Inbound), 399, {});
               told.promise(PromiseKind::Call, 399, 400.5);
           })
        << "They have waited for an answer since Monday (24 hours; our target is 24 hours); we "
           "promised to call them by today, 12:00."
        << today;
    QTest::newRow("kept") << Story([](Told& told) {
        told.promise(PromiseKind::Call, 397, 398.5, 398);
    }) << "No order within 24 months is known, and no complaint."
                          << calm;
    QTest::newRow("long over") << Story([](Told& told) {
        told.promise(PromiseKind::Reply, 370, 372);
    }) << "No order within 24 months is known, and no complaint."
                               << calm;
}

void PromiseRecordTest::advises() {
    QFETCH(Story, story);
    Told told;
    story(told);
    const QStringList advice = told.brief().advice;
    QTEST(advice.front(), "first");
    QTEST(advice.back(), "last");
    QVERIFY(advice.size() <= 5);
}

void PromiseRecordTest::showsPromisesByDue() {
    Told told;
    told.promise(PromiseKind::Reply, 100, 102, 101);  // long ago
    told.promise(PromiseKind::Refund, 398, 405);
    told.promise(PromiseKind::Call, 399, 401);
    told.promise(PromiseKind::Reply, 350, 352, 351);
    QStringList shown;
    for (const Promise& promise : told.brief().promises)
        shown << nameOf(promise.kind) + u' ' + nameOf(promise.state);
    QCOMPARE(shown.join(u';'), QStringLiteral("reply kept;call due;refund due"));
}

QTEST_APPLESS_MAIN(PromiseRecordTest)
#include "promise_record_test.moc"

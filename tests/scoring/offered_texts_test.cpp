// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases and answers for the customer at hand. Day 0 is 1 January 2024.
#include "models/scoring/offered_texts.h"

#include "models/domain/failure.h"
#include "models/scoring/matter_at_hand.h"
#include "story.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace goodfaith;
using namespace goodfaith::tests;

namespace {

QString value(const Told& told, const char* slot) {
    const auto matter = scoring::matterAtHand(told.input(), u"Ada"_qs);
    const auto found = matter.values.find(QLatin1String(slot));
    return found == matter.values.end() ? QString() : found->second;
}

std::vector<OfferedText> offered(const Told& told) {
    return scoring::offerPhrases(told.input(), u"Ada"_qs, scoring::shippedPhrases());
}

ShopText answer(const char* title, const char* text) {
    return {ShopTextKind::Answer,
            QLatin1String(title),
            QLatin1String(title),
            QLatin1String(text),
            {},
            {},
            {}};
}

// An order of a kettle, sent by FastPost, due on day 5.
EventId kettle(Told& told, std::optional<double> delivered) {
    const EventId order = told.order(0);
    told.facts.orders.back().key = u"1042"_qs;
    told.facts.orders.back().items = {{EventId(900), {}, u"Kettle"_qs, 1, {}}};
    told.shipment(order, 5, delivered);
    told.facts.shipments.back().carrier = u"FastPost"_qs;
    told.facts.shipments.back().tracking = u"FP1"_qs;
    return order;
}

}  // namespace

class OfferedTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsSoIsTold();
    void aGuessNamesNoOrder();
    void moneyBack();
    void whatFitsComesFirst();
    void whatCannotBeFilledComesLast();
    void whatIsForOtherMattersDoesNotFit();
    void neverAccuses();
    void problems_data();
    void problems();
    void refusesWrongPhrases();
    void answersByWords_data();
    void answersByWords();
};

void OfferedTextsTest::onlyWhatIsSoIsTold() {
    Told late;
    late.asOf = day(20);
    late.complaint(Topic::Late, 10, {kettle(late, 8)});
    QCOMPARE(value(late, "order"), u"1042"_qs);
    QCOMPARE(value(late, "product"), u"Kettle"_qs);
    QCOMPARE(value(late, "promised_day"), u"6 January"_qs);
    QCOMPARE(value(late, "days_late"), u"3 days"_qs);
    QCOMPARE(value(late, "expected_day"), QString());
    Told inTime;
    inTime.asOf = day(20);
    inTime.complaint(Topic::Late, 10, {kettle(inTime, 4)});
    QCOMPARE(value(inTime, "promised_day"), QString());
    QCOMPARE(value(inTime, "days_late"), QString());
    Told underWay;
    underWay.asOf = day(2);
    kettle(underWay, {});
    QCOMPARE(value(underWay, "expected_day"), u"6 January"_qs);
    QCOMPARE(value(underWay, "delivered_day"), QString());
}

void OfferedTextsTest::aGuessNamesNoOrder() {
    Told told;
    told.asOf = day(20);
    const EventId order = kettle(told, 8);
    told.complaint(Topic::Late, 10, {order}).couldBe = {order};
    QCOMPARE(value(told, "order"), QString());
}

void OfferedTextsTest::moneyBack() {
    Told told;
    told.asOf = day(20);
    const EventId order = kettle(told, 4);
    told.refund(order, 12, RefundKind::Refund, 1250);
    told.refund(order, 13, RefundKind::Chargeback, 1250);
    QCOMPARE(value(told, "refund"), u"€12.50"_qs);
    QCOMPARE(value(told, "refund_day"), u"13 January"_qs);
}

void OfferedTextsTest::whatFitsComesFirst() {
    Told told;
    told.asOf = day(20);
    told.complaint(Topic::Late, 10, {kettle(told, 8)});
    const auto all = offered(told);
    QCOMPARE(all.front().said.key, u"late-since"_qs);
    QCOMPARE(all.front().text,
             u"I am sorry that your order 1042 is late: FastPost was to bring it by 6 January."_qs);
    QCOMPARE(all[1].said.key, u"late-came"_qs);
    const auto greeting = std::find_if(
        all.begin(), all.end(), [](const OfferedText& one) { return one.said.key == u"greeting"; });
    QCOMPARE(greeting->text, u"Dear Ada,"_qs);
    QVERIFY(std::all_of(all.begin(), greeting, [](const OfferedText& one) { return one.fit > 0; }));
}

void OfferedTextsTest::whatCannotBeFilledComesLast() {
    const Told told;
    const auto all = offered(told);
    QVERIFY(std::is_partitioned(all.begin(), all.end(),
                                [](const OfferedText& one) { return one.missing.isEmpty(); }));
    QVERIFY(all.back().missing.size() > 0);
    QVERIFY(all.back().text.contains(u'{' + all.back().missing.front() + u'}'));
}

void OfferedTextsTest::whatIsForOtherMattersDoesNotFit() {
    Told told;
    told.asOf = day(40);
    const EventId order = kettle(told, 4);
    told.refund(order, 12);
    told.complaint(Topic::Billing, 15, {order}, {Ask::Refund});
    for (const OfferedText& one : offered(told)) {
        if (one.said.key == u"handed-over" || one.said.key == u"resend")
            QCOMPARE(one.fit, 0.0);
        if (one.said.key == u"refund-check")
            QVERIFY(one.fit > 0);
    }
}

void OfferedTextsTest::neverAccuses() {
    for (const ShopText& phrase : scoring::shippedPhrases()) {
        for (const char* word : {"claim", "fraud", "abuse", "refuse", "reject", "proof", "lie "})
            QVERIFY2(!phrase.text.contains(QLatin1String(word), Qt::CaseInsensitive),
                     qPrintable(phrase.text));
    }
}

void OfferedTextsTest::problems_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("fits");
    QTest::addColumn<QString>("problem");
    QTest::newRow("sound") << u"Late"_qs << u"Order {order}"_qs
                           << QStringList{u"late"_qs, u"slow_reply"_qs, u"waiting"_qs} << QString();
    QTest::newRow("no title") << u" "_qs << u"Order"_qs << QStringList() << u"Say in"_qs;
    QTest::newRow("no text") << u"Late"_qs << QString() << QStringList() << u"no text"_qs;
    QTest::newRow("a slot") << u"Late"_qs << u"{shoe_size}"_qs << QStringList()
                            << u"{shoe_size}"_qs;
    QTest::newRow("a matter") << u"Late"_qs << u"Oh"_qs << QStringList{u"anger"_qs}
                              << u"\"anger\""_qs;
    QTest::newRow("evidence against")
        << u"Late"_qs << u"Oh"_qs << QStringList{u"own_words"_qs} << u"\"own_words\""_qs;
}

void OfferedTextsTest::problems() {
    QFETCH(QString, title);
    QFETCH(QString, text);
    QFETCH(QStringList, fits);
    QFETCH(QString, problem);
    const QString found = scoring::problemOf({ShopTextKind::Phrase, {}, title, text, fits, {}, {}});
    QVERIFY2(problem.isEmpty() ? found.isEmpty() : found.contains(problem), qPrintable(found));
}

void OfferedTextsTest::refusesWrongPhrases() {
    const QJsonObject wrong{{u"key"_qs, u"a"_qs}, {u"title"_qs, u"A"_qs}, {u"text"_qs, u"{b}"_qs}};
    QVERIFY_EXCEPTION_THROWN(scoring::phrasesFrom({{u"phrases"_qs, QJsonArray{wrong}}}), Failure);
    QVERIFY(scoring::shippedPhrases().size() > 15);
}

void OfferedTextsTest::answersByWords_data() {
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("first");
    QTest::newRow("by its title") << u"How do I return my lamp?"_qs
                                  << u"How can I send it back?"_qs;
    QTest::newRow("by its text") << u"Is there a VOUCHER?"_qs << u"Can I pay by invoice?"_qs;
    QTest::newRow("another form") << u"Returning things"_qs << u"How can I send it back?"_qs;
    QTest::newRow("nothing in common") << u"qwert"_qs << u"Do you ship abroad?"_qs;
}

void OfferedTextsTest::answersByWords() {
    QFETCH(QString, question);
    const auto found = scoring::answersTo(
        question, {answer("Do you ship abroad?", "To all of Europe, in five days."),
                   answer("How can I send it back?", "Ask us for a return label."),
                   answer("Can I pay by invoice?", "Yes, and with a voucher.")});
    QTEST(found.front().said.title, "first");
    QCOMPARE(found.front().fit > 0, question != u"qwert");
}

QTEST_APPLESS_MAIN(OfferedTextsTest)
#include "offered_texts_test.moc"

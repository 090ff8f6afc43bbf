// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/understand.h"
#include "tests/understanding/story.h"

#include <QtTest>

#include <ctime>

using namespace goodfaith;
using namespace goodfaith::understanding;

class CasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void story_data() {
        QTest::addColumn<QString>("story");
        QTest::addColumn<int>("asOf");
        QTest::addColumn<QString>("cases");
        oneMatter();
        chasersAndAnswers();
        severalMatters();
        calls();
        outcomes();
        asOf();
    }

    void story() {
        QFETCH(QString, story);
        QFETCH(int, asOf);
        QTEST(story::casesText(story::understood(story, asOf)), "cases");
    }

    void outcome_data() {
        QTest::addColumn<QString>("story");
        QTest::addColumn<int>("asOf");
        QTest::addColumn<QString>("outcome");
        const auto complaint =
            QStringLiteral("0 order 1042\n9 mail in t: Order 1042 arrived broken.\n");
        const auto outcome = [&](const char* name, const char* rest, int asOf, const char* text) {
            QTest::newRow(name) << complaint + QString::fromUtf8(rest) << asOf
                                << QString::fromLatin1(text);
        };
        outcome("open", "", 10, "-");
        outcome("answered", "10 mail out t: We look into it.", 11, "-");
        outcome("explained", "10 mail out t: The glaze is meant to look so.", 41,
                "explained on the spot");
        outcome("explained in the end",
                "10 mail out t: Is it the glaze?\n11 mail in t: No, it is cracked.\n"
                "12 mail out t: It is meant to be.",
                43, "explained");
        outcome("refunded with the first answer",
                "10 mail out t: I have refunded you.\n10 13:00 refund 1042", 11,
                "refund on the spot");
        outcome("refunded before it was answered", "9 13:00 refund 1042", 10, "refund on the spot");
        outcome("refunded days later", "10 mail out t: We look into it.\n14 refund 1042", 15,
                "refund");
        outcome("replaced", "10 mail out t: A new one is on its way.\n10 replacement 1042", 11,
                "replacement on the spot");
        outcome("a sum for the trouble", "10 mail out t: Sorry.\n10 compensation 1042", 11,
                "compensation on the spot");
        outcome("money back after a new one",
                "10 replacement 1042\n20 mail in t: The new one is broken too!\n22 refund 1042", 23,
                "refund");
        outcome("a chargeback is theirs", "12 chargeback 1042", 13, "-");
        outcome("refused", "10 mail out t: I am afraid we cannot refund this order.", 11,
                "refused");
        outcome("refused, then given",
                "10 mail out t: We cannot refund this order.\n20 refund 1042", 21, "refund");
        outcome("it settled itself", "12 mail in t: Thank you, all good now!", 13, "none");
        outcome("bought again",
                "10 mail out t: I have refunded you.\n10 13:00 refund 1042\n30 order 1099", 31,
                "refund on the spot, bought 5");
        outcome("a replacement is not bought",
                "10 mail out t: It is on its way.\n10 refund 1042\n11 replacement 1042", 31,
                "refund on the spot");
        outcome("nor is what was ordered before",
                "9 13:00 order 1043\n10 mail out t: Done.\n10 refund 1042", 31,
                "refund on the spot");
    }
    void outcome() {
        QFETCH(QString, story);
        QFETCH(int, asOf);
        QTEST(story::outcomesText(story::understood(story, asOf)), "outcome");
    }

    void openedAtIsTheFirstEvent() {
        const auto understanding = story::understood(
            QStringLiteral("3 mail in t: Could you tell me when my order ships?\n"
                           "9 mail in t: It has still not arrived, I am fed up with this."),
            10);
        QCOMPARE(understanding.cases.at(0).id, EventId(1));
        QCOMPARE(understanding.cases.at(0).openedAt, story::at(3));
        QCOMPARE(understanding.cases.at(0).complaints, std::vector<EventId>({EventId(2)}));
    }

    void whatItCouldBeAboutIsKept() {
        const auto guessed = [](const char* story) {
            const auto understanding = story::understood(QString::fromUtf8(story), 20);
            return understanding.cases.at(0).couldBe;
        };
        QCOMPARE(guessed("0 order 1042\n1 order 1043\n9 mail in t: My lamp is broken."),
                 std::vector<EventId>({EventId(1), EventId(2)}));
        QCOMPARE(guessed("0 order 1042\n9 mail in t: My lamp is broken."),
                 std::vector<EventId>({EventId(1)}));
        QVERIFY(guessed("0 order 1042\n9 mail in t: Order 1042 arrived broken.").empty());
        QVERIFY(guessed("0 order 1042\n9 mail in t: My lamp is broken.\n12 refund 1042").empty());
    }

    void asksAndThreatsAreOfTheCase() {
        const auto understanding = story::understood(
            QStringLiteral("0 mail in t: My lamp arrived broken, please send a replacement.\n"
                           "5 mail in t: I want a refund now or I leave a bad review."),
            6);
        QCOMPARE(understanding.cases.size(), size_t(1));
        QCOMPARE(understanding.cases[0].asks, std::vector<Ask>({Ask::Refund, Ask::Replacement}));
        QVERIFY(understanding.cases[0].threat);
    }

    void theOrderOfFactsDoesNotMatter() {
        const auto story = QStringLiteral(
            "0 order 1042\n"
            "9 mail in t: Order 1042 has not arrived.\n"
            "10 mail out t: We are looking into it.");
        CustomerFacts facts = story::factsOf(story);
        std::reverse(facts.messages.begin(), facts.messages.end());
        const auto readings = story::understood(story, 20).readings;
        QCOMPARE(story::casesText(understand(facts, readings, {}, story::at(20))),
                 QStringLiteral("not_received answered 2 3 (1)"));
    }

    void twentyThousandEventsTakeLittleTime() {
        CustomerFacts facts;
        std::vector<EventReading> readings;
        for (int number = 1; number <= 20000; ++number) {
            MessageFact message;
            message.id = EventId(number);
            message.at = story::at(0, number * 90);
            message.direction = number % 7 == 0 ? Direction::Outbound : Direction::Inbound;
            message.thread = QString::number(number / 3);
            message.text = QStringLiteral("text");
            Reading reading;
            reading.complaint = number % 5 == 0;
            reading.topic = reading.complaint ? Topic::Damaged : Topic::None;
            readings.push_back({message.id, reading});
            facts.messages.push_back(message);
        }
        const std::clock_t begin = std::clock();
        QVERIFY(!understand(facts, readings, {}, story::at(4000)).waits.empty());
        // Time of our own: others may keep the machine busy.
        const auto millis = 1000 * (std::clock() - begin) / CLOCKS_PER_SEC;
        QVERIFY2(millis < 2000, qPrintable(QString::number(millis)));
    }

private:
    static void row(const char* name, const char* story, int asOf, const char* cases) {
        QTest::newRow(name) << QString::fromUtf8(story) << asOf << QString::fromUtf8(cases);
    }

    static void oneMatter() {
        row("nobody complains", "0 order 1042\n2 mail in t: When will it ship?", 5, "");
        row("one complaint", "0 mail in t: My order has not arrived.", 1, "not_received open 1");
        row("the only recent order", "0 order 1042\n9 mail in t: My parcel has not arrived.", 10,
            "not_received open 2 (1)");
        row("no guess among two orders",
            "0 order 1042\n1 order 1043\n9 mail in t: My parcel has not arrived.", 10,
            "not_received open 3");
        row("an old order is no guess", "0 order 1042\n60 mail in t: My parcel has not arrived.",
            61, "not_received open 2");
        row("named among two orders",
            "0 order 1042\n1 order 1043\n9 mail in t: Order #1043 arrived broken.", 10,
            "damaged open 3 (2)");
        row("named earlier in the thread",
            "0 order 1042\n1 order 1043\n3 mail in t: Has order 1042 been sent yet?\n"
            "9 mail in t: It has still not arrived!",
            10, "not_received open 3 4 (1)");
        row("a question before belongs to it",
            "0 mail in t: Could you tell me when it ships?\n1 mail out t: Tomorrow.\n"
            "9 mail in t: It has not arrived.",
            10, "not_received open 1 2 3");
        row("a question of last year does not",
            "0 mail in t: Do you ship to Norway?\n200 mail in t: My parcel has not arrived.", 201,
            "not_received open 2");
    }

    static void chasersAndAnswers() {
        row("a chaser is no case",
            "0 mail in t: My order has not arrived.\n3 mail in t: Any news?\n"
            "5 mail in t: Still waiting, day 19.",
            6, "not_received open 1 2 3");
        row("a form, the mail that answers it, and what they write back",
            "0 order 1042\n9 form -: My order has not arrived.\n10 mail out t: We will look.\n"
            "11 mail in t: Still nothing came.",
            12, "not_received open 2 3 4 (1)");
        row("answered", "0 mail in t: My order has not arrived.\n1 mail out t: We will look.", 2,
            "not_received answered 1 2");
        row("open again",
            "0 mail in t: My order has not arrived.\n1 mail out t: We will look.\n"
            "4 mail in t: And? What did you find?",
            5, "not_received open 1 2 3");
        row("an automatic reply answers nothing",
            "0 mail in t: My order has not arrived.\n"
            "0 12:01 mail out t: This is an automated message, do not reply to this email.",
            1, "not_received open 1 2");
        row("a chaser elsewhere that names the order",
            "0 order 1042\n1 order 1043\n9 mail in t: Order 1042 has not arrived.\n"
            "12 mail in u: Any news on order 1042?",
            13, "not_received open 3 4 (1)");
        row("an answer elsewhere that names the order",
            "0 order 1042\n9 mail in t: Order 1042 has not arrived.\n"
            "10 mail out u: Your order 1042 is with the courier now.",
            13, "not_received answered 2 3 (1)");
    }

    static void severalMatters() {
        row("two orders are two cases",
            "0 order 1042\n1 order 1043\n9 mail in t: Order 1042 arrived broken.\n"
            "12 mail in u: Order 1043 arrived broken.",
            13, "damaged open 3 (1); damaged open 4 (2)");
        row("two orders in one thread too",
            "0 order 1042\n1 order 1043\n9 mail in t: Order 1042 arrived broken.\n"
            "12 mail in t: Order 1043 is not here, it has never arrived.",
            13, "damaged open 3 (1); not_received open 4 (2)");
        row("one order in two threads is one case",
            "0 order 1042\n9 mail in t: Order 1042 has not arrived.\n"
            "12 mail in u: Order 1042 arrived broken.",
            13, "not_received open 2 3 (1)");
        row("the same topic within 30 days",
            "0 mail in t: My parcel has not arrived.\n20 mail in u: The parcel never arrived.", 21,
            "not_received open 1 2");
        row("the same topic after 30 days",
            "0 mail in t: My parcel has not arrived.\n40 mail in u: My parcel has not arrived.", 41,
            "not_received open 1; not_received open 2");
        row("another topic in another thread",
            "0 mail in t: The website crashes at checkout, I cannot place my order.\n"
            "5 mail in u: The toaster stopped working.",
            6, "website open 1; defective open 2");
        row("another topic after 60 days in the same thread",
            "0 mail in t: My parcel has not arrived.\n90 mail in t: The toaster stopped working.",
            91, "not_received open 1; defective open 2");
        row("nobody answers: of the case before",
            "0 mail in t: The toaster stopped working.\n"
            "10 mail in u: Nobody answers my emails, this is terrible service.",
            11, "defective open 1 2");
    }

    static void calls() {
        row("a complaining call opens a case",
            "0 call in answered wait 20: caller says parcel not arrived, wants refund", 1,
            "not_received answered 1");
        row("and joins one by its order",
            "0 order 1042\n9 mail in t: Order 1042 has not arrived.\n"
            "11 call in answered wait 9: cust chasing order 1042, not received",
            12, "not_received answered 2 3 (1)");
        row("a call without notes while it is open",
            "0 mail in t: My parcel has not arrived.\n2 call out answered", 3,
            "not_received answered 1 2");
        row("an attempt is no answer",
            "0 mail in t: My parcel has not arrived.\n2 call out no_answer", 3,
            "not_received open 1 2");
        row("a missed call while it is open",
            "0 mail in t: My parcel has not arrived.\n1 mail out t: We look into it.\n"
            "2 call in voicemail",
            3, "not_received open 1 2 3");
        row("a call long after",
            "0 mail in t: My parcel has not arrived.\n1 mail out t: We look into it.\n"
            "50 call in answered wait 5: asked about opening hours",
            51, "not_received resolved 1 2");
    }

    static void outcomes() {
        row("thanks",
            "0 mail in t: My lamp is broken.\n1 mail out t: A new one is on its way.\n"
            "5 mail in t: Thank you so much!",
            6, "damaged resolved 1 2 3");
        row("it arrived",
            "0 mail in t: My parcel has not arrived.\n"
            "2 mail in t: It arrived this morning, all good.",
            3, "not_received resolved 1 2");
        row("good news in a mail of its own",
            "0 mail in t: My parcel has not arrived.\n2 mail in u: Parcel arrived today, thanks!",
            3, "not_received resolved 1 2");
        row("refund", "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n12 refund 1042", 13,
            "damaged resolved 2 3 (1)");
        row("an unhappy word after the refund",
            "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n12 refund 1042\n"
            "14 mail in t: You only refunded half of it!",
            15, "damaged reopened 2 3 4 (1)");
        row("answered again, and over again",
            "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n12 refund 1042\n"
            "14 mail in t: You only refunded half of it!\n15 refund 1042",
            16, "damaged resolved 2 3 4 5 (1)");
        row("back after a month of silence",
            "0 mail in t: My lamp is broken.\n1 mail out t: Please try another bulb.\n"
            "40 mail in t: I did, it is still broken!",
            41, "damaged reopened 1 2 3");
        row("back within the month",
            "0 mail in t: My lamp is broken.\n1 mail out t: Please try another bulb.\n"
            "20 mail in t: I did, it is still broken!",
            21, "damaged open 1 2 3");
        row("replacement",
            "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n12 replacement 1042", 13,
            "damaged resolved 2 3 (1)");
        row("a chargeback resolves nothing",
            "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n12 chargeback 1042", 13,
            "damaged open 2 3 (1)");
        row("a return belongs to it",
            "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n12 return 1042", 13,
            "damaged open 2 3 (1)");
        row("a refund tells which of two orders was meant",
            "0 order 1042\n1 order 1043\n9 mail in t: My parcel has not arrived.\n12 refund 1043",
            13, "not_received resolved 3 4 (2)");
        row("a return tells it, too",
            "0 order 1042\n1 order 1043\n9 mail in t: My lamp is broken.\n12 return 1042", 13,
            "damaged open 3 4 (1)");
        row("not of an order that it cannot be about",
            "0 order 1042\n80 order 1043\n81 order 1044\n"
            "90 mail in t: My lamp is broken.\n92 return 1042",
            93, "damaged open 4");
        row("nor where two complaints name none",
            "0 order 1042\n1 order 1043\n9 mail in t: My lamp is broken.\n"
            "10 mail in u: My parcel has not arrived.\n12 refund 1043",
            13, "damaged open 3; not_received open 4");
        row("silence", "0 mail in t: My lamp is broken.\n1 mail out t: Please try another bulb.",
            32, "damaged resolved 1 2");
        row("it is their turn",
            "0 mail in t: My lamp is broken.\n1 mail out t: Could you send us a photo of it?", 2,
            "damaged waiting_for_them 1 2");
        row("they took it",
            "0 mail in t: My lamp is broken.\n1 mail out t: Could you send us a photo of it?\n"
            "2 mail in t: Here it is.",
            3, "damaged open 1 2 3");
        row("silence on a question",
            "0 mail in t: My lamp is broken.\n1 mail out t: Could you send us a photo of it?", 31,
            "damaged resolved 1 2");
        row("silence of ours resolves nothing", "0 mail in t: My lamp is broken.", 90,
            "damaged open 1");
    }

    static void asOf() {
        const char* story =
            "0 order 1042\n9 mail in t: Order 1042 arrived broken.\n"
            "10 mail out t: Sorry.\n12 refund 1042";
        row("as of before", story, 8, "");
        row("as of the complaint", story, 9, "damaged open 2 (1)");
        row("as of the answer", story, 11, "damaged answered 2 3 (1)");
        row("as of the refund", story, 12, "damaged resolved 2 3 4 (1)");
    }
};

QTEST_APPLESS_MAIN(CasesTest)
#include "cases_test.moc"

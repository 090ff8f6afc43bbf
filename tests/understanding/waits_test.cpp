// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/understand.h"
#include "tests/understanding/story.h"

#include <QtTest>

using namespace goodfaith;
using namespace goodfaith::understanding;

class WaitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waits_data() {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("waits");
        mails();
        calls();
    }

    void waits() {
        QFETCH(QString, story);
        QTEST(story::waitsText(story::understood(story, 30)), "waits");
    }

    void timesAreThoseOfTheMessages() {
        const auto waits =
            story::understood(QStringLiteral("4 16:30 mail in t: When does it ship?\n"
                                             "7 09:30 mail out t: Today."),
                              30)
                .waits;
        QCOMPARE(waits.size(), size_t(1));
        QCOMPARE(waits[0].since, story::at(4, 16 * 60 + 30));
        QCOMPARE(waits[0].answeredAt, std::optional(story::at(7, 9 * 60 + 30)));
        QCOMPARE(waits[0].mailbox, QStringLiteral("support@shop.example"));
        QCOMPARE(waits[0].kind, RecordKind::Message);
    }

    void anAnsweredCallWaitedInTheQueue() {
        const auto waits =
            story::understood(QStringLiteral("1 call in answered wait 45"), 30).waits;
        QCOMPARE(waits.at(0).answeredAt,
                 std::optional<Instant>(story::at(1) + std::chrono::seconds(45)));
        QCOMPARE(waits.at(0).kind, RecordKind::Call);
    }

    void chats_data() {
        QTest::addColumn<QString>("agent");
        QTest::addColumn<int>("repliedAfter");  // minutes; 0: unknown
        QTest::addColumn<QString>("waits");
        QTest::newRow("answered") << QString() << 5 << "7>7 first";
        QTest::newRow("answered, by whom is known") << QStringLiteral("Tom") << 5 << "7>7 first";
        QTest::newRow("answered, when is not known") << QStringLiteral("Tom") << 0 << "";
        QTest::newRow("nobody there") << QString() << 0 << "7>- first";
        QTest::newRow("answered after the as-of") << QString() << 24 * 60 << "7>- first";
    }
    void chats() {
        QFETCH(QString, agent);
        QFETCH(int, repliedAfter);
        CustomerFacts facts;
        MessageFact& chat = facts.messages.emplace_back();
        chat.id = EventId(7);
        chat.at = story::at(1);
        chat.direction = Direction::Inbound;
        chat.channel = QStringLiteral("chat");
        chat.text = QStringLiteral("Ada: When does it ship?");
        chat.agent = agent;
        if (repliedAfter > 0)
            chat.firstReplyAt = chat.at + std::chrono::minutes(repliedAfter);
        const Instant asOf = story::at(1) + std::chrono::hours(2);
        const Understanding understanding = understand(facts, {}, ShopSettings(), asOf);
        QTEST(story::waitsText(understanding), "waits");
        if (!understanding.waits.empty() && understanding.waits[0].answeredAt)
            QCOMPARE(understanding.waits[0].answeredAt, chat.firstReplyAt);
    }

    void answersAfterTheAsOfAreUnknown() {
        const auto story = QStringLiteral("1 mail in t: When does it ship?\n5 mail out t: Today.");
        QCOMPARE(story::waitsText(story::understood(story, 4)), QStringLiteral("1>- first"));
        QCOMPARE(story::waitsText(story::understood(story, 5)), QStringLiteral("1>2 first"));
    }

    void aBouncedAnswerRestartsTheClock() {
        const auto story = QStringLiteral(
            "1 mail in t: When does it ship?\n2 mail out t: Today.\n"
            "2 12:01 mail in t: MAILER-DAEMON: your message could not be delivered. "
            "Diagnostic-Code: 550 user unknown");
        QCOMPARE(story::waitsText(story::understood(story, 5)), QStringLiteral("1>- first"));
    }

private:
    static void row(const char* name, const char* story, const char* waits) {
        QTest::newRow(name) << QString::fromUtf8(story) << QString::fromUtf8(waits);
    }

    static void mails() {
        row("answered", "0 mail in t: When does it ship?\n1 mail out t: Today.", "1>2 first");
        row("waiting", "0 mail in t: When does it ship?", "1>- first");
        row("chasers",
            "0 mail in t: When does it ship?\n1 mail in t: Any news?\n2 mail in t: Hello?\n"
            "3 mail out t: Today.",
            "1>4 +2 first");
        row("the next segment is no first reply",
            "0 mail in t: When does it ship?\n1 mail out t: Today.\n2 mail in t: By which "
            "courier?\n"
            "3 mail out t: By bike.",
            "1>2 first; 3>4");
        row("a second answer changes nothing",
            "0 mail in t: When does it ship?\n1 mail out t: Today.\n2 mail out t: Shipped.",
            "1>2 first");
        row("thanks wait for nothing",
            "0 mail in t: When does it ship?\n1 mail out t: Today.\n2 mail in t: Thank you!",
            "1>2 first");
        row("an automatic reply never stops the clock",
            "0 mail in t: When does it ship?\n"
            "0 12:01 mail out t: This is an automated message, do not reply to this email.\n"
            "2 mail out t: Today.",
            "1>3 first");
        row("an automatic reply of theirs is no inquiry",
            "0 mail out t: Your lamp is back in stock.\n"
            "0 12:01 mail in t: This is an automatic reply. I am out of the office.",
            "");
        row("another thread does not answer",
            "0 mail in t: When does it ship?\n1 mail in u: Do you sell bulbs?\n"
            "2 mail out u: Yes, in three sizes.",
            "1>- first; 2>3 first");
        row("another thread of the same case does",
            "0 order 1042\n5 mail in t: Order 1042 has not arrived.\n"
            "6 mail in u: Still nothing, order 1042 has not come.\n7 mail out u: We are on it.",
            "2>4 +1 first");
        row("a form is answered by mail",
            "0 form -: When does it ship?\n1 mail out t: Today.\n2 mail in t: By which courier?",
            "1>2 first; 3>-");
        row("two forms by one mail",
            "0 form -: When does it ship?\n1 form -: Hello, any news?\n2 mail out t: Today.",
            "1>3 +1 first");
        row("a form by a mail about its order, not about another",
            "0 order 1042\n0 order 1077\n1 form 1042: When does it ship?\n"
            "2 mail out t: Order 1077 was packed.\n3 mail out u: Order 1042 ships today.",
            "3>5 first");
        row("a mail in a thread of its own answers that one",
            "0 mail in t: Do you sell bulbs?\n1 form -: When does it ship?\n"
            "2 mail out t: Yes, in three sizes.",
            "1>3 first; 2>- first");
        row("much later it is another matter",
            "0 form -: When does it ship?\n40 mail out t: Do you like our lamp?", "1>- first");
        row("a form is answered by a call, and what follows is not its answer",
            "0 form -: When does it ship?\n1 call out answered\n2 mail out t: As I said, today.",
            "1>2 first");
        row("nothing inbound", "0 mail out t: Hello!", "");
    }

    static void calls() {
        row("answered at once", "0 call in answered wait 12", "1>1 first");
        row("abandoned", "0 call in abandoned wait 60", "1>- first");
        row("a short abandon is left out", "0 call in abandoned wait 4", "");
        row("five seconds are not short", "0 call in abandoned wait 5", "1>- first");
        row("voicemail, called back", "0 call in voicemail\n1 call out answered", "1>2 first");
        row("busy, tried again", "0 call in busy\n0 12:05 call in no_answer\n1 call out answered",
            "1>3 +1 first");
        row("a call back that nobody took", "0 call in voicemail\n1 call out no_answer",
            "1>2 first");
        row("it answers no mail", "0 mail in t: When does it ship?\n1 call out no_answer",
            "1>- first");
        row("a failed dial is nothing", "0 call in voicemail\n1 call out failed", "1>- first");
        row("a missed call answered in writing",
            "0 call in abandoned wait 90\n1 mail out t: You rang, how can we help?", "1>2 first");
        row("a call answers all that waits",
            "0 mail in t: When does it ship?\n0 12:30 mail in u: Do you sell bulbs?\n"
            "1 call out answered",
            "1>3 first; 2>3 first");
        row("their call too", "0 mail in t: When does it ship?\n1 call in answered wait 30",
            "1>2 first; 2>2 first");
    }
};

QTEST_APPLESS_MAIN(WaitsTest)
#include "waits_test.moc"

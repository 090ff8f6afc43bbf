// SPDX-License-Identifier: GPL-3.0-or-later
// What became of promises: stories (see story.h) in UTC, of a shop that works Monday to Friday from
// 9 to 17. Day 0 is a Monday.
#include "models/understanding/understand.h"
#include "tests/understanding/story.h"

#include <QtTest>

using namespace goodfaith;
using namespace goodfaith::understanding;

class PromisesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void promises_data();
    void promises();
    void knowsWhenItIsDue();
    void standsWhileItMatters_data();
    void standsWhileItMatters();
};

void PromisesTest::promises_data() {
    QTest::addColumn<QString>("story");
    QTest::addColumn<int>("asOf");
    QTest::addColumn<QString>("promises");
    const auto row = [](const char* name, const char* story, int asOf, const char* promises) {
        QTest::newRow(name) << QString::fromUtf8(story) << asOf << QString::fromLatin1(promises);
    };
    row("none", "1 mail out t: Thank you, it was sent.", 5, "");
    row("theirs", "1 mail in t: I will call you tomorrow.", 5, "");
    row("automatic", "1 mail out t: This is an automated reply. We will call you tomorrow.", 1, "");
    row("still time", "1 mail out t: I will call you tomorrow.", 1, "call 1 due");
    row("called", "1 mail out t: I will call you tomorrow.\n2 11:00 call out answered", 5,
        "call 1 kept 2");
    row("rang, nobody there", "1 mail out t: I will call you tomorrow.\n2 11:00 call out no_answer",
        5, "call 1 kept 2");
    row("they rang first", "1 mail out t: I will call you tomorrow.\n2 09:30 call in answered", 5,
        "call 1 kept 2");
    row("a dial that failed", "1 mail out t: I will call you tomorrow.\n2 11:00 call out failed", 5,
        "call 1 unknown");
    row("they rang in vain", "1 mail out t: I will call you tomorrow.\n2 11:00 call in abandoned",
        5, "call 1 unknown");
    row("called too late", "1 mail out t: I will call you tomorrow.\n3 11:00 call out answered", 5,
        "call 1 broken 2");
    row("wrote instead", "1 mail out t: I will call you tomorrow.\n2 mail out t: Sent.", 5,
        "call 1 unknown");
    row("called before", "1 09:00 call out answered\n1 mail out t: I will call you tomorrow.", 5,
        "call 2 unknown");
    row("replied", "1 mail out t: You will hear from us by Friday.\n3 mail out t: It is found.", 9,
        "reply 1 kept 2");
    row("an automatic message is no reply",
        "1 mail out t: You will hear from us by Friday.\n"
        "3 mail in t: And?\n8 mail out t: It is found.",
        9, "reply 1 broken 3");
    row("answered by phone", "1 mail out t: You will hear from us by Friday.\n3 call out answered",
        9, "reply 1 kept 2");
    row("silence", "1 mail out t: You will hear from us by Friday.", 9, "reply 1 unknown");
    row("refunded",
        "0 order 1001\n1 mail out t: We will refund order 1001 within 3 days.\n3 refund 1001", 9,
        "refund 2 kept 3");
    row("refunded on the last evening",
        "0 order 1001\n1 mail out t: We will refund order 1001 on Friday.\n4 23:30 refund 1001", 9,
        "refund 2 kept 3");
    row("refunded before the mail",
        "0 order 1001\n1 09:00 refund 1001\n1 mail out t: For order 1001 you will see the refund "
        "by Friday.",
        9, "refund 3 kept 2");
    row("refunded too late",
        "0 order 1001\n1 mail out t: We will refund order 1001 on Friday.\n8 refund 1001", 9,
        "refund 2 broken 3");
    row("goods for the money",
        "0 order 1001\n1 mail out t: We will refund order 1001 on Friday.\n3 replacement 1001", 9,
        "refund 2 kept 3");
    row("money for the goods",
        "0 order 1001\n1 mail out t: We will send a replacement for order 1001 tomorrow.\n"
        "2 refund 1001",
        9, "replacement 2 kept 3");
    row("another order was refunded",
        "0 order 1001\n0 order 1002\n1 mail out t: We will refund order 1001 on Friday.\n"
        "3 refund 1002",
        9, "refund 3 unknown");
    row("a chargeback is no refund",
        "0 order 1001\n1 mail out t: We will refund order 1001 on Friday.\n3 chargeback 1001", 9,
        "refund 2 unknown");
    row("no order named", "0 order 1001\n1 mail out t: We will refund you today.\n1 refund 1001", 9,
        "refund 2 kept 3");
    row("of the case's order",
        "0 order 1001\n0 order 1002\n1 mail in t: Order 1001 arrived broken, refund please.\n"
        "2 mail out t: We will refund you by Friday.\n3 refund 1001",
        9, "refund 4 kept 5");
    row("replaced",
        "0 order 1001\n1 mail out t: We will send a replacement for order 1001 tomorrow.\n"
        "2 replacement 1001",
        9, "replacement 2 kept 3");
    row("not replaced", "0 order 1001\n1 mail out t: We will send a replacement tomorrow.", 9,
        "replacement 2 unknown");
    row("dispatched",
        "0 order 1001\n1 mail out t: Order 1001 will be dispatched tomorrow.\n2 18:00 parcel 1001",
        9, "dispatch 2 kept 3");
    row("dispatched late",
        "0 order 1001\n1 mail out t: Order 1001 will be dispatched tomorrow.\n3 parcel 1001", 9,
        "dispatch 2 broken 3");
    row("a later order's parcel",
        "0 order 1001\n1 mail out t: It will be dispatched tomorrow.\n1 18:00 order 1002\n"
        "2 parcel 1002",
        9, "dispatch 2 unknown");
    row("delivered",
        "0 order 1001\n1 parcel 1001 4\n1 mail out t: You will have order 1001 by Friday.", 9,
        "delivery 3 kept 2");
    row("delivered late",
        "0 order 1001\n1 parcel 1001 7\n1 mail out t: You will have order 1001 by Friday.", 9,
        "delivery 3 broken 2");
    row("not delivered yet",
        "0 order 1001\n1 parcel 1001 7\n1 mail out t: You will have order 1001 by Friday.", 3,
        "delivery 3 due");
    row("the replacement was delivered",
        "0 order 1001\n1 mail out t: For order 1001 you will have it by Friday.\n"
        "2 replacement 1001\n2 parcel 1001-R 3",
        9, "delivery 2 kept 4");
    row("said twice",
        "1 mail out t: I will call you on Friday.\n2 mail out t: As I said, I will call you on "
        "Friday.",
        2, "call 1 due");
    row("put off",
        "1 mail out t: I will call you tomorrow.\n3 mail out t: Sorry! I will call you on Friday.",
        3, "call 1 unknown; call 2 due");
    row("two in one mail",
        "1 mail out t: I will call you tomorrow, and you will hear from the warehouse team by "
        "Friday.\n2 10:00 call out answered",
        9, "call 1 kept 2; reply 1 kept 2");
    row("quoted below", "1 mail in t: ok\\n> I will call you tomorrow.\n2 mail out t: Thank you.",
        9, "");
}

void PromisesTest::promises() {
    QFETCH(QString, story);
    QFETCH(int, asOf);
    QTEST(story::promisesText(story::understood(story, asOf)), "promises");
}

void PromisesTest::knowsWhenItIsDue() {
    const auto promises =
        story::understood(QStringLiteral("4 16:30 mail out t: I will call you tomorrow morning."),
                          5)
            .promises;
    QCOMPARE(promises.size(), size_t(1));
    QCOMPARE(promises[0].madeAt, story::at(4, 16 * 60 + 30));
    QCOMPARE(promises[0].due, story::at(7, 12 * 60));
    QCOMPARE(promises[0].phrase, QStringLiteral("I will call you tomorrow morning"));
}

void PromisesTest::standsWhileItMatters_data() {
    QTest::addColumn<QString>("rest");
    QTest::addColumn<int>("asOf");
    QTest::addColumn<bool>("stands");
    QTest::newRow("there is time") << "" << 1 << true;
    QTest::newRow("it is over") << "" << 4 << true;
    QTest::newRow("it is long over") << "" << 30 << false;
    QTest::newRow("it was done") << "\n2 10:00 call out answered" << 4 << false;
    QTest::newRow("it was done late") << "\n4 10:00 call out answered" << 5 << false;
}

void PromisesTest::standsWhileItMatters() {
    QFETCH(QString, rest);
    QFETCH(int, asOf);
    const QString story = QStringLiteral("1 mail out t: I will call you tomorrow.") + rest;
    const auto promises = story::understood(story, asOf).promises;
    QCOMPARE(promises.size(), size_t(1));
    QTEST(promises[0].stands(story::at(asOf, 24 * 60 - 1)), "stands");
}

QTEST_APPLESS_MAIN(PromisesTest)
#include "promises_test.moc"

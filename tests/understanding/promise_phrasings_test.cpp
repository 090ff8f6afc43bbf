// SPDX-License-Identifier: GPL-3.0-or-later
// What counts as a promise, of what, and by when. The shop is in Berlin, works Monday to Friday
// from 9 to 17 but not on 24 December (Thursday) to 26 December, nor on Easter Monday; a text is
// written on Wednesday, 18 November 2026, at 10:00 unless the row says otherwise.
#include "models/understanding/promise_due.h"
#include "models/understanding/promise_reader.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::understanding;

namespace {

const BusinessCalendar& calendar() {
    static const BusinessCalendar shop(
        usualHours(), holidaysFrom(QStringLiteral("12-24, 12-25, 12-26, 01-01, easter+1")),
        QTimeZone("Europe/Berlin"));
    return shop;
}

// "call Thu 19 Nov 12:00", joined by "; ".
QString promisesText(const QString& text, const QString& writtenAt) {
    static PromiseReader reader;
    const Instant at = parseIso(writtenAt, calendar().zone()).value();
    QStringList found;
    for (const StatedPromise& promise : reader.read(text)) {
        if (const auto due = dueOf(promise.due, at, calendar(), false)) {
            found << nameOf(promise.kind) + u' ' +
                         QLocale(QLocale::English)
                             .toString(toLocal(*due, calendar().zone()),
                                       QStringLiteral("ddd d MMM HH:mm"));
        }
    }
    return found.join(QStringLiteral("; "));
}

}  // namespace

class PromisePhrasingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void leavesOut_data();
    void leavesOut();
    void resolves_data();
    void resolves();
    void quotesThePhrase();
    void readsDatesByRegion();
    void isStoredAsText();
};

void PromisePhrasingsTest::finds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("promises");
    const auto row = [](const char* text, const char* promises) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(promises);
    };
    // Calls
    row("I'll call you tomorrow morning.", "call Thu 19 Nov 12:00");
    row("I will ring you back this afternoon.", "call Wed 18 Nov 17:00");
    row("We'll phone you on Friday.", "call Fri 20 Nov 17:00");
    row("A colleague will call you by 3pm.", "call Wed 18 Nov 15:00");
    row("My manager will give you a call tomorrow at 10:30.", "call Thu 19 Nov 10:30");
    row("Our technician is going to telephone you on Monday morning.", "call Mon 23 Nov 12:00");
    row("You will get a call from our team within two hours.", "call Wed 18 Nov 12:00");
    row("Please expect a call by the end of the day.", "call Wed 18 Nov 17:00");
    row("I'm calling you first thing tomorrow.", "call Thu 19 Nov 12:00");
    row("I will speak to the warehouse and call you tomorrow.", "call Thu 19 Nov 17:00");
    row("Someone from our team will call you back today.", "call Wed 18 Nov 17:00");
    row("I will definitely call you at noon on Thursday.", "call Thu 19 Nov 12:00");
    // Replies
    row("I will get back to you by Friday.", "reply Fri 20 Nov 17:00");
    row("We will reply within 24 hours.", "reply Thu 19 Nov 10:00");
    row("I'll let you know tomorrow.", "reply Thu 19 Nov 17:00");
    row("You will hear from us by the end of next week.", "reply Fri 27 Nov 17:00");
    row("I will write to you again by Friday 20 Nov with an answer.", "reply Fri 20 Nov 17:00");
    row("I've asked them to search for it and will let you know by 7 December.",
        "reply Mon 7 Dec 17:00");
    row("I shall be in touch on Monday.", "reply Mon 23 Nov 17:00");
    row("We'll come back to you within one working day.", "reply Thu 19 Nov 17:00");
    row("I'll check with the courier and get back to you by 4 p.m. today.",
        "reply Wed 18 Nov 16:00");
    row("I'll be back with news by Monday lunchtime.", "reply Mon 23 Nov 13:00");
    row("Rest assured that we will have this resolved by the end of the week.",
        "other Fri 20 Nov 17:00");
    row("The engineer will visit you on Tuesday between 9am and 12pm.", "other Tue 24 Nov 12:00");
    row("You'll have an answer by close of business tomorrow.", "reply Thu 19 Nov 17:00");
    row("By Friday at the latest you will hear from me.", "reply Fri 20 Nov 17:00");
    row("Give me until Thursday.", "reply Thu 19 Nov 17:00");
    row("I will send you an update later today.", "reply Wed 18 Nov 17:00");
    row("We will keep you updated and I will email you tomorrow evening.",
        "reply Thu 19 Nov 23:59");
    row("An answer will be with you within 48 hours.", "reply Fri 20 Nov 10:00");
    row("I'll let you know by Friday if the part is still available.", "reply Fri 20 Nov 17:00");
    row("I will follow up with you early next week.", "reply Tue 24 Nov 17:00");
    row("We\u2019ll respond in the next couple of days.", "reply Fri 20 Nov 17:00");
    row("I will confirm the date by lunchtime.", "reply Wed 18 Nov 13:00");
    // Refunds
    row("We will refund you in 3\u20135 working days.", "refund Wed 25 Nov 17:00");
    row("We will refund you in 3-5 working days.", "refund Wed 25 Nov 17:00");
    row("Your refund will be processed within 5 business days.", "refund Wed 25 Nov 17:00");
    row("You will have the \u00a331.95 back by 27/11/2026.", "refund Fri 27 Nov 17:00");
    row("I have refunded the payment; it should show by Tuesday 24 Nov.",
        "refund Tue 24 Nov 17:00");
    row("You will receive your refund within a week.", "refund Wed 25 Nov 17:00");
    row("The money will be back in your account within the next 5 days.",
        "refund Mon 23 Nov 17:00");
    row("I will issue the refund today.", "refund Wed 18 Nov 17:00");
    row("The refund of \u00a320 will be with you by Friday.", "refund Fri 20 Nov 17:00");
    row("You should see it by 3 December.", "refund Thu 3 Dec 17:00");
    row("We're processing your refund today.", "refund Wed 18 Nov 17:00");
    row("You will be refunded within 14 days.", "refund Wed 2 Dec 17:00");
    row("I am going to credit your card tomorrow.", "refund Thu 19 Nov 17:00");
    row("We will check the payment and refund you by Monday.", "refund Mon 23 Nov 17:00");
    row("The amount will be credited to your card in two to three working days.",
        "refund Mon 23 Nov 17:00");
    row("The compensation will be paid by the end of the month.", "refund Mon 30 Nov 17:00");
    // Replacements
    row("We'll send you another by FastPost to arrive by 24 November.",
        "replacement Tue 24 Nov 17:00");
    row("I'll send a replacement today.", "replacement Wed 18 Nov 17:00");
    row("A new one leaves today; you'll have it by Friday.",
        "replacement Wed 18 Nov 17:00; delivery Fri 20 Nov 17:00");
    row("Your replacement will be sent out tomorrow.", "replacement Thu 19 Nov 17:00");
    row("A replacement is on its way and should be with you by Monday.",
        "delivery Mon 23 Nov 17:00");
    row("We will replace it within 10 days.", "replacement Sat 28 Nov 23:59");
    row("I am sending you a new one today.", "replacement Wed 18 Nov 17:00");
    row("You will receive a replacement next week.", "replacement Fri 27 Nov 17:00");
    row("We will exchange the lamp by Thursday.", "replacement Thu 19 Nov 17:00");
    // Dispatch
    row("It will be dispatched today.", "dispatch Wed 18 Nov 17:00");
    row("Your order will be shipped on Monday.", "dispatch Mon 23 Nov 17:00");
    row("We will dispatch your parcel by the end of this week.", "dispatch Fri 20 Nov 17:00");
    row("I'll put it in the post today.", "dispatch Wed 18 Nov 17:00");
    row("It's packed and leaves today. Your parcel ships tomorrow.", "dispatch Thu 19 Nov 17:00");
    row("We will ship both items on 3 March.", "dispatch Wed 3 Mar 17:00");
    row("Your order is being dispatched tomorrow.", "dispatch Thu 19 Nov 17:00");
    row("The missing screws will be posted on Friday.", "dispatch Fri 20 Nov 17:00");
    row("We'll post the missing lid tomorrow.", "dispatch Thu 19 Nov 17:00");
    row("Your parcel goes out today.", "dispatch Wed 18 Nov 17:00");
    // Delivery
    row("You will have it by Friday.", "delivery Fri 20 Nov 17:00");
    row("You'll receive your order on Monday.", "delivery Mon 23 Nov 17:00");
    row("It should be with you by Friday.", "delivery Fri 20 Nov 17:00");
    row("Your parcel will arrive tomorrow between 2pm and 4pm.", "delivery Thu 19 Nov 16:00");
    row("It will be delivered on 3 December.", "delivery Thu 3 Dec 17:00");
    row("The courier will deliver it on Saturday.", "delivery Sat 21 Nov 23:59");
    row("It will reach you before Friday.", "delivery Thu 19 Nov 17:00");
    row("By the end of next week you will have your sofa.", "delivery Fri 27 Nov 17:00");
    row("Your lamp will be delivered within 3 working days.", "delivery Mon 23 Nov 17:00");
    row("You should have it by Fri 4 December 2026.", "delivery Fri 4 Dec 17:00");
    row("It has shipped and you will have it on the 25th.", "delivery Wed 25 Nov 17:00");
    row("The parcel will arrive by December 3rd.", "delivery Thu 3 Dec 17:00");
    row("It will be with you on 2026-12-03.", "delivery Thu 3 Dec 17:00");
    row("It will arrive this week.", "delivery Fri 20 Nov 17:00");
    row("You'll have it in your hands on Thursday or Friday.", "delivery Fri 20 Nov 17:00");
    row("It'll be there on Friday by noon.", "delivery Fri 20 Nov 12:00");
    // Other
    row("We will look into this today.", "other Wed 18 Nov 17:00");
    row("I will arrange the collection for Monday.", "other Mon 23 Nov 17:00");
    row("The lamp will be repaired by the end of the month.", "other Mon 30 Nov 17:00");
    row("You will receive a return label by tomorrow.", "other Thu 19 Nov 17:00");
    row("It will be ready on Thursday afternoon.", "other Thu 19 Nov 17:00");
    row("This will be sorted by Friday, I promise.", "other Fri 20 Nov 17:00");
    // Several, and among other words
    row("We will refund you today and I will call you tomorrow.",
        "refund Wed 18 Nov 17:00; call Thu 19 Nov 17:00");
    row("Sorry about the wait. I'll ship it today. If you need anything else, just write.",
        "dispatch Wed 18 Nov 17:00");
    row("Thank you for your patience, and I am sorry that it did not arrive, we will send a new "
        "one "
        "tomorrow.",
        "replacement Thu 19 Nov 17:00");
    row("I know you were told it was lost. You will have a replacement by Friday.",
        "replacement Fri 20 Nov 17:00");
    row("- I will call you on Monday\n- we will refund the shipping today",
        "call Mon 23 Nov 17:00; refund Wed 18 Nov 17:00");
    row("We can ship it again. It will be dispatched today.", "dispatch Wed 18 Nov 17:00");
}

void PromisePhrasingsTest::finds() {
    QFETCH(QString, text);
    QTEST(promisesText(text, QStringLiteral("2026-11-18 10:00")), "promises");
}

void PromisePhrasingsTest::leavesOut_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {
             // conditions
             "If we don't hear from you by Friday, we will close the case tomorrow.",
             "If you like, I'll call you tomorrow.",
             "Once your return arrives, we will refund you within 5 working days.",
             "We will refund you within 14 days of receiving the return.",
             "We'll refund you within 5 days once the parcel is back.",
             "Should it not be there by Friday, we will send another one on Monday.",
             "We will ship it today if the payment arrives.",
             "When it is back in stock, you will have it within two days.",
             "As soon as it ships tomorrow I will let you know.",
             "I'll let you know when it leaves us tomorrow.",
             "Unless you object we will ship the rest on Monday.",
             // past
             "I called you yesterday and will not be there today.",
             "We refunded you on Friday.",
             "We dispatched your order on 3 March.",
             "The money was refunded within 24 hours.",
             "You said that you will have it by Friday.",
             "We promised that it will be dispatched today.",
             "I tried to ring you back this morning.",
             // questions
             "Shall I call you tomorrow morning?",
             "Will you be at home when it is delivered on Friday?",
             "Can we call you on Monday?",
             "We will send it on Monday, is that all right?",
             // theirs
             "Please send it back by Friday.",
             "You will need to return it within 14 days.",
             "Please call us tomorrow.",
             "You can reach us until 17:00 today.",
             "You have 30 days to send it back.",
             "Let me know by Friday.",
             // terms and hopes
             "Refunds usually take 5 days.",
             "Refunds will be processed within 5 working days.",
             "All orders will be dispatched within 24 hours.",
             "Orders ship within one working day.",
             "We aim to reply within 24 hours.",
             "We refund as soon as it's back, usually within five working days.",
             "We hope you will have it by Friday.",
             "It takes up to three days.",
             "We will normally refund you within 5 days.",
             "We respond to all enquiries within 24 hours.",
             "It might be delivered tomorrow.",
             "Delivery is 2 to 3 working days.",
             "You may receive it on Monday.",
             "We would call you tomorrow.",
             // denials
             "We will not be able to ship it today.",
             "We cannot promise that you will have it by Friday.",
             "I won't be in on Monday.",
             "It is not certain that it will arrive tomorrow.",
             // no time, or another's
             "We will refund you.",
             "I will call you back as soon as possible.",
             "We'll get back to you shortly.",
             "I will look at your message from Friday.",
             "I will check the order of 3 March 2026.",
             "Good morning, I will look into it.",
             "Tomorrow is a holiday. We will call you.",
             "Order before noon and it leaves the same day.",
             "",
         })
        QTest::newRow(text) << QString::fromUtf8(text);
}

void PromisePhrasingsTest::leavesOut() {
    QFETCH(QString, text);
    QCOMPARE(promisesText(text, QStringLiteral("2026-11-18 10:00")), QString());
}

void PromisePhrasingsTest::resolves_data() {
    QTest::addColumn<QString>("writtenAt");
    QTest::addColumn<QString>("when");  // "I will call you …"
    QTest::addColumn<QString>("due");
    const auto row = [](const char* writtenAt, const char* when, const char* due) {
        QTest::addRow("%s, written %s", when, writtenAt)
            << QString::fromLatin1(writtenAt) << QString::fromLatin1(when)
            << QString::fromLatin1(due);
    };
    // Nights, weekends and holidays
    row("2026-11-20 16:30", "tomorrow", "Mon 23 Nov 17:00");
    row("2026-11-20 16:30", "tomorrow morning", "Mon 23 Nov 12:00");
    row("2026-11-20 16:30", "within one business hour", "Mon 23 Nov 09:30");
    row("2026-11-20 16:30", "within 24 hours", "Sat 21 Nov 16:30");
    row("2026-11-20 16:30", "within one working day", "Mon 23 Nov 17:00");
    row("2026-11-21 11:00", "within 2 working days", "Tue 24 Nov 17:00");
    row("2026-11-21 11:00", "today", "Sat 21 Nov 23:59");
    row("2026-11-18 18:30", "today", "Wed 18 Nov 23:59");
    row("2026-11-18 18:30", "by the end of the day", "Wed 18 Nov 23:59");
    row("2026-12-23 12:00", "tomorrow", "Mon 28 Dec 17:00");
    row("2026-12-23 12:00", "tomorrow morning", "Mon 28 Dec 12:00");
    row("2026-12-23 12:00", "within 3 working days", "Wed 30 Dec 17:00");
    row("2026-12-23 12:00", "on Friday", "Fri 25 Dec 23:59");
    row("2026-12-23 12:00", "this week", "Wed 23 Dec 17:00");
    row("2026-12-23 12:00", "by the end of next week", "Thu 31 Dec 17:00");
    row("2026-12-23 12:00", "on 2 January", "Sat 2 Jan 23:59");
    row("2026-12-23 12:00", "within 8 business hours", "Mon 28 Dec 12:00");
    row("2026-04-02 12:00", "tomorrow", "Fri 3 Apr 17:00");
    row("2026-04-03 12:00", "tomorrow", "Tue 7 Apr 17:00");
    row("2026-04-03 12:00", "on Monday", "Mon 6 Apr 23:59");
    // Weekdays
    row("2026-11-18 10:00", "on Wednesday", "Wed 25 Nov 17:00");
    row("2026-11-18 10:00", "by Tuesday", "Tue 24 Nov 17:00");
    row("2026-11-18 10:00", "this Friday", "Fri 20 Nov 17:00");
    row("2026-11-18 10:00", "next Friday", "Fri 27 Nov 17:00");
    row("2026-11-22 10:00", "next Friday", "Fri 27 Nov 17:00");
    row("2026-11-18 10:00", "on Monday next week", "Mon 23 Nov 17:00");
    row("2026-11-18 10:00", "next week on Tuesday", "Tue 24 Nov 17:00");
    row("2026-11-18 10:00", "before Monday", "Sun 22 Nov 23:59");
    row("2026-11-18 10:00", "on Friday morning", "Fri 20 Nov 12:00");
    row("2026-11-18 10:00", "Friday at 4 pm", "Fri 20 Nov 16:00");
    row("2026-11-18 10:00", "by 17:00 on Friday", "Fri 20 Nov 17:00");
    row("2026-11-18 10:00", "by close of business Friday", "Fri 20 Nov 17:00");
    row("2026-11-18 10:00", "the day after tomorrow", "Fri 20 Nov 17:00");
    row("2026-11-18 10:00", "over the weekend", "Sun 22 Nov 23:59");
    row("2026-11-18 10:00", "after the weekend", "Mon 23 Nov 17:00");
    row("2026-11-18 10:00", "in the middle of next week", "Wed 25 Nov 17:00");
    row("2026-11-22 10:00", "this week", "Fri 27 Nov 17:00");
    // Clock times
    row("2026-11-18 10:00", "at 9am", "Thu 19 Nov 09:00");
    row("2026-11-18 10:00", "at 3 o'clock", "Wed 18 Nov 15:00");
    row("2026-11-18 10:00", "by 5.30pm", "Wed 18 Nov 17:30");
    row("2026-11-18 10:00", "before midnight", "Wed 18 Nov 23:59");
    row("2026-11-18 10:00", "in the morning", "Thu 19 Nov 12:00");
    row("2026-11-18 10:00", "tonight", "Wed 18 Nov 23:59");
    row("2026-11-18 10:00", "in half an hour", "Wed 18 Nov 10:30");
    row("2026-11-18 10:00", "within the hour", "Wed 18 Nov 11:00");
    row("2026-11-18 10:00", "in 20 minutes", "Wed 18 Nov 10:20");
    row("2026-11-18 10:00", "within 24-48 hours", "Fri 20 Nov 10:00");
    row("2026-11-18 10:00", "within 48h", "Fri 20 Nov 10:00");
    // Dates
    row("2026-11-18 10:00", "on the 3rd of December", "Thu 3 Dec 17:00");
    row("2026-11-18 10:00", "by 3/12", "Thu 3 Dec 17:00");
    row("2026-11-18 10:00", "by 03.12.2026", "Thu 3 Dec 17:00");
    row("2026-11-18 10:00", "by 12/25/2026", "Fri 25 Dec 23:59");
    row("2026-11-18 10:00", "by the 15th", "Tue 15 Dec 17:00");
    row("2026-11-18 10:00", "by 5 January", "Tue 5 Jan 17:00");
    row("2026-11-18 10:00", "at the end of March", "Wed 31 Mar 17:00");
    row("2026-11-18 10:00", "by the end of next month", "Thu 31 Dec 17:00");
    row("2026-11-18 10:00", "in two weeks", "Wed 2 Dec 17:00");
    row("2026-11-18 10:00", "within a fortnight", "Wed 2 Dec 17:00");
    row("2026-11-18 10:00", "on 3 November", "");  // over, and nobody means next year's
    row("2026-01-16 10:00", "on 15 December", "");
    // The clocks go back on 25 October and forward on 29 March 2026.
    row("2026-10-23 16:30", "within 24 hours", "Sat 24 Oct 16:30");
    row("2026-10-24 16:30", "within 24 hours", "Sun 25 Oct 15:30");
    row("2026-10-24 16:30", "tomorrow morning", "Mon 26 Oct 12:00");
    row("2026-10-23 16:30", "within two business hours", "Mon 26 Oct 10:30");
    row("2026-10-23 16:30", "within 3 working days", "Wed 28 Oct 17:00");
    row("2026-03-28 16:30", "within 24 hours", "Sun 29 Mar 17:30");
    row("2026-03-27 16:30", "within two business hours", "Mon 30 Mar 10:30");
    row("2026-03-27 16:30", "on Sunday at 2:30 am", "Sun 29 Mar 03:30");
}

void PromisePhrasingsTest::resolves() {
    QFETCH(QString, writtenAt);
    QFETCH(QString, when);
    QFETCH(QString, due);
    const QString text = QStringLiteral("I will call you %1.").arg(when);
    QCOMPARE(promisesText(text, writtenAt),
             due.isEmpty() ? QString() : QString(QStringLiteral("call ") + due));
}

void PromisePhrasingsTest::quotesThePhrase() {
    const auto promises = PromiseReader().read(
        QStringLiteral("Dear Ada, I am sorry. By Friday\nyou will have your parcel, promised!"));
    QCOMPARE(promises.size(), size_t(1));
    QCOMPARE(promises.front().phrase, QStringLiteral("By Friday you will have your parcel"));
}

void PromisePhrasingsTest::readsDatesByRegion() {
    const auto promises = PromiseReader().read(QStringLiteral("You will have it by 3/12."));
    QCOMPARE(promises.size(), size_t(1));
    const Instant at = parseIso(u"2026-10-01T10:00:00Z", calendar().zone()).value();
    const auto due = [&](bool monthFirst) {
        return dayOf(*dueOf(promises.front().due, at, calendar(), monthFirst), calendar().zone());
    };
    QCOMPARE(due(false), QDate(2026, 12, 3));
    QCOMPARE(due(true), QDate(2027, 3, 12));
}

void PromisePhrasingsTest::isStoredAsText() {
    const auto promises = PromiseReader().read(
        QStringLiteral("I'll call you tomorrow at 10:30. You will have it by next Friday, and we "
                       "will refund you before 3/4."));
    QCOMPARE(promises.size(), size_t(3));
    QVERIFY(statedPromisesFrom(textOf(promises)) == promises);
    QVERIFY(statedPromisesFrom(QStringLiteral("call\tx\nno promise\t\n\n")).empty());
}

QTEST_APPLESS_MAIN(PromisePhrasingsTest)
#include "promise_phrasings_test.moc"

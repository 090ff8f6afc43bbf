// SPDX-License-Identifier: GPL-3.0-or-later
// Mails that came back: whom they did not reach, and which mail it was.
#include "tests/importers/mail/reading.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

// The recipients that were not reached, then what the mail answers.
QString told(const QByteArray& mail) {
    const CollectingSink sink = readBytes(mail);
    if (sink.records.size() != 1)
        return QStringLiteral("no mail");
    QStringList words;
    for (const ImportedParty& party : sink.records[0].parties) {
        if (party.role == PartyRole::Unreached)
            words << party.keys.email;
    }
    const QString answers = sink.records[0].fields.text(Field::InReplyTo);
    return (words << (answers.isEmpty() ? QStringLiteral("-") : answers)).join(u' ');
}

QByteArray headers(const QByteArray& more = {}) {
    return "From: Mail Delivery System <MAILER-DAEMON@mx.shop.example>\n"
           "To: support@shop.example\nDate: Fri, 3 May 2024 09:30:00 +0000\n"
           "Subject: Undelivered Mail Returned to Sender\nMessage-ID: <b1@mx.shop.example>\n" +
           more;
}

// A report as RFC 3464 has it.
QByteArray report(const QByteArray& status, const QByteArray& returned) {
    return headers(
               "MIME-Version: 1.0\nContent-Type: multipart/report; "
               "report-type=delivery-status; boundary=\"b\"\n") +
           "\n--b\nContent-Type: text/plain\n\nThis is the mail system at host mx.\n\n--b\n"
           "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.shop.example\n\n" +
           status + "\n--b\n" + returned + "\n--b--\n";
}

const QByteArray failed =
    "Final-Recipient: rfc822; ada@example.com\nAction: failed\nStatus: 5.1.1\n"
    "Diagnostic-Code: smtp; 550 5.1.1 user unknown\n";
const QByteArray ours =
    "Content-Type: message/rfc822\n\nFrom: support@shop.example\nTo: ada@example.com\n"
    "Subject: Re: Order 1042\nMessage-ID: <a1@shop.example>\n"
    "Date: Fri, 3 May 2024 09:29:00 +0000\n\nIt ships today.\n";

}  // namespace

class ReturnedMailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void returned_data() {
        QTest::addColumn<QByteArray>("mail");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QByteArray& mail, const char* expected) {
            QTest::newRow(name) << mail << QString::fromLatin1(expected);
        };
        row("a report with the mail", report(failed, ours), "ada@example.com a1@shop.example");
        row("a report with its headers",
            report(failed,
                   "Content-Type: text/rfc822-headers\n\nFrom: support@shop.example\n"
                   "Message-ID:\n <a1@shop.example>\n"),
            "ada@example.com a1@shop.example");
        row("a report without the mail", report(failed, "Content-Type: text/plain\n\n\n"),
            "ada@example.com -");
        row("the address as we wrote it",
            report("Original-Recipient: rfc822;ada@old.example\n" + failed, ours),
            "ada@old.example a1@shop.example");
        row("several",
            report(failed + "\nFinal-Recipient: rfc822; <bob@example.com>\nAction: "
                            "failed\n",
                   ours),
            "ada@example.com bob@example.com a1@shop.example");
        row("one failed, one was delivered",
            report(failed + "\nFinal-Recipient: rfc822; bob@example.com\nAction: relayed\n", ours),
            "ada@example.com a1@shop.example");
        row("only late",
            report("Final-Recipient: rfc822; ada@example.com\nAction: delayed\n", ours), "-");
        row("a newsletter",
            report(failed,
                   "Content-Type: message/rfc822\n\nFrom: news@shop.example\n"
                   "List-Unsubscribe: <mailto:x@shop.example>\nMessage-ID: <n1@shop.example>\n"
                   "Date: Fri, 3 May 2024 09:29:00 +0000\n\nNew lamps!\n"),
            "ada@example.com -");
        row("exim",
            headers("X-Failed-Recipients: ada@example.com\n") +
                "\nA message that you sent could not be delivered:\n\n  ada@example.com\n"
                "    550 no such user\n\n------ This is a copy of your message. ------\n\n"
                "From: support@shop.example\nMessage-ID: <a1@shop.example>\n",
            "ada@example.com a1@shop.example");
        row("qmail",
            headers() +
                "\nHi. This is the qmail-send program.\n\n<ada@example.com>:\n"
                "Sorry, no mailbox here by that name.\n\n--- Below this line is a copy\n\n"
                "Message-Id: <a1@shop.example>\n",
            "ada@example.com a1@shop.example");
        row("damage within an address",
            report("Final-Recipient: rfc822; ada\x01@example.com\nAction: failed\n\n"
                   "Final-Recipient: rfc822; bob@example.com\xff\xc2\xa0x\nAction: failed\n",
                   ours),
            "bob@example.com a1@shop.example");
        row("no report at all",
            "From: Ada <ada@example.com>\nTo: support@shop.example\n"
            "Date: Fri, 3 May 2024 09:30:00 +0000\nSubject: It came back\n\n<bob@example.com>:\n"
            "That is where my letter came back from.\n",
            "-");
    }
    void returned() {
        QFETCH(QByteArray, mail);
        QTEST(told(mail), "expected");
    }

    void itsOwnReferenceIsReplacedByWhatItReturns() {
        QByteArray mail = report(failed, ours);
        mail.replace("MIME-Version", "In-Reply-To: <other@shop.example>\nMIME-Version");
        QCOMPARE(told(mail), QStringLiteral("ada@example.com a1@shop.example"));
    }

    void hostileReportsTakeMilliseconds() {
        QByteArray status;
        for (int i = 0; i < 20000; ++i)
            status += "\nFinal-Recipient: rfc822; a" + QByteArray::number(i) + "@example.com\n";
        QCOMPARE(told(report(status, ours)).count(u' '), 50);
    }
};

QTEST_APPLESS_MAIN(ReturnedMailTest)
#include "returned_mail_test.moc"

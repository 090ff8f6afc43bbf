// SPDX-License-Identifier: GPL-3.0-or-later
// One mail → one record: times, ids, people, marks of automatic mail, attachments, rejects.
#include "tests/importers/mail/reading.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

const QByteArray dated = "Date: Fri, 1 Mar 2024 09:30:00 +0100\n";

ImportedRecord recordOf(const QByteArray& mail) {
    const CollectingSink sink = readBytes(mail);
    return sink.records.empty() ? ImportedRecord() : sink.records.front();
}

QString fieldOf(const QByteArray& headers, Field field) {
    return recordOf("From: a@b.example\n" + dated + headers + "\nText\n").fields.text(field);
}

QStringList partiesIn(const ImportedRecord& record) {
    QStringList parties;
    for (const ImportedParty& party : record.parties)
        parties += nameOf(party.role) + u": " + party.keys.name + u" <" + party.keys.email + u'>';
    return parties;
}

}  // namespace

class MailRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainMail();
    void time_data();
    void time();
    void timeWithoutOffsetIsInTheZone();
    void header_data();
    void header();
    void people_data();
    void people();
    void manyAddresseesAreCapped();
    void keyWithoutMessageId();
    void attachments_data();
    void attachments();
    void rejected_data();
    void rejected();
    void longTextIsCut();
    void hostile_data();
    void hostile();
};

void MailRecordTest::plainMail() {
    const ImportedRecord record =
        recordOf("From: Anna Berg <Anna@Customer.Example>\nTo: Shop <support@shop.example>\n" +
                 dated + "Subject: Where is it?\nMessage-ID: <1@customer.example>\n\nHello\n");
    QCOMPARE(record.kind, RecordKind::Message);
    QCOMPARE(record.key, QStringLiteral("1@customer.example"));
    QCOMPARE(record.line, 0);
    QCOMPARE(record.fields.text(Field::MessageId), record.key);
    QCOMPARE(record.fields.text(Field::Channel), QStringLiteral("email"));
    QCOMPARE(record.fields.text(Field::Subject), QStringLiteral("Where is it?"));
    QCOMPARE(record.fields.text(Field::Text), QStringLiteral("Hello"));
    QVERIFY(!record.fields.has(Field::Direction));
    QVERIFY(!record.fields.has(Field::Attachments));
    QCOMPARE(partiesIn(record),
             QStringList({QStringLiteral("sender: Anna Berg <anna@customer.example>"),
                          QStringLiteral("addressee: Shop <support@shop.example>")}));
}

void MailRecordTest::time_data() {
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("at");

    const QByteArray received =
        "Received: from b by c;\n Fri, 1 Mar 2024 10:00:00 +0000\n"
        "Received: from a by b; Fri, 1 Mar 2024 09:59:00 +0000\n";
    QTest::newRow("offset") << QByteArray("Date: Fri, 1 Mar 2024 09:30:00 +0100\n")
                            << "2024-03-01T08:30:00Z";
    QTest::newRow("comment") << QByteArray("Date: 1 Mar 2024 09:30:00 -0500 (EST)\n")
                             << "2024-03-01T14:30:00Z";
    QTest::newRow("named zone") << QByteArray("Date: Fri, 1 Mar 2024 09:30:00 GMT\n")
                                << "2024-03-01T09:30:00Z";
    QTest::newRow("EST") << QByteArray("Date: Fri, 1 Mar 2024 09:30:00 EST\n")
                         << "2024-03-01T14:30:00Z";
    QTest::newRow("EST5EDT in winter")
        << QByteArray("Date: Fri, 1 Mar 2024 09:30:00 EST5EDT\n") << "2024-03-01T14:30:00Z";
    QTest::newRow("EST5EDT in summer")
        << QByteArray("Date: Mon, 1 Jul 2024 09:30:00 EST5EDT\n") << "2024-07-01T13:30:00Z";
    QTest::newRow("CEST") << QByteArray("Date: Mon, 1 Jul 2024 09:30:00 CEST\n")
                          << "2024-07-01T07:30:00Z";
    QTest::newRow("MET without seconds")
        << QByteArray("Date: 1 Mar 2024 9:30 met\n") << "2024-03-01T08:30:00Z";
    QTest::newRow("a zone's id") << QByteArray("Date: Mon, 1 Jul 2024 09:30:00 Europe/Berlin\n")
                                 << "2024-07-01T07:30:00Z";
    QTest::newRow("a zone and a comment")
        << QByteArray("Date: Fri, 1 Mar 2024 09:30:00 PST (Pacific)\n") << "2024-03-01T17:30:00Z";
    QTest::newRow("a zone before the year")
        << QByteArray("Date: Fri Mar  1 09:30:00 EST 2024\n") << "2024-03-01T14:30:00Z";
    QTest::newRow("from GMT") << QByteArray("Date: Fri, 1 Mar 2024 09:30:00 GMT+0530\n")
                              << "2024-03-01T04:00:00Z";
    QTest::newRow("no zone of this world")
        << QByteArray("Date: Fri, 1 Mar 2024 09:30:00 XYZ\n") << "2024-03-01T09:30:00Z";
    QTest::newRow("a zone of many")
        << QByteArray("Date: Fri, 1 Mar 2024 09:30:00 IST\n") << "2024-03-01T09:30:00Z";
    QTest::newRow("two-digit year")
        << QByteArray("Date: 21 Nov 97 09:55:06 GMT\n") << "1997-11-21T09:55:06Z";
    QTest::newRow("folded") << QByteArray("Date: Fri,\n 1 Mar 2024\n 09:30 +0100\n")
                            << "2024-03-01T08:30:00Z";
    QTest::newRow("none, received") << received << "2024-03-01T10:00:00Z";
    QTest::newRow("nonsense, received") << "Date: yesterday\n" + received << "2024-03-01T10:00:00Z";
    QTest::newRow("1970, received")
        << "Date: Thu, 1 Jan 1970 00:00:00 +0000\n" + received << "2024-03-01T10:00:00Z";
    QTest::newRow("ahead, received")
        << "Date: Fri, 1 Mar 2030 09:30:00 +0100\n" + received << "2024-03-01T10:00:00Z";
    QTest::newRow("a day ahead stays")
        << "Date: Sat, 2 Mar 2024 09:30:00 +0100\n" + received << "2024-03-02T08:30:00Z";
    QTest::newRow("long before stays")
        << "Date: Thu, 1 Feb 2024 09:30:00 +0100\n" + received << "2024-02-01T08:30:00Z";
}

void MailRecordTest::time() {
    QFETCH(QByteArray, headers);
    QFETCH(QString, at);
    const auto found =
        recordOf("From: a@b.example\n" + headers + "\nText\n").fields.instant(Field::At);
    QCOMPARE(found ? toIsoUtc(*found) : QString(), at);
}

void MailRecordTest::timeWithoutOffsetIsInTheZone() {
    ReadingOptions options;
    options.timeZone = QTimeZone("Europe/Berlin");
    const CollectingSink sink =
        readBytes("From: a@b.example\nDate: Mon, 1 Jul 2024 09:30:00\n\nText\n", options);
    QCOMPARE(toIsoUtc(*sink.records.at(0).fields.instant(Field::At)),
             QStringLiteral("2024-07-01T07:30:00Z"));
}

void MailRecordTest::header_data() {
    QTest::addColumn<Field>("field");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("value");

    const auto row = [](const char* name, Field field, const QByteArray& headers,
                        const QString& value) { QTest::newRow(name) << field << headers << value; };
    row("quoted-printable subject", Field::Subject, "Subject: =?utf-8?Q?J=C3=BCrgens_Paket?=\n",
        QStringLiteral("Jürgens Paket"));
    row("base64 subject in two words", Field::Subject,
        "Subject: =?UTF-8?B?QmVzdGVsbHVuZyA=?=\n =?UTF-8?B?ZsO8ciBtaWNo?=\n",
        QStringLiteral("Bestellung für mich"));
    row("character split over two words", Field::Subject,
        "Subject: =?UTF-8?B?ZsM=?= =?UTF-8?B?vHI=?=\n", QStringLiteral("für"));
    row("latin subject", Field::Subject, "Subject: =?iso-8859-1?q?Caf=E9?=\n",
        QStringLiteral("Café"));
    row("8-bit UTF-8 subject", Field::Subject, "Subject: Caf\xC3\xA9\n", QStringLiteral("Café"));
    row("8-bit latin subject", Field::Subject, "Subject: Caf\xE9 \x80\x35\n",
        QStringLiteral("Café €5"));
    row("8-bit within a word", Field::Subject, "Subject: =?iso-8859-1?Q?Caf\xE9?=\n",
        QStringLiteral("Café"));
    row("8-bit in the body's charset", Field::Subject,
        "Subject: \xCF\xF0\xE8\xE2\xE5\xF2\nContent-Type: text/plain; charset=windows-1251\n",
        QStringLiteral("Привет"));
    row("folded subject", Field::Subject, "Subject: one\n\ttwo\n", QStringLiteral("one two"));
    row("no charset of that name", Field::Subject, "Subject: =?x-none?Q?plain?=\n",
        QStringLiteral("plain"));
    row("reply", Field::InReplyTo, "In-Reply-To: <1@x.example>\n", QStringLiteral("1@x.example"));
    row("reply with words", Field::InReplyTo, "In-Reply-To: Your mail of Monday <1@x.example>\n",
        QStringLiteral("1@x.example"));
    row("reply without brackets", Field::InReplyTo, "In-Reply-To: 1@x.example\n",
        QStringLiteral("1@x.example"));
    row("references", Field::References,
        "References: <1@x.example>\n <2@x.example>\t<1@x.example>\n <3@x\n .example>\n",
        QStringLiteral("1@x.example 2@x.example 3@x.example"));
    row("references, one broken", Field::References, "References: <1@x.example> <2@x.example\n",
        QStringLiteral("1@x.example"));
    row("folded message id", Field::MessageId, "Message-ID:\n <1@x.example>\n",
        QStringLiteral("1@x.example"));
    row("thread", Field::Thread, "X-GM-THRID: 17920\n", QStringLiteral("17920"));
    row("automatic reply", Field::AutomaticHeaders,
        "Auto-Submitted: auto-replied\nX-Autoreply: yes\nPrecedence: bulk\n"
        "X-Auto-Response-Suppress: All\n",
        QStringLiteral("Auto-Submitted: auto-replied\nX-Autoreply: yes\nPrecedence: bulk\n"
                       "X-Auto-Response-Suppress: All"));
    row("newsletter", Field::AutomaticHeaders,
        "List-Id: News <news.shop.example>\nList-Unsubscribe: <https://x.example/long>\n",
        QStringLiteral("List-Id: News <news.shop.example>\nList-Unsubscribe:"));
    row("bounce", Field::AutomaticHeaders,
        "Return-Path: <>\nX-Failed-Recipients: a@b.example\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n",
        QStringLiteral("Return-Path: <>\nX-Failed-Recipients: a@b.example\n"
                       "Content-Type: multipart/report; report-type=delivery-status"));
    row("written by a person", Field::AutomaticHeaders, "Return-Path: <a@b.example>\n", QString());
}

void MailRecordTest::header() {
    QFETCH(Field, field);
    QFETCH(QByteArray, headers);
    QFETCH(QString, value);
    QCOMPARE(fieldOf(headers, field), value);
}

void MailRecordTest::people_data() {
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QStringList>("parties");

    const auto row = [](const char* name, const QByteArray& headers, const QStringList& parties) {
        QTest::newRow(name) << headers << parties;
    };
    row("bare", "From: a@b.example\n", {QStringLiteral("sender:  <a@b.example>")});
    row("encoded name", "From: =?utf-8?Q?J=C3=BCrgen?= <a@b.example>\n",
        {QStringLiteral("sender: Jürgen <a@b.example>")});
    row("8-bit name", "From: J\xFCrgen <a@b.example>\n",
        {QStringLiteral("sender: Jürgen <a@b.example>")});
    row("comment name", "From: a@b.example (Anna Berg)\n",
        {QStringLiteral("sender: Anna Berg <a@b.example>")});
    row("quoted twice", "From: \"'Anna Berg'\" <a@b.example>\n",
        {QStringLiteral("sender: Anna Berg <a@b.example>")});
    row("name is the address", "From: \"A@B.example\" <a@b.example>\n",
        {QStringLiteral("sender:  <a@b.example>")});
    row("sender instead", "Sender: s@b.example\nReply-To: r@b.example\n",
        {QStringLiteral("sender:  <s@b.example>")});
    row("from before sender", "Sender: s@b.example\nFrom: a@b.example\n",
        {QStringLiteral("sender:  <a@b.example>")});
    row("two authors", "From: a@b.example, c@d.example\n",
        {QStringLiteral("sender:  <a@b.example>")});
    row("no address", "From: MAILER DAEMON <>\n", {QStringLiteral("sender: MAILER DAEMON <>")});
    row("to and cc once", "From: a@b.example\nTo: X <x@y.example>, X@Y.example\nCc: z@y.example\n",
        {QStringLiteral("sender:  <a@b.example>"), QStringLiteral("addressee: X <x@y.example>"),
         QStringLiteral("addressee:  <z@y.example>")});
    row("group", "From: a@b.example\nTo: Team: x@y.example, z@y.example;\n",
        {QStringLiteral("sender:  <a@b.example>"), QStringLiteral("addressee:  <x@y.example>"),
         QStringLiteral("addressee:  <z@y.example>")});
    row("undisclosed", "From: a@b.example\nTo: undisclosed-recipients:;\n",
        {QStringLiteral("sender:  <a@b.example>")});
    row("comma in name", "From: Berg, Anna <a@b.example>\n",
        {QStringLiteral("sender: Berg, Anna <a@b.example>")});
}

void MailRecordTest::people() {
    QFETCH(QByteArray, headers);
    QFETCH(QStringList, parties);
    QCOMPARE(partiesIn(recordOf(headers + dated + "\nText\n")), parties);
}

void MailRecordTest::manyAddresseesAreCapped() {
    QByteArray to = "To: x@y.example";
    for (int i = 0; i < 300; ++i)
        to += ",\n u" + QByteArray::number(i) + "@y.example";
    QCOMPARE(recordOf("From: a@b.example\n" + dated + to + "\n\nText\n").parties.size(), 50U);
}

void MailRecordTest::keyWithoutMessageId() {
    const QByteArray mail = "From: a@b.example\n" + dated + "Subject: x\n";
    QByteArray dos = mail + "Status: RO\n\nText\n\n";
    dos.replace('\n', "\r\n");
    const QString key = recordOf(mail + "\nText\n").key;
    QCOMPARE(key.size(), 7 + 64);
    QVERIFY(key.startsWith(u"sha256:"));
    QCOMPARE(recordOf(dos).key, key);
    QVERIFY(recordOf(mail + "\nText \n").key != key);
    QVERIFY(recordOf(mail + "X-Other: y\n\nText\n").key != key);
}

void MailRecordTest::attachments_data() {
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QString>("attachments");
    QTest::addColumn<QString>("text");

    const auto row = [](const char* name, const QByteArray& part, const QString& attachments,
                        const QString& text = QStringLiteral("Hello")) {
        QTest::newRow(name) << part << attachments << text;
    };
    row("base64",
        "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nAAECAwQF\n",
        QStringLiteral("a.png (6 bytes)"));
    row("encoded name",
        "Content-Type: image/png\nContent-Disposition: attachment;\n"
        " filename*=utf-8''M%C3%BCll.png\n\n1234",
        QStringLiteral("Müll.png (4 bytes)"));
    row("encoded word as name",
        "Content-Type: image/png; name=\"=?utf-8?Q?M=C3=BCll.png?=\"\n\n1234",
        QStringLiteral("Müll.png (4 bytes)"));
    row("no name", "Content-Type: application/ms-tnef\n\n1234",
        QStringLiteral("winmail.dat (4 bytes)"));
    row("text file", "Content-Type: text/plain; name=log.txt\n\nlines\n",
        QStringLiteral("log.txt (6 bytes)"));
    row("text marked as attached",
        "Content-Type: text/plain\nContent-Disposition: attachment\n\nlines\n",
        QStringLiteral("text/plain (6 bytes)"));
    row("second text", "Content-Type: text/plain\n\nFooter\n", QString(),
        QStringLiteral("Hello\n\nFooter"));
    row("calendar",
        "Content-Type: text/calendar; name=a.ics\n\nBEGIN:VEVENT\nSUMMARY:Fitting\\, again\nEND",
        QStringLiteral("a.ics (40 bytes)"), QStringLiteral("Hello\n\nInvitation: Fitting, again"));
    row("calendar with a time",
        "Content-Type: text/calendar\n\nMETHOD:REQUEST\nBEGIN:VTIMEZONE\nDTSTART:16010101T000000\n"
        "END:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:20240301T093000\nSUMMARY:Fit\n "
        "ting\n",
        QStringLiteral("text/calendar (143 bytes)"),
        QStringLiteral("Hello\n\nInvitation: Fitting (2024-03-01 09:30)"));
    row("calendar cancelled",
        "Content-Type: text/calendar\n\nMETHOD:CANCEL\nBEGIN:VEVENT\nDTSTART:20240301T083000Z\n",
        QStringLiteral("text/calendar (52 bytes)"),
        QStringLiteral("Hello\n\nInvitation cancelled (2024-03-01 08:30 UTC)"));
    row("forwarded mail",
        "Content-Type: message/rfc822\n\nFrom: c@d.example\nSubject: Old\n\nOld text\n", QString(),
        QStringLiteral("Hello\n\n---------- Forwarded message ----------\nFrom: c@d.example\n"
                       "Subject: Old\n\nOld text"));
    row("signature", "Content-Type: application/pgp-signature\n\n-----BEGIN", QString());
}

void MailRecordTest::attachments() {
    QFETCH(QByteArray, part);
    QFETCH(QString, attachments);
    QFETCH(QString, text);
    const ImportedRecord record =
        recordOf("From: a@b.example\n" + dated +
                 "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
                 "--x\n\nHello\n--x\n" +
                 part + "\n--x--\n");
    QCOMPARE(record.fields.text(Field::Attachments), attachments);
    QCOMPARE(record.fields.text(Field::Text), text);
}

void MailRecordTest::rejected_data() {
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<QString>("reason");

    QTest::newRow("no date") << QByteArray("From: a@b.example\nSubject: x\n\nText\n") << "no date";
    QTest::newRow("unusable date")
        << QByteArray("From: a@b.example\nDate: soon\n\nText\n") << "\"soon\"";
    QTest::newRow("before mail") << QByteArray(
                                        "From: a@b.example\nDate: 1 Jan 1980 0:00 +0000\n\nText\n")
                                 << "1980";
    QTest::newRow("no headers") << QByteArray("Dear Sirs,\n\nText\n") << "no mail";
    QTest::newRow("garbage") << QByteArray("\xFF\xFE\0\1\2\3\n\n\n", 9) << "mail";
    QTest::newRow("endless groups, too big to mend")
        << "From: a@b.example\n" + dated + "To: " + QByteArray("a:").repeated(600'000) + "\n\nText"
        << "cannot be read";
}

void MailRecordTest::rejected() {
    QFETCH(QByteArray, mail);
    QFETCH(QString, reason);
    const CollectingSink sink = readBytes(mail);
    QCOMPARE(sink.records.size(), 0U);
    QCOMPARE(sink.rejects.size(), 1U);
    QCOMPARE(sink.rejects.at(0).value, QStringLiteral("mail.eml"));
    QVERIFY2(sink.rejects.at(0).reason.contains(reason), qPrintable(sink.rejects.at(0).reason));
}

void MailRecordTest::longTextIsCut() {
    const CollectingSink sink = readBytes("From: a@b.example\n" + dated + "Message-ID: <l@x>\n\n" +
                                          QByteArray("word\n").repeated(100'000));
    QCOMPARE(sink.records.at(0).fields.text(Field::Text).size(), 200'000);
    QCOMPARE(sink.warnings.size(), 1);
    QVERIFY(sink.warnings.at(0).contains(u"l@x"));
}

// None of these may hang or crash; each is one record.
void MailRecordTest::hostile_data() {
    QTest::addColumn<QByteArray>("rest");

    QByteArray nested = "Content-Type: multipart/mixed; boundary=b0\n\n";
    for (int i = 0; i < 5000; ++i) {
        const QByteArray inner = QByteArray::number(i + 1);
        nested += "--b" + QByteArray::number(i) + "\nContent-Type: multipart/mixed; boundary=b" +
                  inner + "\n\n";
    }
    QTest::newRow("nested parts") << nested;
    QTest::newRow("nested mails")
        << "Content-Type: message/rfc822\n\n" +
               QByteArray("Content-Type: message/rfc822\n\n").repeated(5000);
    QTest::newRow("many parts") << "Content-Type: multipart/mixed; boundary=b\n\n" +
                                       QByteArray("--b\n\nx\n").repeated(20'000);
    QTest::newRow("endless groups") << "To: " + QByteArray("a:").repeated(300'000) + "\n\nText";
    QTest::newRow("endless groups within") << "Content-Type: message/rfc822\n\nTo: x\n " +
                                                  QByteArray("a:").repeated(300'000) + "\n\nText";
    QTest::newRow("many headers") << QByteArray("X: y\n").repeated(50'000) + "\nText";
    QTest::newRow("nested elements") << "Content-Type: text/html\n\n" +
                                            QByteArray("<b>").repeated(100'000) +
                                            QByteArray("</i>").repeated(100'000);
    QTest::newRow("open tags") << "Content-Type: text/html\n\n" +
                                      QByteArray("<a").repeated(100'000);
    QTest::newRow("boundary missing") << QByteArray("Content-Type: multipart/mixed\n\n--x\n\nText");
    QTest::newRow("charset is a path")
        << QByteArray("Content-Type: text/plain; charset=\"../../dev/zero//IGNORE\"\n\nText\xE9");
    QTest::newRow("bad base64") << QByteArray(
        "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n$$$=AA=\n");
}

void MailRecordTest::hostile() {
    QFETCH(QByteArray, rest);
    const CollectingSink sink = readBytes("From: a@b.example\n" + dated + rest);
    QCOMPARE(sink.records.size() + sink.rejects.size(), 1U);
}

QTEST_GUILESS_MAIN(MailRecordTest)
#include "mail_record_test.moc"

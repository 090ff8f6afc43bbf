// SPDX-License-Identifier: GPL-3.0-or-later
// Which mails lie in a path, and where: mbox dialects, Maildirs, folders, single files.
#include "models/domain/failure.h"
#include "tests/importers/mail/reading.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

QString dataPath(const QString& name) {
    return QStringLiteral(GOODFAITH_TEST_DATA "/mail/") + name;
}

}  // namespace

class MailboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mbox_data();
    void mbox();
    void quotedFromLines_data();
    void quotedFromLines();
    void takeoutKeepsItsThreads();
    void whatIsNoContactIsLeftOut_data();
    void whatIsNoContactIsLeftOut();
    void maildirFlags();
    void foldersOfNoContacts_data();
    void foldersOfNoContacts();
    void mailsOfOneIdAreKeptApart();
    void aMovedMailKeepsItsKey();
    void brokenMboxLosesNothing();
    void maildir();
    void folder();
    void recognition_data();
    void recognition();
    void missingFileFails();
    void stopsBetweenMails();
    void progressReachesTheEnd();
    void previewShowsTheFirstMails();
};

void MailboxTest::mbox_data() {
    QTest::addColumn<QStringList>("keys");
    QTest::addColumn<QList<int>>("lines");

    const auto at = [](const char* prefix, int count) {
        QStringList keys;
        for (int i = 1; i <= count; ++i)
            keys += QString::fromLatin1(prefix) + QString::number(i) + u"@customer.example";
        return keys;
    };
    QTest::newRow("mboxo.mbox") << at("o", 2) << QList<int>{1, 14};
    QTest::newRow("mboxrd.mbox") << at("rd", 2) << QList<int>{1, 11};
    QTest::newRow("mboxcl2.mbox") << at("cl", 2) << QList<int>{1, 20};
    QTest::newRow("mboxcl2-dos.mbox") << at("cl", 2) << QList<int>{1, 20};
    QTest::newRow("forged-length.mbox") << at("f", 3) << QList<int>{1, 10, 20};
    QTest::newRow("wrong-length.mbox") << at("w", 2) << QList<int>{1, 11};
    QTest::newRow("takeout.mbox") << at("t", 2) << QList<int>{1, 12};
    QTest::newRow("no-blank-lines.mbox") << at("n", 3) << QList<int>{1, 9, 17};
    QTest::newRow("byte-order-mark.mbox") << at("b", 1) << QList<int>{1};
}

void MailboxTest::mbox() {
    QFETCH(QStringList, keys);
    QFETCH(QList<int>, lines);
    const CollectingSink sink = readAll(dataPath(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(sink.keys(), keys);
    QCOMPARE(sink.rejects.size(), 0U);
    QList<int> found;
    for (const ImportedRecord& record : sink.records)
        found += static_cast<int>(record.line);
    QCOMPARE(found, lines);
}

void MailboxTest::quotedFromLines_data() {
    QTest::addColumn<QString>("text");

    QTest::newRow("mboxo.mbox") << "Hello,\nFrom Monday on I am away.\n>> quoted\n\n"
                                   "From now on: please call.";
    QTest::newRow("mboxrd.mbox") << "From here\n>From there";
    QTest::newRow("mboxcl2.mbox")
        << "Look at what I got:\n\nFrom anna@customer.example Fri Mar  1 08:30:05 2024\n"
           "From: Anna Berg <Anna@Customer.Example>\nTo: support@shop.example\n"
           "Date: Fri, 1 Mar 2024 09:30:00 +0100\nMessage-ID: <inner@customer.example>\n"
           "Subject: Inner\n\nI am no mail of this box.";
}

void MailboxTest::quotedFromLines() {
    QFETCH(QString, text);
    const CollectingSink sink = readAll(dataPath(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(sink.records.at(0).fields.text(Field::Text), text);
}

void MailboxTest::takeoutKeepsItsThreads() {
    const CollectingSink sink = readAll(dataPath(QStringLiteral("takeout.mbox")));
    for (const ImportedRecord& record : sink.records)
        QCOMPARE(record.fields.text(Field::Thread), QStringLiteral("1792000000000000000"));
    QCOMPARE(sink.records.at(1).fields.text(Field::Text), QStringLiteral("Answer."));
}

void MailboxTest::whatIsNoContactIsLeftOut_data() {
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QString>("left");  // how many drafts, spam, trash

    QTest::newRow("inbox") << QByteArray("Inbox,Important") << "";
    QTest::newRow("sent") << QByteArray("Sent") << "";
    QTest::newRow("about spam") << QByteArray("Spam complaints") << "";
    QTest::newRow("draft") << QByteArray("Drafts,Important") << "1 drafts, 0 in spam, 0 in";
    QTest::newRow("spam") << QByteArray("Spam,Unread") << "0 drafts, 1 in spam, 0 in";
    QTest::newRow("trash") << QByteArray("Unread,Trash") << "0 drafts, 0 in spam, 1 in";
    QTest::newRow("quoted") << QByteArray("\"Trash\"") << "0 drafts, 0 in spam, 1 in";
    QTest::newRow("in German") << QByteArray("=?UTF-8?Q?Wichtig,Entw=C3=BCrfe?=")
                               << "1 drafts, 0 in spam, 0 in";
}

void MailboxTest::whatIsNoContactIsLeftOut() {
    QFETCH(QByteArray, labels);
    QFETCH(QString, left);
    const CollectingSink sink =
        readBytes("From: a@b.example\nX-Gmail-Labels: " + labels +
                  "\nDate: Fri, 1 Mar 2024 09:30:00 +0100\nMessage-ID: <1@x>\n\nText\n");
    QCOMPARE(sink.records.size(), left.isEmpty() ? 1U : 0U);
    QCOMPARE(sink.rejects.size(), 0U);
    QCOMPARE(sink.last.rowsRead, left.isEmpty() ? 1 : 0);
    QVERIFY2(left.isEmpty() ? sink.warnings.isEmpty() : sink.warnings.value(0).contains(left),
             qPrintable(sink.warnings.join(u' ')));
}

namespace {

// A Maildir of mails with one Message-ID, told apart by their minute; "" for a folder of none.
void writeMaildir(const QString& path, const QStringList& names) {
    for (const QString& name : names) {
        QVERIFY(QDir(path).mkpath(name.section(u'/', 0, 0)));
        QFile file(path + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("From: a@b.example\nMessage-ID: <0@localhost>\nDate: Fri, 1 Mar 2024 09:" +
                   name.section(u'/', 1).left(2).toLatin1() + ":00 +0100\n\nText\n");
    }
}

}  // namespace

void MailboxTest::maildirFlags() {
    const QTemporaryDir folder;
    writeMaildir(folder.path(),
                 {QStringLiteral("cur/10.host:2,S"), QStringLiteral("cur/11.host:2,DS"),
                  QStringLiteral("cur/12.host:2,ST"), QStringLiteral("new/13.T2,D")});
    const CollectingSink sink = readAll(folder.path());
    QCOMPARE(sink.records.size(), 2U);
    QVERIFY(sink.warnings.value(0).contains(u"1 drafts, 0 in spam, 1 in"));
}

void MailboxTest::foldersOfNoContacts_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("left");
    QTest::newRow("inbox") << "Mail"
                           << "";
    QTest::newRow("sent") << "Mail/.Sent"
                          << "";
    QTest::newRow("about trash") << "Mail/.Trash bins"
                                 << "";
    QTest::newRow("a name with a dot") << "Mail/support.bin"
                                       << "";
    QTest::newRow("junk") << "Mail/.Junk"
                          << "0 drafts, 2 in spam, 0 in";
    QTest::newRow("beneath the inbox") << "Mail/.INBOX.spam"
                                       << "0 drafts, 2 in spam, 0 in";
    QTest::newRow("beneath the trash") << "Mail/.Trash.2023"
                                       << "0 drafts, 0 in spam, 2 in";
    QTest::newRow("of Dovecot's fs layout") << "Mail/Deleted Items"
                                            << "0 drafts, 0 in spam, 2 in";
    QTest::newRow("German") << "Mail/.Papierkorb"
                            << "0 drafts, 0 in spam, 2 in";
    QTest::newRow("German, packed") << "Mail/.Gel&APY-schte Elemente"
                                    << "0 in spam, 2 in";
    QTest::newRow("German drafts, packed") << "Mail/.Entw&APw-rfe"
                                           << "2 drafts, 0 in spam";
    QTest::newRow("French") << "Mail/.Courrier indésirable"
                            << "0 drafts, 2 in spam, 0 in";
    QTest::newRow("French, packed") << "Mail/.&AMk-l&AOk-ments supprim&AOk-s"
                                    << "2 in the trash";
    QTest::newRow("Spanish") << "Mail/.Correo no deseado"
                             << "0 drafts, 2 in spam, 0 in";
    QTest::newRow("Italian") << "Mail/.Cestino"
                             << "0 drafts, 0 in spam, 2 in";
    QTest::newRow("Dutch") << "Mail/.Prullenbak"
                           << "0 drafts, 0 in spam, 2 in";
}

void MailboxTest::foldersOfNoContacts() {
    QFETCH(QString, folder);
    QFETCH(QString, left);
    const QTemporaryDir place;
    const QString path = place.filePath(folder);
    writeMaildir(path, {QStringLiteral("cur/10.host:2,S"), QStringLiteral("new/11.host")});
    const CollectingSink sink = readAll(path);
    QCOMPARE(sink.records.size(), left.isEmpty() ? 2U : 0U);
    QVERIFY2(left.isEmpty() ? sink.warnings.isEmpty() : sink.warnings.value(0).contains(left),
             qPrintable(sink.warnings.join(u' ')));
    QCOMPARE(sink.last.bytesDone, sink.last.bytesTotal);
}

void MailboxTest::mailsOfOneIdAreKeptApart() {
    const QTemporaryDir folder;
    writeMaildir(folder.path(),
                 {QStringLiteral("cur/10.host:2,S"), QStringLiteral("cur/11.host:2,S"),
                  QStringLiteral("cur/12.host:2,S")});
    QVERIFY(QFile::copy(folder.filePath(QStringLiteral("cur/11.host:2,S")),
                        folder.filePath(QStringLiteral("cur/13.copy:2,S"))));
    const QStringList keys = readAll(folder.path()).keys();
    QCOMPARE(keys.size(), 4);
    QCOMPARE(keys.at(0), QStringLiteral("0@localhost"));
    QVERIFY2(keys.at(1).startsWith(u"0@localhost #"), qPrintable(keys.at(1)));
    QVERIFY(keys.at(2) != keys.at(1));
    QCOMPARE(keys.at(3), keys.at(1));
}

void MailboxTest::aMovedMailKeepsItsKey() {
    const QTemporaryDir folder;
    writeMaildir(folder.path(), {QStringLiteral("new/10.host"), QStringLiteral("cur/11.host:2,S")});
    const QStringList keys = readAll(folder.path()).keys();
    QVERIFY(QFile::rename(folder.filePath(QStringLiteral("new/10.host")),
                          folder.filePath(QStringLiteral("cur/10.host:2,S"))));
    QCOMPARE(readAll(folder.path()).keys(), keys);
}

void MailboxTest::brokenMboxLosesNothing() {
    const CollectingSink sink = readAll(dataPath(QStringLiteral("broken.mbox")));
    QCOMPARE(sink.last.rowsRead, 4);
    QCOMPARE(sink.records.size(), 3U);
    QCOMPARE(sink.rejects.size(), 1U);
    QCOMPARE(sink.rejects.at(0).line, 10);
    QCOMPARE(sink.rejects.at(0).column, QStringLiteral("Date"));
    QVERIFY(sink.rejects.at(0).value.startsWith(u"Subject: No date"));
    // No header, but the mbox says when it came.
    QVERIFY(sink.records.at(1).key.startsWith(u"sha256:"));
    QCOMPARE(sink.records.at(1).fields.text(Field::Text), QStringLiteral("no header at all"));
}

void MailboxTest::maildir() {
    const auto inputs = recogniseMail(dataPath(QStringLiteral("maildir")));
    QStringList folders;
    for (const Input& input : inputs) {
        QCOMPARE(input.format, InputFormat::Maildir);
        folders += QDir(dataPath(QString())).relativeFilePath(input.path);
    }
    QCOMPARE(folders, QStringList({QStringLiteral("maildir"), QStringLiteral("maildir/.Sent"),
                                   QStringLiteral("maildir/.Sent.2023")}));
    CollectingSink inbox;
    readMail(inputs.at(0), {}, inbox, {});
    QCOMPARE(inbox.keys(), QStringList({QStringLiteral("m1@customer.example"),
                                        QStringLiteral("m2@customer.example"),
                                        QStringLiteral("m3@customer.example")}));
    // Without a Date header, the file's name says when it was delivered.
    QCOMPARE(inbox.records.at(1).fields.instant(Field::At), instantFromMillis(1709281801000));
}

void MailboxTest::folder() {
    const CollectingSink sink = readAll(dataPath(QStringLiteral("folder")));
    QStringList keys = sink.keys();
    keys.sort();
    QCOMPARE(keys, QStringList({QStringLiteral("e1@customer.example"),
                                QStringLiteral("e2@customer.example"),
                                QStringLiteral("e3@customer.example")}));
    QCOMPARE(sink.rejects.size(), 1U);
    QCOMPARE(sink.rejects.at(0).value, QStringLiteral("garbage.eml"));
    QCOMPARE(sink.rejects.at(0).line, 0);
}

void MailboxTest::recognition_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");

    QTest::newRow("mail by content")
        << QByteArray("From: a@b.example\nSubject: x\n\nhi\n") << "saved.txt"
        << "mail";
    QTest::newRow("received first") << QByteArray("Received: from x\n\tby y\nDate: z\n\n") << "1"
                                    << "mail";
    QTest::newRow("mbox by content")
        << QByteArray("From a@b.c Fri Feb 22 17:06:23 2008\nTo: x\n\n") << "Inbox"
        << "mbox";
    QTest::newRow("mbox without a date") << QByteArray("From \r\nReceived: x\r\n\r\n") << "Inbox"
                                         << "mbox";
    QTest::newRow("prose") << QByteArray("Dear Sirs,\nFrom: the start\n") << "letter.txt"
                           << "";
    QTest::newRow("one colon") << QByteArray("Date: today\nWe met.\n") << "minutes.txt"
                               << "";
    QTest::newRow("prose with From")
        << QByteArray("From Russia with love\nYear: 1963\n") << "film.txt"
        << "";
    QTest::newRow("table") << QByteArray("order_id,ordered_at,total\n1,2024-01-01,5\n")
                           << "orders.csv"
                           << "";
    QTest::newRow("yaml") << QByteArray("name: x\nversion: 1\n") << "a.yml"
                          << "";
    QTest::newRow("empty") << QByteArray() << "empty.eml"
                           << "";
    QTest::newRow("garbage named mail") << QByteArray("\0\1\2", 3) << "x.EML"
                                        << "mail";
}

void MailboxTest::recognition() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, kind);
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto inputs = recogniseMail(file.fileName());
    const QString found = inputs.empty()                                   ? QString()
                          : inputs.front().format == InputFormat::Mbox     ? QStringLiteral("mbox")
                          : inputs.front().format == InputFormat::MailFile ? QStringLiteral("mail")
                                                                           : QStringLiteral("?");
    QCOMPARE(found, kind);
}

void MailboxTest::missingFileFails() {
    CollectingSink sink;
    const Input input{dataPath(QStringLiteral("nowhere.mbox")), InputFormat::Mbox, {}, {}, 0};
    QVERIFY_EXCEPTION_THROWN(readMail(input, {}, sink, {}), Failure);
}

void MailboxTest::stopsBetweenMails() {
    class StoppingSink : public CollectingSink {
    public:
        void take(ImportedRecord record) override {
            CollectingSink::take(std::move(record));
            stop.request_stop();
        }
        std::stop_source stop;
    };
    for (const char* name : {"forged-length.mbox", "maildir"}) {
        StoppingSink sink;
        readMail(recogniseMail(dataPath(QString::fromLatin1(name))).at(0), {}, sink,
                 sink.stop.get_token());
        QCOMPARE(sink.records.size(), 1U);
        QVERIFY(sink.last.bytesDone < sink.last.bytesTotal);
    }
}

void MailboxTest::progressReachesTheEnd() {
    for (const char* name : {"mboxo.mbox", "maildir", "folder"}) {
        const Input input = recogniseMail(dataPath(QString::fromLatin1(name))).at(0);
        CollectingSink sink;
        readMail(input, {}, sink, {});
        QVERIFY(sink.last.bytesTotal > 0);
        QCOMPARE(sink.last.bytesDone, sink.last.bytesTotal);
        QCOMPARE(sink.last.bytesTotal, input.bytes);
    }
}

void MailboxTest::previewShowsTheFirstMails() {
    const Input input = recogniseMail(dataPath(QStringLiteral("forged-length.mbox"))).at(0);
    const Preview two = previewMail(input, {}, 2);
    QCOMPARE(two.rows.size(), 2U);
    QCOMPARE(two.rows.at(1), QStringList({QStringLiteral("anna@customer.example"),
                                          QStringLiteral("support@shop.example"),
                                          QStringLiteral("2024-03-01T08:30:00Z"),
                                          QStringLiteral("Second"), QStringLiteral("Two.")}));
    QCOMPARE(two.templateName, QStringLiteral("mail"));
    QCOMPARE(previewMail(input, {}, -1).rows.size(), 3U);
    QCOMPARE(previewMail(input, {}, 0).rows.size(), 0U);
}

QTEST_GUILESS_MAIN(MailboxTest)
#include "mailbox_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What is found in files and folders, and that each goes the right way in.
#include "models/domain/failure.h"
#include "tests/importers/mail/reading.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

const QByteArray mail = "From: a@b.example\nDate: Fri, 1 Mar 2024 09:30:00 +0100\n\nText\n";
const QByteArray mbox = "From a@b.example Fri Mar  1 08:30:00 2024\n" + mail;
const QByteArray orders = "order_id,ordered_at,total,currency\n1,2024-03-01,5.00,EUR\n";

QString formatName(InputFormat format) {
    switch (format) {
        case InputFormat::Csv:
            return QStringLiteral("csv");
        case InputFormat::Mbox:
            return QStringLiteral("mbox");
        case InputFormat::Maildir:
            return QStringLiteral("maildir");
        case InputFormat::MailFile:
            return QStringLiteral("mail");
    }
    return {};
}

}  // namespace

class FindInputsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void file_data();
    void file();
    void folder();
    void folderWithoutAnything();
    void databasesAreLeftAlone_data();
    void databasesAreLeftAlone();
    void pipesAreNotWaitedFor();
    void closedFoldersAreTold();
    void maildirsInFolders();
    void namesThatCannotBeOpened();
    void whatIsGivenTwiceIsFoundOnce();
    void stopsWhenAsked();
    void orderIsAsGiven();
    void everyInputIsRead();
    void previews();

private:
    void write(const QString& name, const QByteArray& bytes);
    QString path(const QString& name) const { return folder_->filePath(name); }
    QStringList found(const QStringList& names, const ReadingOptions& options = {}) const;

    std::unique_ptr<QTemporaryDir> folder_;
};

void FindInputsTest::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
}

void FindInputsTest::cleanup() {
    folder_.reset();
}

void FindInputsTest::write(const QString& name, const QByteArray& bytes) {
    QVERIFY(QDir(folder_->path()).mkpath(QFileInfo(path(name)).path()));
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

// "csv orders.csv" for an input, "unusable x" for what gave none.
QStringList FindInputsTest::found(const QStringList& names, const ReadingOptions& options) const {
    QStringList paths;
    for (const QString& name : names)
        paths += name.isEmpty() ? folder_->path() : path(name);
    const FoundInputs inputs = findInputs(paths, options);
    QStringList result;
    for (const Input& input : inputs.inputs)
        result +=
            formatName(input.format) + u' ' + QDir(folder_->path()).relativeFilePath(input.path);
    for (const UnusablePath& unusable : inputs.unusable)
        result += u"unusable " + QDir(folder_->path()).relativeFilePath(unusable.path);
    return result;
}

void FindInputsTest::file_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("templateName");
    QTest::addColumn<QString>("format");

    QTest::newRow("mail") << mail << ""
                          << "mail x";
    QTest::newRow("mbox") << mbox << ""
                          << "mbox x";
    QTest::newRow("orders") << orders << ""
                            << "csv x";
    QTest::newRow("empty") << QByteArray() << ""
                           << "unusable x";
    QTest::newRow("neither") << QByteArray("just words\n") << ""
                             << "unusable x";
    QTest::newRow("called mail") << QByteArray("just words\n") << "mail"
                                 << "mail x";
    QTest::newRow("mbox called mail") << mbox << "mail"
                                      << "mbox x";
    QTest::newRow("orders called orders") << orders << "orders"
                                          << "csv x";
}

void FindInputsTest::file() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, templateName);
    QFETCH(QString, format);
    write(QStringLiteral("x"), bytes);
    ReadingOptions options;
    options.templateName = templateName;
    QCOMPARE(found({QStringLiteral("x")}, options), QStringList(format));
}

void FindInputsTest::folder() {
    write(QStringLiteral("b/orders.csv"), orders);
    write(QStringLiteral("a/Inbox"), mbox);
    write(QStringLiteral("c/cur/1709281800.M1P1.host:2,S"), mail);
    write(QStringLiteral("one.eml"), mail);
    write(QStringLiteral("readme.txt"), "just words\n");
    QCOMPARE(found({QString()}),
             QStringList({QStringLiteral("mail ."), QStringLiteral("mbox a/Inbox"),
                          QStringLiteral("csv b/orders.csv"), QStringLiteral("maildir c"),
                          QStringLiteral("unusable readme.txt")}));
    ReadingOptions mailOnly;
    mailOnly.templateName = QStringLiteral("mail");
    QCOMPARE(found({QString()}, mailOnly),
             QStringList({QStringLiteral("mail ."), QStringLiteral("mbox a/Inbox"),
                          QStringLiteral("maildir c")}));
}

void FindInputsTest::folderWithoutAnything() {
    QCOMPARE(found({QString()}), QStringList(QStringLiteral("unusable .")));
    QCOMPARE(found({QStringLiteral("nowhere")}), QStringList(QStringLiteral("unusable nowhere")));
}

void FindInputsTest::databasesAreLeftAlone_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"goodfaith.db", "goodfaith.db-wal", "goodfaith.db-shm", "Shop.SQLite",
                             "shop.sqlite3-journal", "goodfaith.db.import-lock"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

// Whatever is in them: it would be found if they were opened.
void FindInputsTest::databasesAreLeftAlone() {
    QFETCH(QString, name);
    write(name, orders);
    write(QStringLiteral("orders.csv"), orders);
    QCOMPARE(found({QString()}), QStringList(QStringLiteral("csv orders.csv")));
    const FoundInputs named = findInputs({path(name)}, {});
    QVERIFY(named.inputs.empty());
    QVERIFY(named.unusable.front().reason.contains(u"is a database"));
}

void FindInputsTest::pipesAreNotWaitedFor() {
    const QString pipe = path(QStringLiteral("orders.csv"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const FoundInputs found = findInputs({pipe, QStringLiteral("/dev/zero")}, {});
    QCOMPARE(found.inputs.size(), 0u);
    QCOMPARE(found.unusable.size(), 2u);
    QVERIFY(found.unusable[0].reason.contains(u"pipe"));
    QVERIFY_EXCEPTION_THROWN(previewInput(pipe, {}, 1), Failure);
}

void FindInputsTest::closedFoldersAreTold() {
    if (::geteuid() == 0)
        QSKIP("root may open every folder");
    write(QStringLiteral("orders.csv"), orders);
    write(QStringLiteral("closed/orders.csv"), orders);
    const QString closed = path(QStringLiteral("closed"));
    QVERIFY(QFile::setPermissions(closed, {}));
    const FoundInputs found = findInputs({folder_->path()}, {});
    QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(found.inputs.size(), 1u);
    QCOMPARE(found.unusable.size(), 1u);
    QCOMPARE(found.unusable[0].path, closed);
    QVERIFY(found.unusable[0].reason.contains(u"permission denied"));
}

// The layout of folders within folders; not each of them is a Maildir.
void FindInputsTest::maildirsInFolders() {
    write(QStringLiteral("box/cur/1.a:2,S"), mail);
    write(QStringLiteral("box/2023/May/cur/2.a:2,S"), mail);
    write(QStringLiteral("box/2023/notes.txt"), "of the mail program");
    write(QStringLiteral("box/cur/deep/cur/3.a:2,S"), mail);
    QCOMPARE(found({QString()}),
             QStringList({QStringLiteral("maildir box"), QStringLiteral("maildir box/2023/May")}));
}

void FindInputsTest::namesThatCannotBeOpened() {
    write(QStringLiteral("orders.csv"), orders);
    const QByteArray name = QFile::encodeName(folder_->path()) + "/K\xE4ufe.csv";
    const int descriptor = ::open(name.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor < 0)
        QSKIP("This file system takes UTF-8 names only.");
    ::close(descriptor);
    QCOMPARE(found({QString()}),
             QStringList({QStringLiteral("csv orders.csv"), QStringLiteral("unusable Käufe.csv")}));
    ::unlink(name.constData());
}

void FindInputsTest::whatIsGivenTwiceIsFoundOnce() {
    write(QStringLiteral("a/orders.csv"), orders);
    QCOMPARE(found({QString(), QStringLiteral("a"), QStringLiteral("a/orders.csv")}),
             QStringList(QStringLiteral("csv a/orders.csv")));
}

void FindInputsTest::stopsWhenAsked() {
    write(QStringLiteral("orders.csv"), orders);
    std::stop_source stop;
    stop.request_stop();
    const FoundInputs found = findInputs({folder_->path()}, {}, stop.get_token());
    QCOMPARE(found.inputs.size(), 0U);
    QCOMPARE(found.unusable.size(), 0U);
}

void FindInputsTest::orderIsAsGiven() {
    write(QStringLiteral("2"), mbox);
    write(QStringLiteral("1"), orders);
    QCOMPARE(found({QStringLiteral("2"), QStringLiteral("1")}),
             QStringList({QStringLiteral("mbox 2"), QStringLiteral("csv 1")}));
}

void FindInputsTest::everyInputIsRead() {
    write(QStringLiteral("box"), mbox);
    write(QStringLiteral("orders.csv"), orders);
    CollectingSink sink;
    for (const Input& input : findInputs({folder_->path()}, {}).inputs)
        readInput(input, {}, sink, {});
    QCOMPARE(sink.records.size(), 2U);
    QCOMPARE(sink.records.at(0).kind, RecordKind::Message);
    QCOMPARE(sink.records.at(1).kind, RecordKind::Order);
}

void FindInputsTest::previews() {
    write(QStringLiteral("box"), mbox);
    write(QStringLiteral("orders.csv"), orders);
    QCOMPARE(previewInput(path(QStringLiteral("box")), {}, 5).templateName, QStringLiteral("mail"));
    QCOMPARE(previewInput(path(QStringLiteral("orders.csv")), {}, 5).templateName,
             QStringLiteral("orders"));
    QVERIFY_EXCEPTION_THROWN(previewInput(path(QStringLiteral("nowhere")), {}, 5), Failure);
}

QTEST_GUILESS_MAIN(FindInputsTest)
#include "find_inputs_test.moc"

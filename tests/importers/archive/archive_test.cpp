// SPDX-License-Identifier: GPL-3.0-or-later
// Archives: what lies in them is found and read like files of a folder, and what is wrong with
// them is said.
#include "importers/archive/archive_reader.h"
#include "models/domain/failure.h"
#include "tests/importers/archive/packing.h"
#include "tests/importers/mail/reading.h"

#include <QDirIterator>
#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

Q_DECLARE_METATYPE(goodfaith::importers::Packing)

namespace {

QByteArray mail(const QByteArray& id) {
    return "From: a@b.example\nDate: Fri, 1 Mar 2024 09:30:00 +0100\nMessage-ID: <" + id +
           ">\n\nText of " + id + "\n";
}

const QByteArray mbox = "From a@b.example Fri Mar  1 08:30:00 2024\n" + mail("m1@x") +
                        "\nFrom a@b.example Fri Mar  1 08:30:00 2024\n" + mail("m2@x");
const QByteArray orders = "order_id,ordered_at,total,currency\n1,2024-03-01,5.00,EUR\n";

QByteArray manyOrders(int count) {
    QByteArray text = "order_id,ordered_at,total,currency\n";
    for (int order = 0; order < count; ++order)
        text += QByteArray::number(order) + ",2024-03-01," +
                QByteArray::number(order * 7919LL % 100'003) + ".00,EUR\n";
    return text;
}

}  // namespace

class ArchiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void cleanup() { folder_.reset(); }

    void formats_data();
    void formats();
    void contents_data();
    void contents();
    void namesAreText_data();
    void namesAreText();
    void onePathWithin();
    void aPackedFile();
    void previews();
    void whatIsWrong_data();
    void whatIsWrong();
    void theRestIsReadBesideLockedOnes();
    void damageIsToldAfterWhatCouldBeRead_data();
    void damageIsToldAfterWhatCouldBeRead();
    void nothingIsLostBeforeTheDamage();
    void bombsAreNotUnpacked();
    void tooManyEntriesAreTold();
    void stopsWhenAsked();

private:
    QString path(const QString& name = QStringLiteral("x.zip")) const {
        return folder_->filePath(name);
    }
    QStringList found(const QStringList& paths) const;
    static CollectingSink read(const QString& path);

    std::unique_ptr<QTemporaryDir> folder_;
};

// "orders.csv 1" for an input and how many records it gives, "? name" for what gave none.
QStringList ArchiveTest::found(const QStringList& paths) const {
    const QDir folder(folder_->path());
    const FoundInputs inputs = findInputs(paths, {});
    QStringList result;
    for (const Input& input : inputs.inputs) {
        CollectingSink sink;
        readInput(input, {}, sink, {});
        result += QStringLiteral("%1 %2").arg(folder.relativeFilePath(input.path),
                                              QString::number(sink.records.size()));
    }
    for (const UnusablePath& unusable : inputs.unusable)
        result += u"? " % folder.relativeFilePath(unusable.path);
    return result;
}

CollectingSink ArchiveTest::read(const QString& path) {
    CollectingSink sink;
    for (const Input& input : findInputs({path}, {}).inputs)
        readInput(input, {}, sink, {});
    return sink;
}

void ArchiveTest::formats_data() {
    QTest::addColumn<Packing>("packing");
    QTest::addColumn<QString>("name");

    QTest::newRow("zip") << Packing::Zip << "x.zip";
    QTest::newRow("tar") << Packing::Tar << "x.tar";
    QTest::newRow("gzip") << Packing::TarGz << "x.tar.gz";
    QTest::newRow("xz") << Packing::TarXz << "x.txz";
    QTest::newRow("zstd") << Packing::TarZst << "x.tar.zst";
    QTest::newRow("7z") << Packing::SevenZip << "x.7z";
    QTest::newRow("misnamed") << Packing::Zip << "export";
}

void ArchiveTest::formats() {
    QFETCH(Packing, packing);
    QFETCH(QString, name);
    pack(path(name), {{"orders.csv", orders}, {"box", mbox}}, packing);
    QCOMPARE(found({path(name)}), QStringList({name + u"/box 2", name + u"/orders.csv 1"}));
}

void ArchiveTest::contents_data() {
    QTest::addColumn<std::vector<PackedFile>>("files");
    QTest::addColumn<QStringList>("expected");
    using Files = std::vector<PackedFile>;

    QTest::newRow("tables") << Files{{"a/orders.csv", orders}, {"b/orders.csv", orders}}
                            << QStringList{"x.zip/a/orders.csv 1", "x.zip/b/orders.csv 1"};
    QTest::newRow("an mbox") << Files{{"Takeout/Mail/All mail.mbox", mbox}}
                             << QStringList{"x.zip/Takeout/Mail/All mail.mbox 2"};
    QTest::newRow("mails") << Files{{"in/a.eml", mail("a@x")}, {"in/deep/b.eml", mail("b@x")}}
                           << QStringList{"x.zip/in 2"};
    QTest::newRow("mails at the top")
        << Files{{"a.eml", mail("a@x")}, {"b/b.eml", mail("b@x")}} << QStringList{"x.zip 2"};
    QTest::newRow("one mail") << Files{{"in/a.eml", mail("a@x")}}
                              << QStringList{"x.zip/in/a.eml 1"};
    QTest::newRow("a Maildir") << Files{{"box/cur/1709281800.M1P1.host:2,S", mail("a@x")},
                                        {"box/new/1709281801.M1P1.host", mail("b@x")},
                                        {"box/.Sent/cur/1709281802.M1P1.host:2,S", mail("c@x")},
                                        {"box/Old/cur/1709281803.M1P1.host:2,S", mail("d@x")}}
                               << QStringList{"x.zip/box 2", "x.zip/box/.Sent 1",
                                              "x.zip/box/Old 1"};
    QTest::newRow("a Maildir at the top")
        << Files{{"cur/1709281800.M1P1.host:2,S", mail("a@x")}} << QStringList{"x.zip 1"};
    QTest::newRow("all at once") << Files{{"orders.csv", orders},
                                          {"a.eml", mail("a@x")},
                                          {"b.eml", mail("b@x")},
                                          {"cur/1709281800.M1P1.host:2,S", mail("c@x")}}
                                 << QStringList{"x.zip 1", "x.zip 2", "x.zip/orders.csv 1"};
    QTest::newRow("of a Mac") << Files{{"orders.csv", orders},
                                       {"__MACOSX/._orders.csv", "\0\5\26\7"},
                                       {".DS_Store", "\0\0\0\1Bud1"}}
                              << QStringList{"x.zip/orders.csv 1"};
    QTest::newRow("what is nothing")
        << Files{{"readme.txt", "just words\n"}} << QStringList{"? x.zip/readme.txt"};
    QTest::newRow("two of one name") << Files{{"orders.csv", orders}, {"orders.csv", orders}}
                                     << QStringList{"x.zip/orders.csv 1", "x.zip/orders.csv (2) 1"};
    QTest::newRow("nothing") << Files{} << QStringList{"? x.zip"};
}

void ArchiveTest::contents() {
    QFETCH(std::vector<PackedFile>, files);
    QFETCH(QStringList, expected);
    pack(path(), files, Packing::Zip);
    QCOMPARE(found({path()}), expected);
}

void ArchiveTest::namesAreText_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("shown");

    QTest::newRow("leading out") << QByteArray("../../etc/orders.csv") << "x.zip/etc/orders.csv";
    QTest::newRow("absolute") << QByteArray("/etc/orders.csv") << "x.zip/etc/orders.csv";
    QTest::newRow("of Windows") << QByteArray("..\\C:\\orders.csv") << "x.zip/C:/orders.csv";
    QTest::newRow("in UTF-8") << QByteArray(
                                     "Bestell\xC3\xBC"
                                     "bersicht.csv")
                              << QStringLiteral("x.zip/Bestellübersicht.csv");
    QTest::newRow("in windows-1252") << QByteArray(
                                            "Bestell\xFC"
                                            "bersicht.csv")
                                     << QStringLiteral("x.zip/Bestellübersicht.csv");
    QTest::newRow("with a line end") << QByteArray("orders\n.csv") << "x.zip/orders.csv";
    QTest::newRow("nothing but dots") << QByteArray("../..") << "x.zip/unnamed";
}

void ArchiveTest::namesAreText() {
    QFETCH(QByteArray, name);
    QFETCH(QString, shown);
    pack(path(), {{name, orders}}, Packing::Tar);
    QCOMPARE(found({path()}), QStringList(shown + u" 1"));
    const QStringList left =
        QDir(folder_->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    QCOMPARE(left, QStringList(QStringLiteral("x.zip")));
}

void ArchiveTest::onePathWithin() {
    pack(path(), {{"a/orders.csv", orders}, {"a/more.csv", orders}, {"box", mbox}}, Packing::Zip);
    QCOMPARE(found({path(QStringLiteral("x.zip/box"))}), QStringList("x.zip/box 2"));
    QCOMPARE(found({path(QStringLiteral("x.zip/a"))}),
             QStringList({"x.zip/a/more.csv 1", "x.zip/a/orders.csv 1"}));
    QCOMPARE(found({path(QStringLiteral("x.zip/nowhere"))}), QStringList("? x.zip"));
    // Given again beside what holds it.
    QCOMPARE(found({folder_->path(), path(), path(QStringLiteral("x.zip/box"))}).size(), 3);
}

void ArchiveTest::aPackedFile() {
    pack(path(QStringLiteral("orders.csv.gz")), {{"", orders}}, Packing::Gz);
    QCOMPARE(found({folder_->path()}), QStringList("orders.csv.gz/orders.csv 1"));
}

void ArchiveTest::previews() {
    pack(path(), {{"orders.csv", orders}, {"box", mbox}, {"a.eml", mail("a@x")}}, Packing::Zip);
    const auto rows = [&](const char* name) -> QString {
        const Preview preview = previewInput(path() + u'/' + QLatin1String(name), {}, 1);
        return preview.templateName + u' ' + preview.rows.at(0).last();
    };
    QCOMPARE(rows("orders.csv"), QStringLiteral("orders EUR"));
    QCOMPARE(rows("box"), QStringLiteral("mail Text of m1@x"));
    QCOMPARE(rows("a.eml"), QStringLiteral("mail Text of a@x"));
}

void ArchiveTest::whatIsWrong_data() {
    QTest::addColumn<Packing>("packing");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");

    QTest::newRow("locked") << Packing::LockedZip << QByteArray("orders.csv") << orders
                            << "is protected with a password (1 files)";
    QTest::newRow("nested") << Packing::Zip << QByteArray("more.zip") << QByteArray("PK\3\4…")
                            << "is an archive within an archive";
    QTest::newRow("empty file") << Packing::Zip << QByteArray("orders.csv") << QByteArray()
                                << "is empty";
    QTest::newRow("spreadsheet") << Packing::Zip << QByteArray("[Content_Types].xml")
                                 << QByteArray("<Types/>")
                                 << "is a spreadsheet or another document: save it as CSV";
}

void ArchiveTest::whatIsWrong() {
    QFETCH(Packing, packing);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    pack(path(), {{name, bytes}}, packing);
    const FoundInputs found = findInputs({path()}, {});
    QCOMPARE(found.inputs.size(), 0U);
    QCOMPARE(found.unusable.size(), 1U);
    QVERIFY2(found.unusable[0].reason.startsWith(reason), qPrintable(found.unusable[0].reason));
    QVERIFY_EXCEPTION_THROWN(previewInput(path(), {}, 1), Failure);
}

void ArchiveTest::theRestIsReadBesideLockedOnes() {
    pack(path(), {{"more.zip", "PK\3\4"}, {"orders.csv", orders}}, Packing::Zip);
    QCOMPARE(found({path()}), QStringList({"x.zip/orders.csv 1", "? x.zip/more.zip"}));
}

void ArchiveTest::damageIsToldAfterWhatCouldBeRead_data() {
    QTest::addColumn<Packing>("packing");
    QTest::addColumn<double>("kept");

    QTest::newRow("a zip's half") << Packing::Zip << 0.5;
    QTest::newRow("a tar.gz's half") << Packing::TarGz << 0.5;
    QTest::newRow("a tar's half") << Packing::Tar << 0.5;
    QTest::newRow("a packed file's half") << Packing::Gz << 0.5;
}

void ArchiveTest::damageIsToldAfterWhatCouldBeRead() {
    QFETCH(Packing, packing);
    QFETCH(double, kept);
    pack(path(), {{"orders.csv", manyOrders(40'000)}}, packing);
    QVERIFY(QFile::resize(
        path(), static_cast<qint64>(static_cast<double>(QFileInfo(path()).size()) * kept)));
    const CollectingSink sink = read(path());
    QVERIFY2(sink.records.size() > 5'000, qPrintable(QString::number(sink.records.size())));
    QVERIFY(sink.rejects.size() >= 1U);
    QVERIFY2(sink.rejects.back().reason.startsWith(u"The archive is damaged"),
             qPrintable(sink.rejects.back().reason));
    QCOMPARE(sink.last.rowsRead, qint64(sink.records.size() + sink.rejects.size()));
}

// The last byte of the packed data is of the checksum, which speaks after all others.
void ArchiveTest::nothingIsLostBeforeTheDamage() {
    pack(path(), {{"orders.csv", orders}}, Packing::Zip);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const QByteArray sign("PK\1\2", 4);
    const qsizetype checksum = bytes.indexOf(sign) + 16;
    bytes[checksum] = static_cast<char>(~bytes[checksum]);
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    const CollectingSink sink = read(path());
    QCOMPARE(sink.records.size(), 1U);
    QCOMPARE(sink.rejects.size(), 1U);
    QVERIFY2(sink.rejects[0].reason.startsWith(u"The archive is damaged"),
             qPrintable(sink.rejects[0].reason));
}

void ArchiveTest::bombsAreNotUnpacked() {
    pack(path(), {{"orders.csv", orders}, {"zeros", QByteArray(70 * 1024 * 1024, '0')}},
         Packing::TarGz);
    const FoundInputs found = findInputs({path()}, {});
    QCOMPARE(found.unusable.size(), 1U);
    QVERIFY2(found.unusable[0].reason.contains(u"200 times"), qPrintable(found.unusable[0].reason));
}

void ArchiveTest::tooManyEntriesAreTold() {
    pack(path(), {{"1.csv", orders}, {"2.csv", orders}, {"3.csv", orders}}, Packing::Zip);
    ArchiveReader three(path(), 3);
    ArchiveReader two(path(), 2);
    for (int entry = 1; entry <= 2; ++entry) {
        QVERIFY(three.next());
        QVERIFY(two.next());
    }
    QVERIFY(three.next() && !three.next() && three.damage().isEmpty());
    QVERIFY(!two.next() && two.damage().contains(u"more than 2 entries"));
}

void ArchiveTest::stopsWhenAsked() {
    pack(path(), {{"orders.csv", orders}, {"a.eml", mail("a@x")}, {"b.eml", mail("b@x")}},
         Packing::Zip);
    std::stop_source stop;
    const auto inputs = findInputs({path()}, {}).inputs;
    stop.request_stop();
    CollectingSink sink;
    for (const Input& input : inputs)
        readInput(input, {}, sink, stop.get_token());
    QCOMPARE(sink.records.size(), 0U);
    QCOMPARE(findInputs({path()}, {}, stop.get_token()).inputs.size(), 0U);
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "archive_test.moc"

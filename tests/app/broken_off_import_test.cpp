// SPDX-License-Identifier: GPL-3.0-or-later
// An input that breaks off: what came before stays, whom it concerned is judged anew, and a dry run
// says what the import then does.
#include "app/clock.h"
#include "app/import_service.h"
#include "models/store/derived_tables.h"
#include "tests/importers/archive/packing.h"
#include "tests/store/fact_dump.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace goodfaith;
using namespace goodfaith::app;
using importers::pack;
using importers::Packing;

namespace {

constexpr int complaints = 4;
constexpr int ordersOfOthers = 100;

// Verdicts are of today, and what is long ago counts no more.
QByteArray daysAgo(int days, Qt::DateFormat format = Qt::ISODate) {
    static const QDate today = QDate::currentDate();
    return QDateTime(today.addDays(-days), QTime(10, 0), Qt::UTC).toString(format).toLatin1();
}

QByteArray number(int value) {
    return QByteArray::number(value);
}

QByteArray orderRow(const QByteArray& key, const QByteArray& who) {
    return key + "," + daysAgo(60) + "," + who + "@mail.example,EUR,80.00\n";
}

QByteArray orders() {
    QByteArray text = "order_id,ordered_at,customer_email,currency,total\n";
    for (int i = 0; i < complaints; ++i)
        text += orderRow("eve" + number(i), "eve");
    for (int i = 0; i < ordersOfOthers; ++i)
        text += orderRow(number(i), "c" + number(i));
    return text;
}

// Eve says of each of her parcels that it never came.
QByteArray mails() {
    QByteArray text;
    for (int i = 0; i < complaints; ++i)
        text +=
            "From eve@mail.example Sun Mar 10 10:00:00 2024\nFrom: eve@mail.example\n"
            "To: help@shop.example\nMessage-ID: <" +
            number(i) + "@mail.example>\nDate: " + daysAgo(50 - i, Qt::RFC2822Date) +
            "\nSubject: Order eve" + number(i) + "\n\nMy order eve" + number(i) +
            " never arrived. I want my money back at once.\n\n";
    return text;
}

const QByteArray deliveryHeader =
    "shipment_id,order_id,shipped_at,promised_at,delivered_at,proof\n";

QByteArray delivery(const QByteArray& order) {
    return "s" + order + "," + order + "," + daysAgo(59) + "," + daysAgo(53) + "," + daysAgo(57) +
           ",signature\n";
}

QByteArray evesDeliveries() {
    QByteArray text;
    for (int i = 0; i < complaints; ++i)
        text += delivery("eve" + number(i));
    return text;
}

QByteArray deliveriesOfOthers() {
    QByteArray text;
    for (int i = 0; i < ordersOfOthers; ++i)
        text += delivery(number(i));
    return text;
}

QByteArray badRows(int count) {
    const QByteArray row = "s,," + QByteArray(120, '?') + ",,,\n";
    return row.repeated(count);
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

// How an input breaks off: made at `path`, and what is to happen to it while it is read.
struct Break {
    QString path;
    std::optional<qint64> cutTo;
};

// Far more rows than are read ahead, so that what is cut off is not yet read.
Break cutWhileItIsRead(const QString& folder) {
    const QString path = folder + u"/deliveries.csv"_qs;
    const QByteArray kept = deliveryHeader + badRows(40'000) + evesDeliveries() + "s9,9,2024-0";
    write(path, kept + deliveriesOfOthers());
    return {path, kept.size()};
}

Break packedAndCut(const QString& folder) {
    const QString path = folder + u"/deliveries.csv.gz"_qs;
    QByteArray deliveries = deliveryHeader + evesDeliveries();
    for (int i = 0; i < 60; ++i)
        deliveries += deliveriesOfOthers();
    pack(path, {{"deliveries.csv", deliveries}}, Packing::Gz);
    QFile::resize(path, QFileInfo(path).size() / 2);
    return {path, {}};
}

Break damagedZip(const QString& folder) {
    const QString path = folder + u"/deliveries.zip"_qs;
    pack(path, {{"deliveries.csv", deliveryHeader + evesDeliveries()}}, Packing::Zip);
    QFile file(path);
    file.open(QIODevice::ReadWrite);
    QByteArray bytes = file.readAll();
    const qsizetype checksum = bytes.indexOf(QByteArray("PK\1\2", 4)) + 16;
    bytes[checksum] = static_cast<char>(~bytes[checksum]);
    file.seek(0);
    file.write(bytes);
    return {path, {}};
}

Break openQuote(const QString& folder) {
    const QString path = folder + u"/deliveries.csv"_qs;
    write(path, deliveryHeader + evesDeliveries() + "s9,\"9,2024-03-02,,,\n");
    return {path, {}};
}

class Shop {
public:
    Shop() {
        write(file(u"orders.csv"_qs), orders());
        write(file(u"mails.mbox"_qs), mails());
        import({file(u"orders.csv"_qs), file(u"mails.mbox"_qs)});
    }
    QString folder() const { return folder_.path(); }
    QString file(const QString& name) const { return folder_.filePath(name); }
    ImportReport import(const QStringList& paths, bool dryRun = false,
                        const Break& breaks = {}) const {
        ImportRequest request;
        request.paths = paths;
        request.ownAddresses << u"shop.example"_qs;
        request.dryRun = dryRun;
        ImportObserver observer;
        if (breaks.cutTo)
            observer.progress = [&](const ImportProgress&) {
                QFile::resize(breaks.path, *breaks.cutTo);
            };
        return runImport(file(u"shop.db"_qs), request, observer, {});
    }
    int verdictOfEve() const {
        store::Database database(file(u"shop.db"_qs));
        const QStringList lines =
            store::dumpDerived(database).filter(QRegularExpression(u"^verdict 1 "_qs));
        return lines.isEmpty() ? -1 : lines.front().section(u' ', -1).toInt();
    }
    // What a run over everybody makes of the facts.
    bool isUpToDate() const {
        store::Database database(file(u"shop.db"_qs));
        const QStringList kept = store::dumpDerived(database);
        store::DerivedTables(database).advanceFactsRevision();
        refreshIfStale(database, now(), {}, {});
        return store::dumpDerived(database) == kept;
    }

private:
    QTemporaryDir folder_;
};

QStringList said(const ImportReport& report) {
    QStringList lines;
    for (const ImportOutcome& outcome : report.imports) {
        const ImportCounts& counts = outcome.summary.counts;
        lines << QStringLiteral(
                     "%1: %2 read, %3 new, %4 changed, %5 the same, %6 rejected; %7 + %8")
                     .arg(outcome.summary.path.section(u'/', -1))
                     .arg(counts.rowsRead)
                     .arg(counts.inserted)
                     .arg(counts.updated)
                     .arg(counts.unchanged)
                     .arg(counts.rejected)
                     .arg(counts.customersNew)
                     .arg(counts.customersMatched);
    }
    for (const importers::UnusablePath& input : report.unusable)
        lines << input.path.section(u'/', -1) + u": "_qs + input.reason;
    return lines;
}

using Maker = Break (*)(const QString& folder);

}  // namespace

Q_DECLARE_METATYPE(Maker)

class BrokenOffImportTest : public QObject {
    Q_OBJECT

    static void breaks() {
        QTest::addColumn<Maker>("make");
        QTest::newRow("cut while it is read") << &cutWhileItIsRead;
        QTest::newRow("a packed file that is cut") << &packedAndCut;
        QTest::newRow("a damaged entry") << &damagedZip;
        QTest::newRow("a quote that is never closed") << &openQuote;
    }

private Q_SLOTS:
    void whomItConcernedIsJudgedAnew_data() { breaks(); }
    void whomItConcernedIsJudgedAnew() {
        QFETCH(Maker, make);
        const Shop shop;
        QCOMPARE(shop.verdictOfEve(), int(VerdictKind::GoodFaith));
        const Break broken = make(shop.folder());
        shop.import({broken.path}, false, broken);
        QCOMPARE(shop.verdictOfEve(), int(VerdictKind::ChronicPattern));
        QVERIFY(shop.isUpToDate());
    }

    // The second input says again what came before the break, and more.
    void aDryRunSaysWhatTheImportDoes_data() { breaks(); }
    void aDryRunSaysWhatTheImportDoes() {
        QFETCH(Maker, make);
        const Shop shop;
        const QString again = shop.file(u"again.csv"_qs);
        write(again, deliveryHeader + evesDeliveries() + delivery("unknown"));
        QStringList lines[2];
        for (const bool dryRun : {true, false}) {
            const Break broken = make(shop.folder());
            lines[dryRun] = said(shop.import({broken.path, again}, dryRun, broken));
        }
        QCOMPARE(lines[true], lines[false]);
        QVERIFY2(lines[false].contains(
                     u"again.csv: 5 read, 1 new, 0 changed, 4 the same, 0 rejected; 0 + 1"_qs),
                 qPrintable(lines[false].join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(BrokenOffImportTest)
#include "broken_off_import_test.moc"

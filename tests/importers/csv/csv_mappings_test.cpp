// SPDX-License-Identifier: GPL-3.0-or-later
#include "described.h"
#include "importers/csv/layout.h"
#include "importers/csv/mapping_check.h"
#include "models/domain/failure.h"

#include <QDir>
#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

QString dataFile(const QString& name) {
    return QStringLiteral(GOODFAITH_TEST_DATA "/mappings/") + name;
}

// JSON in single quotes.
QByteArray quoted(QByteArray json) {
    return json.replace('\'', '"');
}

ReadingOptions mappedBy(const QByteArray& json) {
    ReadingOptions options;
    options.currency = *Currency::fromCode(u"EUR");
    options.mapping = mappingFromJson(quoted(json), QStringLiteral("test"));
    return options;
}

ReadingOptions mappedByFile(const QString& name) {
    ReadingOptions options;
    options.mapping = mappingFromFile(dataFile(name));
    return options;
}

// The mapping of one record of orders, with these columns and keys beside it.
QByteArray ordersBy(const QByteArray& columns, const QByteArray& besides = {}) {
    return quoted("{'name': 'mine', " + besides +
                  "'records': [{'template': 'orders', 'columns': {" + columns + "}}]}");
}

// Sums over what a mapping yields.
struct Totals {
    qint64 orders = 0;
    qint64 items = 0;
    qint64 refunds = 0;
    qint64 netMinor = 0;
    QSet<QString> customers;
};

class TotalsSink : public RecordSink {
public:
    Totals totals;
    qint64 rows = 0;
    qint64 rejected = 0;

    void take(ImportedRecord record) override {
        const auto amount = [&](Field field) { return record.fields.money(field)->minor; };
        for (const ImportedParty& party : record.parties)
            totals.customers.insert(party.keys.shopNumber);
        totals.customers.remove({});
        if (record.kind == RecordKind::Order) {
            ++totals.orders;
            totals.netMinor += amount(Field::Total);
        } else if (record.kind == RecordKind::Refund) {
            ++totals.refunds;
            totals.netMinor -= amount(Field::Amount);
        } else {
            ++totals.items;
        }
    }
    void reject(RejectedRow) override { ++rejected; }
    void warn(const QString&) override {}
    void progress(const ReadingProgress& progress) override { last_ = progress.rowsRead; }
    void endFile() { rows += last_; }

private:
    qint64 last_ = 0;
};

}  // namespace

class CsvMappingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsNoMapping_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, const QByteArray& json, const char* problem) {
            QTest::newRow(name) << json << QString::fromUtf8(problem);
        };
        row("empty", "", "line 1, column 1: expected JSON");
        row("cut off", "{\n  \"name\": ", "line 2, column");
        row("a list", "[]", "top: expected an object {…}");
        row("nested deep", QByteArray(5000, '['), "expected JSON");
        row("no name", "{'records': []}", "records: expected a list of at least one record");
        row("unknown key", "{'name': 'x', 'colour': 'red'}", "colour: expected one of the keys");
        row("no records", "{'name': 'x'}", "records: expected a list of at least one record");
        row("record of a text", "{'name': 'x', 'records': ['orders']}",
            "records[0]: expected an object {…}");
        row("unknown template", "{'name': 'x', 'records': [{'template': 'order'}]}",
            "records[0].template: expected one of the templates customers, orders");
        row("unknown column", ordersBy("'order_id': 'A', 'totl': 'B'"),
            "records[0].columns.totl: expected one of the columns of orders: order_id");
        row("without key", ordersBy("'total': 'B'"),
            "records[0].columns: expected a column for order_id");
        row("number as column", ordersBy("'order_id': 3"),
            "records[0].columns.order_id: expected a column's name, a list or an object");
        row("bad pattern", ordersBy("'order_id': {'column': 'A', 'pattern': '('}"),
            "records[0].columns.order_id.pattern: expected a regular expression");
        row("pattern without group", ordersBy("'order_id': {'column': 'A', 'pattern': 'a'}"),
            "records[0].columns.order_id.pattern: expected a pattern with a group (…)");
        row("says two things", ordersBy("'order_id': {'column': 'A', 'value': 'b'}"),
            "records[0].columns.order_id: expected one of \"column\"");
        row("no zone", ordersBy("'order_id': 'A'", "'timezone': 'Mars', "),
            "timezone: expected a time zone such as Europe/Berlin");
        row("no currency", ordersBy("'order_id': 'A'", "'currency': 'Euro', "),
            "currency: expected a currency's three letters");
        row("too large", QByteArray(2 * 1024 * 1024, ' '), "expected at most 1 MB");
    }
    void refusesWhatIsNoMapping() {
        QFETCH(QByteArray, json);
        QFETCH(QString, problem);
        try {
            mappingFromJson(quoted(json), QStringLiteral("mine.json"));
            QFAIL("It was taken.");
        } catch (const Failure& failure) {
            QVERIFY2(failure.message().contains(problem), qPrintable(failure.message()));
            QVERIFY(failure.message().startsWith(QStringLiteral("“mine.json”")));
        }
    }

    void everyPresetIsAMapping() {
        const QDir presets(QStringLiteral(":/goodfaith/presets"));
        for (const QString& name : presets.entryList(QDir::Files)) {
            QFile file(presets.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(mappingProblem(file.readAll()), QString());
        }
    }

    void everyExampleIsAMapping() {
        const QDir folder(dataFile({}));
        for (const QString& name : folder.entryList({QStringLiteral("*.json")}))
            QVERIFY(mappingFromFile(folder.filePath(name))->layout != nullptr);
    }

    void reads_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("record");
        const auto row = [](const char* name, const QByteArray& json, const QByteArray& bytes,
                            const char* record) {
            QTest::newRow(name) << json << bytes << QString::fromUtf8(record);
        };
        row("columns by other names", ordersBy("'order_id': 'Nr', 'total': 'Summe'"),
            "Nr;Summe\n7;1.299,50\n8;2,25\n", "order 7; total=1299.50 EUR");
        row("mapping's currency",
            ordersBy("'order_id': 'Nr', 'total': 'Sum'", "'currency': 'JPY', "), "Nr,Sum\n7,1299\n",
            "order 7; total=1299 JPY");
        row("mapping's zone",
            ordersBy("'order_id': 'Nr', 'ordered_at': 'When'", "'timezone': 'Asia/Tokyo', "),
            "Nr,When\n7,2024-01-01 09:00\n", "order 7; at=2024-01-01T00:00:00Z");
        row("date put in order",
            ordersBy(
                "'order_id': 'Nr', 'ordered_at': ["
                "{'column': 'D', 'pattern': '^(..)-(..)-(....)$', 'becomes': '\\\\3-\\\\1-\\\\2'},"
                "{'column': 'D', 'pattern': '^(..)/(..)/(....)$', 'becomes': "
                "'\\\\3-\\\\2-\\\\1'}]"),
            "Nr,D\n7,02-01-2024\n", "order 7; at=2024-02-01T00:00:00Z");
        row("product less a discount",
            ordersBy("'order_id': 'Nr', 'total': {'product': 'Q * P', 'less': 'Less'}"),
            "Nr,Q,P,Less\n7,3,$9.99,10%\n", "order 7; total=26.97 EUR");
        row("unknown texts", ordersBy("'order_id': 'Nr', 'city': 'City'", "'unknown': ['NULL'], "),
            "Nr,City\n7,NULL\n", "order 7");
        row("ragged rows",
            ordersBy("'order_id': 'Nr', 'total': 'Sum', 'customer_name': 'Name'",
                     "'uncertain_from': 'Name', "),
            "Nr,Sum,Name\n7,5,Hill, 67\n8,5,Ann\n9,5,Bob\n", "order 7; total=5.00 EUR");
    }
    void reads() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, bytes);
        const ReadTable read = readBytes(bytes, mappedBy(json));
        QCOMPARE(read.whyNot, QString());
        QTEST(read.records.value(0), "record");
    }

    void saysWhichColumnTheFileLacks() {
        const ReadTable read =
            readBytes("Nr,Sum\n7,5\n", mappedBy(ordersBy("'order_id': 'Nr', 'total': 'Totl'")));
        QVERIFY2(read.whyNot.contains(
                     QStringLiteral("records[0].columns.total: the file has no column “Totl”")),
                 qPrintable(read.whyNot));
    }

    void whatTheUserSetsStands() {
        ReadingOptions options =
            mappedBy(ordersBy("'order_id': 'Nr', 'ordered_at': 'When'",
                              "'timezone': 'Asia/Tokyo', 'date_order': 'mdy', "));
        options.timeZoneIsSet = true;
        options.writing.dateOrder = QStringLiteral("dmy");
        QCOMPARE(readBytes("Nr,When\n7,03/04/2024\n", options).records,
                 QStringList{QStringLiteral("order 7; at=2024-04-03T00:00:00Z")});
    }

    void knowsTheFileASavedMappingWasMadeFor() {
        ReadingOptions options;
        options.knownMappings = {
            mappedBy(ordersBy("'order_id': 'Nr', 'total': 'Sum'", "'header': ['Nr', 'Sum'], "))
                .mapping};
        const ReadTable read = readBytes("nr,SUM\n7,5\n", options);
        QCOMPARE(read.preset, QStringLiteral("mine"));
        QCOMPARE(read.templateName, QStringLiteral("orders"));
        QVERIFY(!readBytes("Nr,Price\n7,5\n", options).whyNot.isEmpty());
    }

    // The user's own reading of a header goes over the template that would read it as well.
    void prefersTheSavedMappingForItsHeader() {
        ReadingOptions options;
        const QByteArray header = "'header': ['order_id', 'total', 'notes'], ";
        options.knownMappings = {
            mappedBy(ordersBy("'order_id': 'order_id', 'city': 'notes'", header)).mapping};
        QCOMPARE(readBytes("order_id,total,notes\n7,5,Rome\n", options).preset,
                 QStringLiteral("mine"));
        QCOMPARE(readBytes("order_id,total,notes,at\n7,5,Rome,x\n", options).preset, QString());
    }

    // Rows of one order may be mixed with another's; prices may have more digits than money has.
    void addsUpTheRowsOfAnOrder() {
        const ReadTable read = readFile(dataFile(QStringLiteral("one-row-an-item.csv")),
                                        mappedByFile(QStringLiteral("uci-online-retail.json")));
        const auto startingWith = [&](const char* beginning) {
            return read.records.filter(QRegularExpression(u'^' + QString::fromLatin1(beginning)));
        };
        QCOMPARE(startingWith("order 9001"),
                 QStringList{QStringLiteral("order 9001; at=2024-01-05T08:26:00Z; total=25.30 GBP; "
                                            "[buyer: 501|United Kingdom]")});
        QCOMPARE(
            startingWith("order 9002"),
            QStringList{QStringLiteral("order 9002; at=2024-01-05T09:00:00Z; total=3.77 GBP")});
        QCOMPARE(startingWith("order_item 9001").size(), 3);
        QCOMPARE(startingWith("order_item 9001/3").size(), 1);
        QCOMPARE(startingWith("refund"),
                 QStringList{QStringLiteral("refund C9003; at=2024-01-06T10:00:00Z; "
                                            "amount=4.55 GBP; kind=refund; reason=cancelled; "
                                            "[buyer: 501]")});
    }

    void leavesOutASumThatIsNotWhole() {
        const ReadTable read = readFile(dataFile(QStringLiteral("one-row-an-item.csv")),
                                        mappedByFile(QStringLiteral("uci-online-retail.json")));
        QCOMPARE(read.rejected.size(), 1);
        QCOMPARE(read.records.filter(QStringLiteral("order 9004")),
                 QStringList{
                     QStringLiteral("order 9004; at=2024-01-07T10:00:00Z; [buyer: 502|France]")});
        QVERIFY(
            read.warnings.join(u' ').contains(QStringLiteral("Of one group a row was rejected")));
    }

    void rejectsRowsTooFarFromTheirGroup() {
        QByteArray bytes("Nr,Sum\n1,5\n");
        for (int i = 2; i < 1100; ++i)
            bytes += QByteArray::number(i) + ",5\n";
        const ReadTable read = readBytes(
            bytes + "1,5\n",
            mappedBy("{'name': 'far', 'group_by': 'Nr', 'records': ["
                     "                {'template': 'orders', 'once_per_group': true,"
                     "                 'columns': {'order_id': 'Nr', 'total': {'sum': 'Sum'}}}]}"));
        QCOMPARE(read.records.size(), 1099);
        QCOMPARE(read.rejected.size(), 1);
        QCOMPARE(read.rejectedRows.front().line, 1101);
    }

    // Where nothing was shipped, the date by which it should have been is not the day it was.
    void readsNorthwind() {
        const QString data = qEnvironmentVariable("GOODFAITH_DATA");
        if (data.isEmpty())
            QSKIP("GOODFAITH_DATA does not name the folder of real files.");
        const ReadTable read = readFile(data + QStringLiteral("/orders/northwind/orders.csv"),
                                        mappedByFile(QStringLiteral("northwind-orders.json")));
        const QStringList shipments =
            read.records.filter(QRegularExpression(QStringLiteral("^shipment ")));
        QCOMPARE(read.rejected, QStringList());
        QCOMPARE(shipments.size(), 830);
        QCOMPARE(shipments.filter(QStringLiteral("shipped_at=")).size(), 809);
        QCOMPARE(shipments.filter(QRegularExpression(QStringLiteral("[ ;]at="))).size(), 809);
    }

    // A month of the real shop; its sums were computed from the files by another program.
    void readsTheUciShop() {
        const QString data = qEnvironmentVariable("GOODFAITH_DATA");
        if (data.isEmpty())
            QSKIP("GOODFAITH_DATA does not name the folder of real files.");
        const ReadingOptions options = mappedByFile(QStringLiteral("uci-online-retail.json"));
        TotalsSink sink;
        const QString folder = data + QStringLiteral("/orders/uci-online-retail/by-day");
        for (const Input& input : findInputs({folder}, options).inputs) {
            readInput(input, options, sink, {});
            sink.endFile();
        }
        QCOMPARE(sink.rejected, 0);
        QCOMPARE(sink.rows, 42'481);
        QCOMPARE(sink.totals.orders + sink.totals.refunds, 2'025);
        QCOMPARE(sink.totals.customers.size(), 948);
        QCOMPARE(sink.totals.netMinor, 74'895'702);
    }
};

QTEST_GUILESS_MAIN(CsvMappingsTest)
#include "csv_mappings_test.moc"

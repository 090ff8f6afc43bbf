// SPDX-License-Identifier: GPL-3.0-or-later
// How dates and numbers are written is decided over the whole column, and refused where nothing
// decides.
#include "described.h"
#include "importers/csv/record_joiner.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

namespace {

constexpr int beyondTheSample = 1200;

// Orders with those dates, the first of them often.
ReadTable ordersOf(const QByteArray& usual, const QByteArrayList& others,
                   const ReadingOptions& options = {}) {
    QByteArray bytes = "order_id,ordered_at\n";
    int id = 0;
    for (int i = 0; i < beyondTheSample; ++i)
        bytes += QByteArray::number(++id) + ',' + usual + '\n';
    for (const QByteArray& date : others)
        bytes += QByteArray::number(++id) + ',' + date + '\n';
    return readBytes(bytes, options);
}

ImportedRecord order(const QString& key, qint64 minor, const char* code = "EUR") {
    ImportedRecord record;
    record.key = key;
    record.fields.set(Field::Total, Money{minor, *Currency::fromCode(QString::fromLatin1(code))});
    return record;
}

}  // namespace

class CsvLearningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decidesByALaterRow_data() {
        QTest::addColumn<QByteArray>("usual");
        QTest::addColumn<QByteArray>("later");
        QTest::addColumn<QString>("at");  // of the first row
        QTest::newRow("day first")
            << QByteArray("03/04/2024") << QByteArray("25/04/2024") << "at=2024-04-03T00:00:00Z";
        QTest::newRow("month first")
            << QByteArray("03/04/2024") << QByteArray("04/25/2024") << "at=2024-03-04T00:00:00Z";
        QTest::newRow("hyphens") << QByteArray("03-04-2024") << QByteArray("04-25-2024")
                                 << "at=2024-03-04T00:00:00Z";
        QTest::newRow("short years")
            << QByteArray("03/04/24") << QByteArray("04/25/24") << "at=2024-03-04T00:00:00Z";
    }
    void decidesByALaterRow() {
        QFETCH(QByteArray, usual);
        QFETCH(QByteArray, later);
        QFETCH(QString, at);
        const ReadTable table = ordersOf(usual, {later});
        QCOMPARE(table.rejected, QStringList());
        QCOMPARE(table.warnings, QStringList());
        QCOMPARE(table.records.front(), QString(u"order 1; " + at));
    }

    void decidesForEachMarkByItself() {
        const ReadTable table = ordersOf("03/04/2024", {"04-25-2024", "25/04/2024", "03-04-2024"});
        QCOMPARE(table.rejected, QStringList());
        QCOMPARE(table.records.front(), "order 1; at=2024-04-03T00:00:00Z");
        QCOMPARE(table.records.back(), "order 1203; at=2024-03-04T00:00:00Z");
    }

    void rejectsWhatContradicts() {
        const ReadTable table = ordersOf("25/04/2024", {"04/25/2024"});
        QCOMPARE(table.rejected, QStringList("1202 ordered_at “04/25/2024”: Expected a date that "
                                             "exists, the day before the month."));
    }

    void refusesWhatNothingDecides() {
        const ReadTable table = ordersOf("03/04/2024", {"2024-04-03", "5.6.2024"});
        QCOMPARE(table.rejected.size(), beyondTheSample);
        QVERIFY(table.rejected.front().contains(QStringLiteral("--date-order dmy or mdy")));
        QCOMPARE(table.records.size(), 2);
        QCOMPARE(table.warnings.size(), 1);
        QVERIFY(table.warnings.front().contains(QStringLiteral("--date-order dmy or mdy")));
    }

    void refusesWhatDecidesBothWays() {
        const ReadTable table =
            readBytes("order_id,ordered_at\n1,03/04/2024\n2,25/04/2024\n3,04/25/2024\n", {});
        QCOMPARE(table.rejected.size(), 1);
        QCOMPARE(table.records.size(), 2);
        QCOMPARE(table.warnings.size(), 1);
    }

    void takesTheSetOrder() {
        ReadingOptions options;
        options.writing.dateOrder = QStringLiteral("mdy");
        const ReadTable table = ordersOf("03/04/2024", {"25/04/2024"}, options);
        QCOMPARE(table.records.front(), "order 1; at=2024-03-04T00:00:00Z");
        QCOMPARE(table.rejected.size(), 1);
    }

    void takesTheSetDecimalMark_data() {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("record");
        const auto row = [](const char* title, const char* cell, const char* mark,
                            const char* total) {
            QTest::newRow(title) << QByteArray(cell) << QString::fromLatin1(mark)
                                 << "order 1; total=" + QString::fromLatin1(total) + " EUR";
        };
        row("a comma of thousands", "1,250", ".", "1250.00");
        row("a point of thousands", "1.250", ",", "1250.00");
        row("a comma before cents", "1,25", ",", "1.25");
    }
    void takesTheSetDecimalMark() {
        QFETCH(QByteArray, cell);
        QFETCH(QString, mark);
        ReadingOptions options;
        options.currency = *Currency::fromCode(u"EUR");
        options.writing.decimalMark = mark;
        QTEST(readBytes("order_id;total\n1;" + cell + "\n", options).records.front(), "record");
    }

    void decidesTheDecimalMark() {
        QByteArray bytes = "order_id\tline\tquantity\n";
        for (int i = 1; i <= beyondTheSample; ++i)
            bytes += "1\t" + QByteArray::number(i) + "\t1,250\n";
        QVERIFY(readBytes(bytes, {}).records.front().endsWith(QStringLiteral("quantity=1250")));
        bytes += "2\t1\t1,5\n";
        const ReadTable table = readBytes(bytes, {});
        QCOMPARE(table.rejected, QStringList());
        QVERIFY(table.records.front().endsWith(QStringLiteral("quantity=1.25")));
    }

    void readsUtcByTheHeader() {
        ReadingOptions options;
        options.timeZone = QTimeZone("America/New_York");
        options.preset = QStringLiteral("stripe-payments");
        const ReadTable table = readBytes(
            "id,Amount,Amount Refunded,Created (UTC)\nch_1,5.00,0.00,2025-10-07 09:50\n", options);
        QCOMPARE(table.records, QStringList("payment ch_1; at=2025-10-07T09:50:00Z; amount=5.00"));
    }

    void keepsPrivateColumnsOutOfRejectedRows() {
        ReadingOptions options;
        options.preset = QStringLiteral("stripe-payments");
        const ReadTable table = readBytes(
            "id,Amount,Captured,Card Name,Card Last4\nch_1,much,true,Ada,4242\n", options);
        QCOMPARE(table.rejectedRows.size(), size_t(1));
        QCOMPARE(table.rejectedRows.front().row, QStringList({"ch_1", "much", "true", "", ""}));
    }

    void joinsRowsOfARecord() {
        RecordJoiner joiner;
        joiner.add(order(QStringLiteral("1"), 100));
        joiner.add(order(QStringLiteral("2"), 5));
        ImportedRecord later = order(QStringLiteral("1"), 20);
        later.fields.set(Field::Status, QStringLiteral("paid"));
        later.parties.push_back({PartyRole::Buyer, {}});
        joiner.add(later);
        QVERIFY(joiner.takeOldest().empty());
        const auto records = joiner.takeAll();
        QCOMPARE(records.size(), size_t(2));
        QCOMPARE(toString(*records[0].fields.money(Field::Total)), "0.20 EUR");
        QCOMPARE(records[0].fields.text(Field::Status), "paid");
        QCOMPARE(records[0].parties.size(), size_t(1));
        QCOMPARE(toString(*records[1].fields.money(Field::Total)), "0.05 EUR");
        QVERIFY(joiner.takeAll().empty());
    }

    void givesOutTheOldestOfMany() {
        RecordJoiner joiner(2);
        for (const char* key : {"1", "2", "3"})
            joiner.add(order(QLatin1String(key), 100));
        const auto oldest = joiner.takeOldest();
        QCOMPARE(oldest.size(), size_t(1));
        QCOMPARE(oldest.front().key, "1");
        joiner.add(order(QStringLiteral("1"), 7));
        QCOMPARE(joiner.takeAll().size(), size_t(3));
    }
};

QTEST_GUILESS_MAIN(CsvLearningTest)
#include "csv_learning_test.moc"

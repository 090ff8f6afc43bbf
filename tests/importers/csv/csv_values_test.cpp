// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/csv/values.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::importers;

Q_DECLARE_METATYPE(goodfaith::importers::DecimalMark)
Q_DECLARE_METATYPE(goodfaith::importers::DateOrder)

class CsvValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAmounts_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<DecimalMark>("mark");
        QTest::addColumn<QString>("amount");  // "" for none
        const auto row = [](const char* cell, const char* amount,
                            DecimalMark mark = DecimalMark::Unknown) {
            const QString name = QString::fromUtf8(cell) + QString::number(static_cast<int>(mark));
            QTest::newRow(name.toUtf8().constData())
                << QString::fromUtf8(cell) << mark << QString::fromLatin1(amount);
        };
        row("19.99", "19.99 EUR");
        row("19,99", "19.99 EUR");
        row("0", "0.00 EUR");
        row(".5", "0.50 EUR");
        row("5.", "5.00 EUR");
        row("1234567", "1234567.00 EUR");
        row("1,234.50", "1234.50 EUR");
        row("1.234,50", "1234.50 EUR");
        row("1 234,50", "1234.50 EUR");
        row("1\u00A0234,50", "1234.50 EUR");
        row("1'234.50", "1234.50 EUR");
        row("1.234.567", "1234567.00 EUR");
        row("12,34,567.80", "1234567.80 EUR");
        row("1,234", "1234.00 EUR");
        row("1,234", "1234.00 EUR", DecimalMark::Point);
        row("1,234", "", DecimalMark::Comma);
        row("1.234", "1234.00 EUR", DecimalMark::Comma);
        row("1.234", "", DecimalMark::Point);
        row("1.234", "");
        row("0.500", "0.50 EUR");
        row("12.50", "12.50 EUR", DecimalMark::Comma);
        row("-5.00", "-5.00 EUR");
        row("5.00-", "-5.00 EUR");
        row("\u22125.00", "-5.00 EUR");
        row("(5.00)", "-5.00 EUR");
        row("+5", "5.00 EUR");
        row("€5.00", "5.00 EUR");
        row("€ 5,00", "5.00 EUR");
        row("116,99 €", "116.99 EUR");
        row("-£5.00", "-5.00 GBP");
        row("£-5.00", "-5.00 GBP");
        row("(£5.00)", "-5.00 GBP");
        row("$1299", "1299.00 USD");
        row("5.00 USD", "5.00 USD");
        row("CHF 5.00", "5.00 CHF");
        row("Fr. 5.00", "5.00 CHF");
        row("5 zł", "5.00 PLN");
        row("¥500", "500 JPY");
        row("", "");
        row("-", "");
        row(".", "");
        row("1.2.3", "");
        row("1,23,4.5", "");
        row("12a", "");
        row("1e5", "");
        row("five", "");
        row("5 5", "");
        row("99999999999999999999", "");
    }
    void readsAmounts() {
        QFETCH(QString, cell);
        QFETCH(DecimalMark, mark);
        QFETCH(QString, amount);
        const auto reading = readAmount(cell, mark, Currency(), *Currency::fromCode(u"EUR"));
        QCOMPARE(reading.value ? toString(*reading.value) : QString(), amount);
        QCOMPARE(reading.reason.isEmpty(), reading.value.has_value());
    }

    void takesTheRowsCurrency() {
        const Currency canadian = *Currency::fromCode(u"CAD");
        QCOMPARE(readAmount(u"$5", {}, canadian, {}).value->currency, canadian);
        QCOMPARE(readAmount(u"$5", {}, {}, canadian).value->currency, canadian);
        QCOMPARE(readAmount(u"5", {}, canadian, {}).value->currency, canadian);
        QVERIFY(!readAmount(u"€5", {}, canadian, {}).value);
        QVERIFY(readAmount(u"5", {}, {}, {}).value->currency.isNone());
    }

    void knowsDecimalMarks_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<DecimalMark>("mark");
        QTest::newRow("1.5") << "1.5" << DecimalMark::Point;
        QTest::newRow("1,5") << "1,5" << DecimalMark::Comma;
        QTest::newRow("1,234") << "1,234" << DecimalMark::Unknown;
        QTest::newRow("0,234") << "0,234" << DecimalMark::Comma;
        QTest::newRow("1.234,5") << "1.234,5" << DecimalMark::Comma;
        QTest::newRow("1.234.567") << "1.234.567" << DecimalMark::Comma;
        QTest::newRow("12 €") << "12 €" << DecimalMark::Unknown;
        QTest::newRow("12,50 €") << "12,50 €" << DecimalMark::Comma;
        QTest::newRow("text") << "a,b" << DecimalMark::Unknown;
    }
    void knowsDecimalMarks() {
        QFETCH(QString, cell);
        QTEST(decimalMarkOf(cell), "mark");
    }

    void readsSeconds_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<qint64>("seconds");  // -1 for none
        QTest::newRow("95") << "95" << qint64(95);
        QTest::newRow("0") << "0" << qint64(0);
        QTest::newRow("95.0") << "95.0" << qint64(95);
        QTest::newRow("1:35") << "1:35" << qint64(95);
        QTest::newRow("00:01:35") << "00:01:35" << qint64(95);
        QTest::newRow("27:00:00") << "27:00:00" << qint64(97200);
        QTest::newRow("-5") << "-5" << qint64(-1);
        QTest::newRow("1:75") << "1:75" << qint64(-1);
        QTest::newRow("long") << "long" << qint64(-1);
        QTest::newRow("huge") << "99999999999999999999" << qint64(-1);
    }
    void readsSeconds() {
        QFETCH(QString, cell);
        QTEST(readSeconds(cell).value.value_or(-1), "seconds");
    }

    void readsTimes_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<DateOrder>("order");
        QTest::addColumn<QString>("time");  // "" for none
        const auto row = [](const char* cell, const char* time,
                            DateOrder order = DateOrder::Unknown) {
            const QByteArray name = QByteArray(cell) + QByteArray::number(static_cast<int>(order));
            QTest::newRow(name.constData())
                << QString::fromLatin1(cell) << order << QString::fromLatin1(time);
        };
        row("2024-03-01", "2024-02-29T23:00:00Z");
        row("2024-03-01T09:30", "2024-03-01T08:30:00Z");
        row("2024-03-01T09:30:15", "2024-03-01T08:30:15Z");
        row("2024-03-01 09:30:15", "2024-03-01T08:30:15Z");
        row("2024-03-01T09:30:15Z", "2024-03-01T09:30:15Z");
        row("2024-03-01T09:30:15.25Z", "2024-03-01T09:30:15.250Z");
        row("2024-03-01T09:30:15+05:45", "2024-03-01T03:45:15Z");
        row("2025-10-07 09:50:26 +0200", "2025-10-07T07:50:26Z");
        row("2024-03-01 09:30:15 UTC", "2024-03-01T09:30:15Z");
        row("2024-07-01 09:30:15", "2024-07-01T07:30:15Z");
        // The clock was put forward from 2:00, and back from 3:00.
        row("2024-03-31 02:30:00", "2024-03-31T01:30:00Z");
        row("2024-10-27 02:30:00", "2024-10-27T00:30:00Z");
        row("2024/03/01 09:30", "2024-03-01T08:30:00Z");
        row("01.03.2024 09:30", "2024-03-01T08:30:00Z");
        row("1.3.2024", "2024-02-29T23:00:00Z");
        row("31/12/2024", "2024-12-30T23:00:00Z");
        row("12/31/2024 1:05 PM", "2024-12-31T12:05:00Z");
        row("12/31/2024 12:05 AM", "2024-12-30T23:05:00Z");
        row("03/04/2024", "");
        row("03/04/2024", "2024-04-02T22:00:00Z", DateOrder::DayFirst);
        row("03/04/2024", "2024-03-03T23:00:00Z", DateOrder::MonthFirst);
        row("31/12/2024", "", DateOrder::MonthFirst);
        row("03-04-2024", "2024-04-02T22:00:00Z", DateOrder::DayFirst);
        row("03/04/24", "2024-04-02T22:00:00Z", DateOrder::DayFirst);
        row("24/04/03", "2024-04-02T22:00:00Z", DateOrder::YearFirst);
        row("2024-04-03", "2024-04-02T22:00:00Z", DateOrder::DayFirst);
        row("03/04/24", "");
        row("", "");
        row("0000-00-00", "");
        row("0000-00-00 00:00:00", "");
        row("2023-02-29", "");
        row("2024-03-01T25:00:00", "");
        row("2024-03-01T09:30:15Zx", "");
        row("1969-12-31", "");
        row("2101-01-01", "");
        row("20240301", "");
        row("45352", "");
        row("soon", "");
    }
    void readsTimes() {
        QFETCH(QString, cell);
        QFETCH(DateOrder, order);
        QFETCH(QString, time);
        TimeReader reader(QTimeZone("Europe/Berlin"), order);
        const auto reading = reader.read(cell);
        QCOMPARE(reading.value ? toIsoUtc(*reading.value) : QString(), time);
        QCOMPARE(reading.reason.isEmpty(), reading.value.has_value());
    }

    // The short way to an offset has to say what the long one says, over all changes of the clock.
    void agreesWithTheCalendar_data() {
        QTest::addColumn<QByteArray>("zone");
        for (const char* zone : {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu",
                                 "Australia/Lord_Howe", "Pacific/Apia"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void agreesWithTheCalendar() {
        QFETCH(QByteArray, zone);
        const QTimeZone local(zone);
        TimeReader reader(local, DateOrder::Unknown);
        QDateTime moment(QDate(2011, 1, 1), QTime(0, 15, 0), QTimeZone::utc());
        for (int i = 0; i < 3000; ++i) {
            const QString text = moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
            QCOMPARE(reader.read(text).value, parseIso(text, local));
            moment = moment.addSecs(3 * 3600 + 60);
        }
    }
};

QTEST_GUILESS_MAIN(CsvValuesTest)
#include "csv_values_test.moc"

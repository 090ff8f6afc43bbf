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
        row("AU $40.00", "40.00 AUD");
        row("C $40.00", "40.00 CAD");
        row("-US $40.00", "-40.00 USD");
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
                << QString::fromUtf8(cell) << order << QString::fromLatin1(time);
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
        row("10/25/25", "2025-10-24T22:00:00Z");
        row("25/12/10", "");
        row("69-01-02", "2069-01-01T23:00:00Z", DateOrder::YearFirst);
        row("70-01-02", "1970-01-01T23:00:00Z", DateOrder::YearFirst);
        row("Oct 7, 2025, 9:50:26 AM", "2025-10-07T07:50:26Z");
        row("Oct 07, 2025, 21:50:26", "2025-10-07T19:50:26Z");
        row("October 7th 2025 at 9:50 p.m.", "2025-10-07T19:50:00Z");
        row("Dec-10-25", "2025-12-09T23:00:00Z");
        row("10-Dez-25", "2025-12-09T23:00:00Z");
        row("3. M\u00e4rz 2025 08:00", "2025-03-03T07:00:00Z");
        row("3-Mrz-25", "2025-03-02T23:00:00Z");
        row("1er f\u00e9vrier 2025", "2025-01-31T23:00:00Z");
        row("7 ao\u00fbt 2025 \u00e0 10:00", "2025-08-07T08:00:00Z");
        row("7 d\u00e9c. 2025", "2025-12-06T23:00:00Z");
        row("7 de octubre de 2025", "2025-10-06T22:00:00Z");
        row("7 set 2025", "2025-09-06T22:00:00Z");
        row("7 mei 2025", "2025-05-06T22:00:00Z");
        row("07/Oct/2025 09:50:26 +0200", "2025-10-07T07:50:26Z");
        row("Tue, 07 Oct 2025 09:50:26 +0000", "2025-10-07T09:50:26Z");
        row("Tue, 07 Oct 2025 09:50:26 -0700 (PDT)", "2025-10-07T16:50:26Z");
        row("Tuesday, October 7, 2025", "2025-10-06T22:00:00Z");
        row("Fri 10/17/2025 9:50 AM", "2025-10-17T07:50:00Z");
        row("10/17/2025 09:50:26 PDT", "2025-10-17T16:50:26Z");
        row("17.10.2025 09:50:26 MESZ", "2025-10-17T07:50:26Z");
        row("17.10.2025 09:50:26 GMT+3", "2025-10-17T06:50:26Z");
        row("2025-10-17 09:50:26 America/Los_Angeles", "2025-10-17T16:50:26Z");
        row("2025-10-17 09:50 UTC", "2025-10-17T09:50:00Z");
        row("2025-10-17 UTC", "2025-10-17T00:00:00Z");
        row("2025-10-17T09:50:26Z UTC", "2025-10-17T09:50:26Z");
        row("Oct 7, 2025, 9:50:26\u202fAM", "2025-10-07T07:50:26Z");
        row("17.10.2025 09:50 IST", "");
        row("Foo 7, 2025", "");
        row("31 Feb 2025", "");
        row("Oct 7, 2025, 13:50 PM", "");
        row("2025-10-17 09:50 soon", "");
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

    void knowsMonthsInLanguages_data() {
        QTest::addColumn<QString>("names");
        QTest::newRow("en") << "jan feb mar apr may jun jul aug sep oct nov dec";
        QTest::newRow("de") << "Jan. Feb. M\u00e4rz Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.";
        QTest::newRow("fr")
            << "janv. f\u00e9vr. mars avr. mai juin juil. ao\u00fbt sept. oct. nov. "
               "d\u00e9c.";
        QTest::newRow("es")
            << "enero febrero marzo abril mayo junio julio agosto septiembre octubre "
               "noviembre diciembre";
        QTest::newRow("it") << "gen feb mar apr mag giu lug ago set ott nov dic";
        QTest::newRow("nl") << "jan feb mrt apr mei jun jul aug sep okt nov dec";
        QTest::newRow("pt") << "jan fev mar abr mai jun jul ago set out nov dez";
    }
    void knowsMonthsInLanguages() {
        QFETCH(QString, names);
        TimeReader reader(QTimeZone::utc(), DateOrder::Unknown);
        int month = 0;
        for (const QString& name : names.split(u' ')) {
            const auto time = reader.read(QString(u"5 " + name + u" 2025")).value;
            QVERIFY2(time, qPrintable(name));
            QCOMPARE(dayOf(*time, QTimeZone::utc()), QDate(2025, ++month, 5));
        }
    }

    void notesChangesOfTheClock_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<int>("note");
        QTest::newRow("gap") << "2024-03-31 02:30:00" << static_cast<int>(ClockNote::Gap);
        QTest::newRow("before the gap")
            << "2024-03-31 01:59:59" << static_cast<int>(ClockNote::None);
        QTest::newRow("behind the gap")
            << "2024-03-31 03:00:00" << static_cast<int>(ClockNote::None);
        QTest::newRow("fold") << "2024-10-27 02:30:00" << static_cast<int>(ClockNote::Fold);
        QTest::newRow("before the fold")
            << "2024-10-27 01:59:59" << static_cast<int>(ClockNote::None);
        QTest::newRow("behind the fold")
            << "2024-10-27 03:00:00" << static_cast<int>(ClockNote::None);
        QTest::newRow("with an offset")
            << "2024-10-27 02:30:00 CET" << static_cast<int>(ClockNote::None);
        QTest::newRow("named zone")
            << "2024-11-03 01:30:00 America/New_York" << static_cast<int>(ClockNote::Fold);
    }
    void notesChangesOfTheClock() {
        QFETCH(QString, cell);
        TimeReader reader(QTimeZone("Europe/Berlin"), DateOrder::Unknown);
        QVERIFY(reader.read(cell).value);
        QTEST(static_cast<int>(reader.note()), "note");
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

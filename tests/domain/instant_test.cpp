// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/instant.h"

#include <QTest>

using namespace goodfaith;

class InstantTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsIso_data();
    void readsIso();
    void readsADateAsTheEndOfItsDay_data();
    void readsADateAsTheEndOfItsDay();
    void boundsDays_data();
    void boundsDays();
    void goesMonthsBack_data();
    void goesMonthsBack();
    void printsWhatItReads();
};

namespace {

QString isoOf(std::optional<Instant> instant) {
    return instant ? toIsoUtc(*instant) : QString();
}

QTimeZone zoneOf(const QString& name) {
    return QTimeZone(name.toLatin1());
}

}  // namespace

void InstantTest::readsIso_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("utc");  // "": refused
    const auto row = [](const char* name, const char* text, const char* utc,
                        const char* zone = "Europe/Berlin") {
        QTest::newRow(name) << text << zone << utc;
    };
    row("offset", "2024-03-01T09:30:00+01:00", "2024-03-01T08:30:00Z");
    row("negative offset", "2024-03-01T09:30:00-0530", "2024-03-01T15:00:00Z");
    row("offset of hours", "2024-03-01T09:30:00+02", "2024-03-01T07:30:00Z");
    row("zulu", "2024-03-01T09:30:00Z", "2024-03-01T09:30:00Z");
    row("UTC in words", "2024-03-01 09:30:00 UTC", "2024-03-01T09:30:00Z");
    row("winter", "2024-03-01T09:30", "2024-03-01T08:30:00Z");
    row("summer", "2024-07-01 09:30:15", "2024-07-01T07:30:15Z");
    row("milliseconds", "2024-07-01T09:30:15.25", "2024-07-01T07:30:15.250Z");
    row("nanoseconds are cut", "2024-07-01T09:30:15.123999999", "2024-07-01T07:30:15.123Z");
    row("a decimal comma", "2024-07-01T09:30:15,5Z", "2024-07-01T09:30:15.500Z");
    row("a bare date", "2024-07-01", "2024-06-30T22:00:00Z");
    row("blanks around", " 2024-07-01 ", "2024-06-30T22:00:00Z");
    row("in the gap: forward", "2024-03-31T02:30:00", "2024-03-31T01:30:00Z");
    row("before the gap", "2024-03-31T01:59:59", "2024-03-31T00:59:59Z");
    row("after the gap", "2024-03-31T03:00:00", "2024-03-31T01:00:00Z");
    row("in the fold: the first", "2024-10-27T02:30:00", "2024-10-27T00:30:00Z");
    row("before the fold", "2024-10-27T01:59:59", "2024-10-26T23:59:59Z");
    row("after the fold", "2024-10-27T03:00:00", "2024-10-27T02:00:00Z");
    row("the gap of New York", "2024-03-10T02:30:00", "2024-03-10T07:30:00Z", "America/New_York");
    row("the fold of New York", "2024-11-03T01:30:00", "2024-11-03T05:30:00Z", "America/New_York");
    row("half an hour of Lord Howe", "2024-10-06T02:15:00", "2024-10-05T15:45:00Z",
        "Australia/Lord_Howe");
    row("a day without a midnight", "2018-11-04", "2018-11-04T03:00:00Z", "America/Sao_Paulo");
    row("a leap day", "2024-02-29", "2024-02-28T23:00:00Z");
    row("no leap day", "2023-02-29", "");
    row("month 13", "2023-13-01", "");
    row("hour 24", "2023-01-01T24:00:00", "");
    row("minute 60", "2023-01-01T10:60:00", "");
    row("offset too great", "2023-01-01T10:00:00+16:00", "");
    row("offset of 60 minutes", "2023-01-01T10:00:00+01:60", "");
    row("trailing characters", "2023-01-01T10:00:00Zx", "");
    row("a line feed within", "2023-01-01\n10:00:00", "");
    row("no digits of ours", "٢٠٢٤-٠٧-٠١", "");
    row("too early", "1899-12-31", "");
    row("the first year", "1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z");
    row("the last year", "2200-12-31T23:59:59Z", "2200-12-31T23:59:59Z");
    row("too late", "2201-01-01", "");
    row("nothing", "", "");
    row("words", "yesterday", "");
}

void InstantTest::readsIso() {
    QFETCH(QString, text);
    QFETCH(QString, zone);
    QTEST(isoOf(parseIso(text, zoneOf(zone))), "utc");
}

void InstantTest::readsADateAsTheEndOfItsDay_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("utc");
    QTest::newRow("an instant") << "2024-07-01T10:00:00Z"
                                << "Europe/Berlin"
                                << "2024-07-01T10:00:00Z";
    QTest::newRow("a date") << "2024-07-01"
                            << "Europe/Berlin"
                            << "2024-07-01T21:59:59.999Z";
    QTest::newRow("a day of 23 hours") << "2024-03-31"
                                       << "Europe/Berlin"
                                       << "2024-03-31T21:59:59.999Z";
    QTest::newRow("a day of 25 hours") << "2024-10-27"
                                       << "Europe/Berlin"
                                       << "2024-10-27T22:59:59.999Z";
    QTest::newRow("the day before a missing midnight") << "2018-11-03"
                                                       << "America/Sao_Paulo"
                                                       << "2018-11-04T02:59:59.999Z";
    QTest::newRow("the day before a missing day") << "2011-12-29"
                                                  << "Pacific/Apia"
                                                  << "2011-12-30T09:59:59.999Z";
    QTest::newRow("no date") << "2024-02-30"
                             << "Europe/Berlin"
                             << "";
}

void InstantTest::readsADateAsTheEndOfItsDay() {
    QFETCH(QString, text);
    QFETCH(QString, zone);
    QTEST(isoOf(parseAsOf(text, zoneOf(zone))), "utc");
}

void InstantTest::boundsDays_data() {
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDate>("day");
    QTest::newRow("23 hours") << "Europe/Berlin" << QDate(2024, 3, 31);
    QTest::newRow("25 hours") << "Europe/Berlin" << QDate(2024, 10, 27);
    QTest::newRow("no midnight") << "America/Sao_Paulo" << QDate(2018, 11, 4);
    QTest::newRow("two midnights") << "America/Havana" << QDate(2024, 11, 3);
    QTest::newRow("midnight in a gap that began before") << "America/Toronto" << QDate(1919, 3, 31);
    QTest::newRow("far east") << "Pacific/Kiritimati" << QDate(2024, 1, 1);
    QTest::newRow("quarter hours") << "Asia/Kathmandu" << QDate(2024, 1, 1);
}

void InstantTest::boundsDays() {
    QFETCH(QString, zone);
    QFETCH(QDate, day);
    const QTimeZone its = zoneOf(zone);
    QCOMPARE(dayOf(startOfDay(day, its), its), day);
    QCOMPARE(dayOf(endOfDay(day, its), its), day);
    QCOMPARE(dayOf(startOfDay(day, its) - Duration(1), its), day.addDays(-1));
    QCOMPARE(dayOf(endOfDay(day, its) + Duration(1), its), day.addDays(1));
}

void InstantTest::goesMonthsBack_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("months");
    QTest::addColumn<QString>("to");
    QTest::newRow("a month") << "2024-05-15T10:00:00Z" << 1 << "2024-04-15T10:00:00Z";
    QTest::newRow("to a shorter month") << "2024-03-31T10:00:00Z" << 1 << "2024-02-29T10:00:00Z";
    QTest::newRow("from its end, not to the end")
        << "2024-02-29T10:00:00Z" << 1 << "2024-01-29T10:00:00Z";
    QTest::newRow("two years from a leap day")
        << "2024-02-29T10:00:00Z" << 24 << "2022-02-28T10:00:00Z";
    QTest::newRow("none") << "2024-02-29T10:00:00Z" << 0 << "2024-02-29T10:00:00Z";
}

void InstantTest::goesMonthsBack() {
    QFETCH(QString, from);
    QFETCH(int, months);
    QTEST(toIsoUtc(monthsBefore(*parseIso(from, QTimeZone::utc()), months)), "to");
}

void InstantTest::printsWhatItReads() {
    for (const qint64 millis : {0LL, 1LL, 999LL, 1000LL, -1LL, -86400000LL, 4102444800123LL}) {
        const Instant instant = instantFromMillis(millis);
        QCOMPARE(parseIso(toIsoUtc(instant), QTimeZone("Asia/Tokyo")), instant);
    }
}

QTEST_APPLESS_MAIN(InstantTest)
#include "instant_test.moc"

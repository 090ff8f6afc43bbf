// SPDX-License-Identifier: GPL-3.0-or-later
// Time in open hours: over nights, lunch, weekends, holidays and changes of the clocks. Moments are
// written as wall-clock times of the zone, "2026-11-20 16:30"; with an offset where that is not
// enough.
#include "models/domain/business_calendar.h"

#include "models/domain/failure.h"

#include <QTest>

#include <random>

using namespace goodfaith;
using namespace std::chrono_literals;

namespace {

const auto nineToFive = QStringLiteral("Mon-Fri 09:00-17:00");
const auto withLunch = QStringLiteral("Mon-Fri 09:00-12:30 13:00-17:00; Sat 10:00-14:00");

BusinessCalendar calendarOf(const QString& hours, const QString& holidays = {},
                            const char* zone = "Europe/Berlin") {
    return BusinessCalendar(weekHoursFrom(hours), holidaysFrom(holidays), QTimeZone(zone));
}

Instant at(const QString& text, const BusinessCalendar& calendar) {
    return parseIso(text, calendar.zone()).value();
}

QString shown(Instant instant, const BusinessCalendar& calendar) {
    return toLocal(instant, calendar.zone()).toString(QStringLiteral("ddd yyyy-MM-dd HH:mm"));
}

int minutesOf(Duration duration) {
    return int(std::chrono::duration_cast<std::chrono::minutes>(duration).count());
}

}  // namespace

class BusinessCalendarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measures_data();
    void measures();
    void adds_data();
    void adds();
    void knowsWhenItIsOpen_data();
    void knowsWhenItIsOpen();
    void closes_data();
    void closes();
    void isAdditiveAndInvertible_data();
    void isAdditiveAndInvertible();
    void agreesWithCountingMinutes();
};

void BusinessCalendarTest::measures_data() {
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QString>("holidays");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("minutes");
    const auto row = [](const char* name, const QString& hours, const char* holidays,
                        const char* zone, const char* from, const char* to, int minutes) {
        QTest::newRow(name) << hours << QString::fromLatin1(holidays) << QString::fromLatin1(zone)
                            << QString::fromLatin1(from) << QString::fromLatin1(to) << minutes;
    };
    const auto berlin = "Europe/Berlin";
    row("within a day", nineToFive, "", berlin, "2026-11-18 10:00", "2026-11-18 11:30", 90);
    row("over a night", nineToFive, "", berlin, "2026-11-18 16:00", "2026-11-19 10:00", 120);
    row("over a weekend", nineToFive, "", berlin, "2026-11-20 16:30", "2026-11-23 09:30", 60);
    row("both outside hours", nineToFive, "", berlin, "2026-11-20 18:00", "2026-11-21 12:00", 0);
    row("both in one night", nineToFive, "", berlin, "2026-11-18 22:00", "2026-11-19 06:00", 0);
    row("backwards", nineToFive, "", berlin, "2026-11-19 12:00", "2026-11-18 12:00", 0);
    row("no time at all", nineToFive, "", berlin, "2026-11-18 12:00", "2026-11-18 12:00", 0);
    row("over lunch", withLunch, "", berlin, "2026-11-18 12:00", "2026-11-18 13:30", 60);
    row("within lunch", withLunch, "", berlin, "2026-11-18 12:35", "2026-11-18 12:55", 0);
    row("beyond the decades counted up", nineToFive, "", berlin, "2050-11-16 16:00",
        "2050-11-17 10:00", 120);
    row("over their end", nineToFive, "", berlin, "2039-12-30 16:00", "2040-01-02 10:00", 120);
    row("before them", nineToFive, "", berlin, "1995-03-01 16:00", "1995-03-02 10:00", 120);
    row("a whole week", withLunch, "", berlin, "2026-11-16 00:00", "2026-11-23 00:00",
        5 * 450 + 240);
    row("a holiday by date", nineToFive, "2026-11-19", berlin, "2026-11-18 16:00",
        "2026-11-20 10:00", 120);
    row("Christmas and the new year", nineToFive, "12-25, 12-26, 01-01", berlin, "2026-12-24 16:00",
        "2027-01-04 10:00", 60 + 4 * 480 + 60);
    row("Easter", nineToFive, "easter-2, easter+1", berlin, "2026-04-02 16:00", "2026-04-07 10:00",
        120);
    row("ten years", nineToFive, "", "UTC", "2016-01-01 00:00", "2026-01-01 00:00", 2609 * 480);
    // 25 October 2026: an hour twice; 29 March 2026: an hour missing.
    row("autumn by night", nineToFive, "", berlin, "2026-10-23 16:00", "2026-10-26 10:00", 120);
    row("spring by night", nineToFive, "", berlin, "2026-03-27 16:00", "2026-03-30 10:00", 120);
    row("open through the hour that comes twice", QStringLiteral("Sun 00:00-24:00"), "", berlin,
        "2026-10-24 12:00", "2026-10-26 12:00", 25 * 60);
    row("open through the hour that is missing", QStringLiteral("Sun 00:00-24:00"), "", berlin,
        "2026-03-28 12:00", "2026-03-30 12:00", 23 * 60);
    row("only in the missing hour", QStringLiteral("Sun 02:00-03:00"), "", berlin,
        "2026-03-28 12:00", "2026-03-30 12:00", 0);
    row("New York in autumn", QStringLiteral("Sun 00:00-24:00"), "", "America/New_York",
        "2026-10-31 12:00", "2026-11-02 12:00", 25 * 60);
    row("New York in spring", QStringLiteral("Sun 00:00-24:00"), "", "America/New_York",
        "2026-03-07 12:00", "2026-03-09 12:00", 23 * 60);
    row("Kathmandu", nineToFive, "", "Asia/Kathmandu", "2026-11-20T10:45:00Z",
        "2026-11-23T03:45:00Z", 60);
    row("Kathmandu when Berlin changes", nineToFive, "", "Asia/Kathmandu", "2026-10-23 16:00",
        "2026-10-26 10:00", 120);
    row("a day that Samoa skipped", QStringLiteral("Fri 00:00-24:00"), "", "Pacific/Apia",
        "2011-12-29 12:00", "2012-01-02 12:00", 0);
}

void BusinessCalendarTest::measures() {
    QFETCH(QString, hours);
    QFETCH(QString, holidays);
    QFETCH(QString, zone);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto calendar = calendarOf(hours, holidays, zone.toLatin1().constData());
    QTEST(minutesOf(calendar.businessTime(at(from, calendar), at(to, calendar))), "minutes");
}

void BusinessCalendarTest::adds_data() {
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QString>("holidays");
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("reached");
    const auto row = [](const char* name, const QString& hours, const char* holidays,
                        const char* start, int minutes, const char* reached) {
        QTest::newRow(name) << hours << QString::fromLatin1(holidays) << QString::fromLatin1(start)
                            << minutes << QString::fromLatin1(reached);
    };
    row("Friday 16:30 and an hour", nineToFive, "", "2026-11-20 16:30", 60, "Mon 2026-11-23 09:30");
    row("to the close", nineToFive, "", "2026-11-20 16:00", 60, "Fri 2026-11-20 17:00");
    row("nothing", nineToFive, "", "2026-11-21 12:00", 0, "Sat 2026-11-21 12:00");
    row("less than nothing", nineToFive, "", "2026-11-21 12:00", -5, "Sat 2026-11-21 12:00");
    row("from outside", nineToFive, "", "2026-11-21 12:00", 1, "Mon 2026-11-23 09:01");
    row("before lunch", withLunch, "", "2026-11-18 12:00", 60, "Wed 2026-11-18 13:30");
    row("during lunch", withLunch, "", "2026-11-18 12:45", 60, "Wed 2026-11-18 14:00");
    row("into Saturday", withLunch, "", "2026-11-20 16:30", 60, "Sat 2026-11-21 10:30");
    row("a week of work", nineToFive, "", "2026-11-18 11:00", 5 * 480, "Wed 2026-11-25 11:00");
    row("over Christmas", nineToFive, "12-25,12-28", "2026-12-24 16:30", 60,
        "Tue 2026-12-29 09:30");
    row("over autumn", nineToFive, "", "2026-10-23 16:30", 60, "Mon 2026-10-26 09:30");
    row("over spring", nineToFive, "", "2026-03-27 16:30", 60, "Mon 2026-03-30 09:30");
    row("a year of work", nineToFive, "", "2026-01-01 00:00", 261 * 480, "Thu 2026-12-31 17:00");
}

void BusinessCalendarTest::adds() {
    QFETCH(QString, hours);
    QFETCH(QString, holidays);
    QFETCH(QString, start);
    QFETCH(int, minutes);
    const auto calendar = calendarOf(hours, holidays);
    const Instant reached =
        calendar.addBusinessTime(at(start, calendar), std::chrono::minutes(minutes));
    QTEST(shown(reached, calendar), "reached");
}

void BusinessCalendarTest::knowsWhenItIsOpen_data() {
    QTest::addColumn<QString>("moment");
    QTest::addColumn<bool>("open");
    QTest::newRow("as it opens") << "2026-11-18 09:00" << true;
    QTest::newRow("before") << "2026-11-18 08:59" << false;
    QTest::newRow("at lunch") << "2026-11-18 12:30" << false;
    QTest::newRow("after lunch") << "2026-11-18 13:00" << true;
    QTest::newRow("as it closes") << "2026-11-18 17:00" << false;
    QTest::newRow("Saturday") << "2026-11-21 11:00" << true;
    QTest::newRow("Sunday") << "2026-11-22 11:00" << false;
    QTest::newRow("a holiday") << "2026-12-25 11:00" << false;
    QTest::newRow("the eve") << "2026-12-24 11:00" << true;
}

void BusinessCalendarTest::knowsWhenItIsOpen() {
    QFETCH(QString, moment);
    const auto calendar = calendarOf(withLunch, QStringLiteral("12-25"));
    QTEST(calendar.isOpen(at(moment, calendar)), "open");
}

void BusinessCalendarTest::closes_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("close");
    QTest::addColumn<QDate>("nextWorkingDay");
    QTest::newRow("Friday") << QDate(2026, 11, 20) << "Fri 2026-11-20 17:00" << QDate(2026, 11, 21);
    QTest::newRow("Saturday") << QDate(2026, 11, 21) << "Sat 2026-11-21 14:00"
                              << QDate(2026, 11, 23);
    QTest::newRow("Sunday") << QDate(2026, 11, 22) << "Sun 2026-11-22 23:59" << QDate(2026, 11, 23);
    QTest::newRow("before a holiday")
        << QDate(2026, 12, 24) << "Thu 2026-12-24 17:00" << QDate(2026, 12, 26);
}

void BusinessCalendarTest::closes() {
    QFETCH(QDate, day);
    const auto calendar = calendarOf(withLunch, QStringLiteral("12-25"));
    QTEST(shown(calendar.closeOf(day), calendar), "close");
    QTEST(calendar.workingDayAfter(day), "nextWorkingDay");
}

void BusinessCalendarTest::isAdditiveAndInvertible_data() {
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QString>("zone");
    const QStringList zones{QStringLiteral("Europe/Berlin"), QStringLiteral("America/New_York"),
                            QStringLiteral("Asia/Kathmandu"), QStringLiteral("Pacific/Apia"),
                            QStringLiteral("Australia/Lord_Howe")};
    const QStringList hours{nineToFive, withLunch, QStringLiteral("Mon-Sun 00:00-24:00"),
                            QStringLiteral("Sun 01:30-02:15 02:45-04:00")};
    for (const QString& zone : zones) {
        for (const QString& one : hours)
            QTest::newRow(qUtf8Printable(zone + u' ' + one)) << one << zone;
    }
}

// measure(a, b) + measure(b, c) = measure(a, c), and adding what was measured comes back to an
// instant from which as much has passed.
void BusinessCalendarTest::isAdditiveAndInvertible() {
    QFETCH(QString, hours);
    QFETCH(QString, zone);
    const auto calendar = calendarOf(hours, QStringLiteral("2026-11-19, 12-25, easter+1"),
                                     zone.toLatin1().constData());
    std::mt19937_64 random(20261123);
    const Instant first = at(QStringLiteral("2025-11-01"), calendar);
    std::uniform_int_distribution<qint64> any(0, qint64(500) * 86400000);
    for (int round = 0; round < 200; ++round) {
        std::array<Instant, 3> moments;
        for (Instant& moment : moments)
            moment = first + Duration(any(random));
        std::sort(moments.begin(), moments.end());
        const auto [a, b, c] = moments;
        const Duration measured = calendar.businessTime(a, b);
        QCOMPARE(measured + calendar.businessTime(b, c), calendar.businessTime(a, c));
        const Instant reached = calendar.addBusinessTime(a, measured);
        QVERIFY(reached <= b);
        QCOMPARE(calendar.businessTime(a, reached), measured);
        QVERIFY(measured == Duration::zero() ||
                calendar.businessTime(a, reached - Duration(1)) < measured);
    }
}

void BusinessCalendarTest::agreesWithCountingMinutes() {
    const auto calendar = calendarOf(withLunch, QStringLiteral("2026-10-23"));
    const Instant from = at(QStringLiteral("2026-10-20 07:13"), calendar);
    int counted = 0;
    for (int minute = 0; minute < 8 * 24 * 60; ++minute)
        counted += calendar.isOpen(from + std::chrono::minutes(minute)) ? 1 : 0;
    QCOMPARE(minutesOf(calendar.businessTime(from, from + std::chrono::days(8))), counted);
}

QTEST_APPLESS_MAIN(BusinessCalendarTest)
#include "business_calendar_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/business_hours.h"

#include "models/domain/failure.h"

#include <QTest>

using namespace goodfaith;

class BusinessHoursTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsHours_data();
    void readsHours();
    void refusesHours_data();
    void refusesHours();
    void readsHolidays_data();
    void readsHolidays();
    void refusesHolidays_data();
    void refusesHolidays();
    void findsEaster_data();
    void findsEaster();
};

void BusinessHoursTest::readsHours_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char* name, const char* text, const char* kept) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(kept);
    };
    row("usual", "Mon-Fri 09:00-17:00", "Mon-Fri 09:00-17:00");
    row("lunch", "Mon-Fri 09:00-12:30 13:00-17:00; Sat 10:00-14:00",
        "Mon-Fri 09:00-12:30 13:00-17:00; Sat 10:00-14:00");
    row("hours alone", "mon-fri 9-17", "Mon-Fri 09:00-17:00");
    row("spaces and long dashes", " Mon – Fri  9:00 – 17.30 ;", "Mon-Fri 09:00-17:30");
    row("whole names", "Monday-Wednesday 8-16; friday 8-12",
        "Mon-Wed 08:00-16:00; Fri 08:00-12:00");
    row("a list of days", "Mon, Wed, Fri 9-17",
        "Mon 09:00-17:00; Wed 09:00-17:00; Fri 09:00-17:00");
    row("a list of spans", "Mon 13-17, 9-12", "Mon 09:00-12:00 13:00-17:00");
    row("over the weekend", "Sat-Mon 10-12", "Mon 10:00-12:00; Sat-Sun 10:00-12:00");
    row("to midnight", "Mon-Sun 00:00-24:00", "Mon-Sun 00:00-24:00");
    row("overlapping", "Mon 9-12 11-14 14-15", "Mon 09:00-15:00");
    row("closed", "Mon-Fri 9-17; Sun closed", "Mon-Fri 09:00-17:00");
}

void BusinessHoursTest::readsHours() {
    QFETCH(QString, text);
    QFETCH(QString, kept);
    QCOMPARE(weekHoursText(weekHoursFrom(text)), kept);
    QVERIFY(weekHoursFrom(kept) == weekHoursFrom(text));
}

void BusinessHoursTest::refusesHours_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* text, const char* says) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(says);
    };
    row("never open", "", "nobody is ever there");
    row("always closed", "Mon-Sun closed", "nobody is ever there");
    row("no hours", "Mon-Fri", "expected opening hours");
    row("no days", "09:00-17:00", "expected opening hours");
    row("no such day", "Mon-Fry 9-17", "expected opening hours");
    row("no such hour", "Mon 9-25", "expected opening hours");
    row("no such minute", "Mon 9:60-12", "expected opening hours");
    row("backwards", "Fri 20:00-02:00", "ends before it begins");
    row("half a span", "Mon 9-", "expected opening hours");
    row("words", "always", "expected opening hours");
}

void BusinessHoursTest::refusesHours() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    try {
        weekHoursFrom(text);
        QFAIL("was taken");
    } catch (const Failure& failure) {
        QVERIFY2(failure.message().contains(says), qUtf8Printable(failure.message()));
    }
}

void BusinessHoursTest::readsHolidays_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("isHoliday");
    QTest::newRow("none") << ""
                          << "" << QDate(2026, 12, 25) << false;
    QTest::newRow("by date") << "2026-12-31"
                             << "2026-12-31" << QDate(2026, 12, 31) << true;
    QTest::newRow("of that year only") << "2026-12-31"
                                       << "2026-12-31" << QDate(2027, 12, 31) << false;
    QTest::newRow("of every year") << "12-25,1-1, 12-25"
                                   << "12-25, 01-01" << QDate(2031, 1, 1) << true;
    QTest::newRow("leap day") << "02-29"
                              << "02-29" << QDate(2028, 2, 29) << true;
    QTest::newRow("Good Friday") << "Easter - 2"
                                 << "easter-2" << QDate(2026, 4, 3) << true;
    QTest::newRow("Easter") << "easter"
                            << "easter" << QDate(2027, 3, 28) << true;
    QTest::newRow("Ascension") << "easter+39"
                               << "easter+39" << QDate(2026, 5, 14) << true;
}

void BusinessHoursTest::readsHolidays() {
    QFETCH(QString, text);
    QFETCH(QDate, day);
    const auto holidays = holidaysFrom(text);
    QTEST(holidaysText(holidays), "kept");
    QTEST(std::any_of(holidays.begin(), holidays.end(),
                      [&](const Holiday& holiday) { return holiday.isOn(day); }),
          "isHoliday");
}

void BusinessHoursTest::refusesHolidays_data() {
    QTest::addColumn<QString>("text");
    QStringList allDays;
    for (QDate day(2026, 1, 1); day.year() == 2026; day = day.addDays(1))
        allDays << day.toString(QStringLiteral("MM-dd"));
    QTest::newRow("words") << "Christmas";
    QTest::newRow("no such day") << "2026-02-29";
    QTest::newRow("no such day of any year") << "02-30";
    QTest::newRow("far from Easter") << "easter+200";
    QTest::newRow("every day of the year") << allDays.join(u',');
}

void BusinessHoursTest::refusesHolidays() {
    QFETCH(QString, text);
    QVERIFY_EXCEPTION_THROWN(holidaysFrom(text), Failure);
}

void BusinessHoursTest::findsEaster_data() {
    QTest::addColumn<QDate>("easter");
    for (const QDate& day :
         {QDate(1961, 4, 2), QDate(2000, 4, 23), QDate(2008, 3, 23), QDate(2024, 3, 31),
          QDate(2025, 4, 20), QDate(2026, 4, 5), QDate(2038, 4, 25), QDate(2285, 3, 22)})
        QTest::newRow(qPrintable(QString::number(day.year()))) << day;
}

void BusinessHoursTest::findsEaster() {
    QFETCH(QDate, easter);
    QCOMPARE(easterSunday(easter.year()), easter);
}

QTEST_APPLESS_MAIN(BusinessHoursTest)
#include "business_hours_test.moc"

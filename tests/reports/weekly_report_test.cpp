// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/weekly_report.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::reports;

namespace {

const QTimeZone berlin("Europe/Berlin");

Instant at(const char* text) {
    return *parseIso(QString::fromLatin1(text), berlin);
}

ShopSettings berlinShop() {
    ShopSettings settings;
    settings.timeZone = berlin;
    return settings;
}

CaseOverview caseAt(const char* text, Topic topic = Topic::Late) {
    return {CaseId(1), CustomerId(1), topic, at(text)};
}

WaitOverview waitAt(const char* since, const char* answered,
                    RecordKind kind = RecordKind::Message) {
    return {EventId(1), CustomerId(1), kind, at(since),
            *answered == 0 ? std::nullopt : std::optional<Instant>(at(answered))};
}

QStringList namesIn(const WeeklyReport& report) {
    QStringList names;
    for (const auto& series : report.series)
        names << series.name;
    return names;
}

}  // namespace

class WeeklyReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWeeksOnMondayInTheShopsZone_data();
    void beginsWeeksOnMondayInTheShopsZone();
    void showsWeeksWithoutAnything();
    void namesTheMostFrequentTopics();
    void sharesWhatWasAnsweredInTime();
    void knowsNothingLaterThanAsOf();
    void isEmptyWhereTheSpanIs();
};

void WeeklyReportTest::beginsWeeksOnMondayInTheShopsZone_data() {
    QTest::addColumn<QString>("opened");
    QTest::addColumn<int>("week");  // of those from 18 March 2024; -1: none
    QTest::newRow("the first millisecond") << "2024-03-18T00:00:00" << 0;
    QTest::newRow("before it") << "2024-03-17T23:59:59" << -1;
    QTest::newRow("Sunday night") << "2024-03-24T23:59:59" << 0;
    QTest::newRow("Monday night") << "2024-03-25T00:00:00" << 1;
    QTest::newRow("before summer time") << "2024-03-31T01:59:59" << 1;
    QTest::newRow("the last hour of a week of 167") << "2024-03-31T23:30:00" << 1;
    QTest::newRow("Monday after it") << "2024-04-01T00:00:00" << 2;
    QTest::newRow("in winter again") << "2024-10-27T23:30:00" << 31;
    QTest::newRow("Monday after that") << "2024-10-28T00:00:00" << 32;
}

void WeeklyReportTest::beginsWeeksOnMondayInTheShopsZone() {
    QFETCH(QString, opened);
    QFETCH(int, week);
    const auto report = complaintsPerWeek({caseAt(opened.toLatin1().constData())}, berlinShop(),
                                          at("2024-03-18T00:00:00"), at("2024-11-03T23:59:59"), 5);
    QCOMPARE(report.weeks.size(), size_t(33));
    QCOMPARE(report.weeks.front(), QDate(2024, 3, 18));
    QCOMPARE(report.weeks.back(), QDate(2024, 10, 28));
    QCOMPARE(report.series.size(), size_t(week < 0 ? 0 : 1));
    if (week >= 0)
        QCOMPARE(report.series.front().counts[static_cast<size_t>(week)], 1);
}

void WeeklyReportTest::showsWeeksWithoutAnything() {
    const auto report = complaintsPerWeek({caseAt("2024-01-02T12:00:00")}, berlinShop(),
                                          at("2024-01-01"), at("2024-01-21"), 5);
    QCOMPARE(report.series.front().counts, (std::vector<int>{1, 0, 0}));
    QCOMPARE(report.series.front().values, (std::vector<std::optional<double>>{1., 0., 0.}));
    const auto answers = answeredWithinTarget({}, berlinShop(), at("2024-01-01"), at("2024-01-21"),
                                              at("2024-02-01"));
    QCOMPARE(answers.series.front().values, std::vector<std::optional<double>>(3));
}

void WeeklyReportTest::namesTheMostFrequentTopics() {
    const char* monday = "2024-01-01T10:00:00";
    const std::vector<CaseOverview> cases{
        caseAt(monday, Topic::Damaged), caseAt(monday, Topic::Damaged),
        caseAt(monday, Topic::Billing), caseAt(monday, Topic::NotReceived),
        caseAt(monday, Topic::Other),   caseAt(monday, Topic::Other),
        caseAt(monday, Topic::Other)};
    const auto topics = [&](int most) {
        return namesIn(
                   complaintsPerWeek(cases, berlinShop(), at("2024-01-01"), at("2024-01-07"), most))
            .join(u' ');
    };
    QCOMPARE(topics(2), QStringLiteral("damaged not_received other"));
    QCOMPARE(topics(9), QStringLiteral("damaged not_received billing other"));
    QCOMPARE(topics(0), QStringLiteral("other"));
    const auto report =
        complaintsPerWeek(cases, berlinShop(), at("2024-01-01"), at("2024-01-07"), 2);
    QCOMPARE(report.series.back().counts, std::vector<int>{4});
}

void WeeklyReportTest::sharesWhatWasAnsweredInTime() {
    const std::vector<WaitOverview> waits{
        waitAt("2024-01-01T10:00:00", "2024-01-02T10:00:00"),  // just in time
        waitAt("2024-01-01T10:00:00", "2024-01-02T10:00:01"),  // just not
        waitAt("2024-01-02T10:00:00", ""),                     // past its target
        waitAt("2024-01-10T09:00:00", ""),                     // not yet due
        waitAt("2024-01-03T10:00:00", "2024-01-03T10:00:00", RecordKind::Call),
    };
    const auto report = answeredWithinTarget(waits, berlinShop(), at("2024-01-01"),
                                             at("2024-01-14"), at("2024-01-10T12:00:00"));
    QCOMPARE(namesIn(report), (QStringList{QStringLiteral("written"), QStringLiteral("phone")}));
    QCOMPARE(report.series[0].counts, (std::vector<int>{3, 0}));
    QCOMPARE(*report.series[0].values[0], 1. / 3);
    QVERIFY(!report.series[0].values[1]);
    QCOMPARE(*report.series[1].values[0], 1.);
}

void WeeklyReportTest::knowsNothingLaterThanAsOf() {
    const std::vector<WaitOverview> waits{
        waitAt("2024-01-01T10:00:00", "2024-01-01T12:00:00"),
        waitAt("2024-01-04T10:00:00", "2024-01-04T11:00:00"),
    };
    const auto report = answeredWithinTarget(waits, berlinShop(), at("2024-01-01"),
                                             at("2024-01-21"), at("2024-01-01T11:00:00"));
    QCOMPARE(report.weeks.size(), size_t(3));
    QCOMPARE(report.series[0].counts, (std::vector<int>{0, 0, 0}));
}

void WeeklyReportTest::isEmptyWhereTheSpanIs() {
    const auto report = complaintsPerWeek({caseAt("2024-01-02T12:00:00")}, berlinShop(),
                                          at("2024-02-01"), at("2024-01-01"), 5);
    QVERIFY(report.weeks.empty());
    QVERIFY(report.series.empty());
}

QTEST_APPLESS_MAIN(WeeklyReportTest)
#include "weekly_report_test.moc"

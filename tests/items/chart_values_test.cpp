// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/chart_values.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace goodfaith;
using items::ChartOperation;

namespace {

reports::WeeklyReport report(int weeks, int series, std::optional<double> value, int count) {
    reports::WeeklyReport report;
    for (int week = 0; week < weeks; ++week)
        report.weeks.push_back(QDate(2024, 1, 1).addDays(7 * week));
    for (int one = 0; one < series; ++one)
        report.series.push_back({QStringLiteral("late"),
                                 std::vector<std::optional<double>>(size_t(weeks), value),
                                 std::vector<int>(size_t(weeks), count)});
    return report;
}

}  // namespace

class ChartValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void drawsAtMostSoManyMarks_data() {
        QTest::addColumn<int>("weeks");
        QTest::addColumn<int>("series");
        QTest::addColumn<int>("weeksPerBin");
        QTest::newRow("none") << 0 << 3 << 1;
        QTest::newRow("few") << 26 << 6 << 1;
        QTest::newRow("just enough") << 100 << 5 << 1;
        QTest::newRow("one too many") << 101 << 5 << 2;
        QTest::newRow("ten years") << 520 << 7 << 8;
    }

    void drawsAtMostSoManyMarks() {
        QFETCH(int, weeks);
        QFETCH(int, series);
        const auto values = items::chartValues(report(weeks, series, 1, 1), ChartOperation::Sum);
        QTEST(values.weeksPerBin, "weeksPerBin");
        QVERIFY(values.bins.size() * values.series.size() <= size_t(items::mostMarks));
        double sum = 0;
        for (const auto& one : values.series) {
            for (const auto& value : one.values)
                sum += value.value_or(0);
        }
        QCOMPARE(sum, double(weeks * series));
    }

    void sharesAreWeightedByWhatTheyRestOn() {
        auto weekly = report(501, 1, 0.5, 10);
        weekly.series[0].values[0] = 1.0;
        weekly.series[0].counts[0] = 30;
        const auto values = items::chartValues(weekly, ChartOperation::Share);
        QCOMPARE(values.weeksPerBin, 2);
        QCOMPARE(*values.series[0].values[0], (30 * 1.0 + 10 * 0.5) / 40);
        QCOMPARE(values.series[0].counts[0], 40);
    }

    void unknownStaysUnknown() {
        const auto values =
            items::chartValues(report(3, 1, std::nullopt, 0), ChartOperation::Share);
        QVERIFY(!values.series[0].values[0]);
        QVERIFY(values.isEmpty());
    }

    void tableSaysTheSame() {
        items::ChartTableModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setValues(items::chartValues(report(2, 1, 0.5, 10), ChartOperation::Share));
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("1 Jan 2024"));
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("50% of 10"));
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Late"));
    }
};

QTEST_GUILESS_MAIN(ChartValuesTest)
#include "chart_values_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/statistics.h"

#include <QTest>

#include <random>

using namespace goodfaith;
using namespace goodfaith::scoring;

class StatisticsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Expected values: series of the incomplete gamma function in another language.
    void estimatesRates_data();
    void estimatesRates();
    void reachesFourTimesTheUsual_data();
    void reachesFourTimesTheUsual();
    void knowsHowUnlikely_data();
    void knowsHowUnlikely();
    void findsTheShapeOfSimulatedCounts_data();
    void findsTheShapeOfSimulatedCounts();
    void keepsTheShapeWithinItsBounds();
    void ranksInTheMiddle_data();
    void ranksInTheMiddle();
    void saysUntilWhenWaitsEnd_data();
    void saysUntilWhenWaitsEnd();
    void roundsToSixDecimals();
};

void StatisticsTest::estimatesRates_data() {
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("shape");
    QTest::addColumn<int>("cases");
    QTest::addColumn<int>("orders");
    QTest::addColumn<QList<double>>("expected");
    QTest::newRow("the example of the command line")
        << .06 << 1. << 3 << 14 << QList{0.130435, 0.044554, 0.252837};
    QTest::newRow("no case") << .06 << 1. << 0 << 14 << QList{0.032609, 0.001673, 0.097687};
    QTest::newRow("nothing known") << .06 << 1. << 0 << 0 << QList{0.06, 0.003078, 0.179744};
    QTest::newRow("widely spread") << .02 << .5 << 5 << 5 << QList{0.183333, 0.076247, 0.327919};
    QTest::newRow("narrow") << .1 << 5. << 12 << 40 << QList{0.188889, 0.120357, 0.270013};
    QTest::newRow("between") << .05 << 2.25 << 1 << 3 << QList{0.067708, 0.019758, 0.138899};
}

void StatisticsTest::estimatesRates() {
    QFETCH(double, mean);
    QFETCH(double, shape);
    QFETCH(int, cases);
    QFETCH(int, orders);
    const RateEstimate rate = estimateRate({mean, shape}, cases, orders);
    QTEST((QList{rate.mean, rate.low, rate.high}), "expected");
    QCOMPARE(estimateRate({mean, shape}, cases, orders).low, rate.low);  // as it is remembered
}

// How many claims it takes where nothing else speaks against somebody: rates differ between
// customers by a shape of 0.5 at the widest, and then four never do.
void StatisticsTest::reachesFourTimesTheUsual_data() {
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("shape");
    QTest::addColumn<int>("claims");
    QTest::addColumn<int>("orders");
    QTest::addColumn<bool>("reaches");
    QTest::newRow("four of four, hardly anybody complains") << .0001 << .5 << 4 << 4 << false;
    QTest::newRow("five of five, one in 100 complains") << .01 << .5 << 5 << 5 << true;
    QTest::newRow("five of five, two in 100") << .02 << .5 << 5 << 5 << false;
    QTest::newRow("six of six, three in 100") << .03 << .5 << 6 << 6 << true;
    QTest::newRow("eight of ten, six in 100") << .06 << .5 << 8 << 10 << false;
    QTest::newRow("seven of seven, customers are more alike") << .0001 << 1. << 7 << 7 << false;
    QTest::newRow("eight of eight, so alike, two in 100") << .02 << 1. << 8 << 8 << true;
}

void StatisticsTest::reachesFourTimesTheUsual() {
    QFETCH(double, mean);
    QFETCH(double, shape);
    QFETCH(int, claims);
    QFETCH(int, orders);
    const bool reaches = lowReaches(4 * mean, {mean, shape}, claims, orders);
    QTEST(reaches, "reaches");
}

void StatisticsTest::knowsHowUnlikely_data() {
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("shape");
    QTest::addColumn<int>("cases");
    QTest::addColumn<int>("orders");
    QTest::addColumn<double>("expected");
    QTest::newRow("nine of fourteen") << .06 << 1. << 9 << 14 << 0.000861;
    QTest::newRow("eight of fourteen") << .06 << 1. << 8 << 14 << 0.001887;
    QTest::newRow("widely spread") << .02 << .5 << 3 << 10 << 0.008237;
    QTest::newRow("narrow") << .1 << 5. << 7 << 20 << 0.016407;
    QTest::newRow("none at least") << .06 << 1. << 0 << 14 << 1.;
    QTest::newRow("without an order") << .06 << 1. << 1 << 0 << 0.;
}

void StatisticsTest::knowsHowUnlikely() {
    QFETCH(double, mean);
    QFETCH(double, shape);
    QFETCH(int, cases);
    QFETCH(int, orders);
    QTEST(rounded(tailProbability({mean, shape}, cases, orders)), "expected");
}

namespace {

CustomersByExposure simulated(double shape, double mean, int customers) {
    std::mt19937 random(20240101);
    std::gamma_distribution<double> rates(shape, mean / shape);
    CustomersByExposure exposures;
    for (int i = 0; i < customers; ++i) {
        const int orders = 1 + i % 40;
        std::poisson_distribution<int> cases(rates(random) * orders);
        ++exposures[{orders, cases(random)}];
    }
    return exposures;
}

}  // namespace

void StatisticsTest::findsTheShapeOfSimulatedCounts_data() {
    QTest::addColumn<double>("shape");
    QTest::newRow("wide") << 0.7;
    QTest::newRow("exponential") << 1.0;
    QTest::newRow("narrow") << 3.0;
}

void StatisticsTest::findsTheShapeOfSimulatedCounts() {
    QFETCH(double, shape);
    const double fitted = fittedShape(simulated(shape, 0.1, 40000), 0.1);
    QVERIFY2(std::abs(fitted - shape) < 0.1 * shape, qPrintable(QString::number(fitted)));
}

void StatisticsTest::keepsTheShapeWithinItsBounds() {
    QVERIFY(std::abs(fittedShape(simulated(0.1, 0.1, 5000), 0.1) - 0.5) < 1e-5);
    QVERIFY(std::abs(fittedShape({{{10, 1}, 500}}, 0.1) - 5) < 1e-5);
}

void StatisticsTest::ranksInTheMiddle_data() {
    QTest::addColumn<int>("value");
    QTest::addColumn<double>("percentile");
    QTest::addColumn<int>("quintile");
    QTest::newRow("below all") << 0 << 0. << 1;
    QTest::newRow("least") << 1 << 10. << 1;
    QTest::newRow("shared") << 2 << 40. << 3;
    QTest::newRow("greatest") << 3 << 80. << 5;
    QTest::newRow("above all") << 4 << 100. << 5;
}

void StatisticsTest::ranksInTheMiddle() {
    QFETCH(int, value);
    const double percentile = midRankPercentile(std::vector<int>{1, 2, 2, 3, 3}, value);
    QTEST(percentile, "percentile");
    QTEST(quintileOf(percentile), "quintile");
}

void StatisticsTest::saysUntilWhenWaitsEnd_data() {
    QTest::addColumn<QString>("hours");  // with + where it still goes on
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("expected");  // -1: cannot be said
    QTest::newRow("nothing") << "" << .5 << -1.;
    QTest::newRow("one") << "3" << .5 << 3.;
    QTest::newRow("the middle one") << "9 1 4" << .5 << 4.;
    QTest::newRow("between the middle two") << "1 2 4 9" << .5 << 3.;
    QTest::newRow("p90 of ten") << "1 2 3 4 5 6 7 8 9 10" << .9 << 9.5;
    QTest::newRow("who still waits is not dropped") << "1 2 8+ 9+ 9+" << .5 << -1.;
    // After 2: 3/4; after 4 of three at risk: 1/2, level until 6.
    QTest::newRow("censored between") << "2 3+ 5 6" << .5 << 5.;
    QTest::newRow("by hand") << "1 2+ 3 3 4+ 5" << .5 << 3.;
    QTest::newRow("an end and a still waiting at once") << "2 2+ 4 4" << .25 << 3.;
    QTest::newRow("all still waiting") << "1+ 2+" << .5 << -1.;
    QTest::newRow("level at the end") << "1 2+" << .5 << 1.;
}

void StatisticsTest::saysUntilWhenWaitsEnd() {
    QFETCH(QString, hours);
    QFETCH(double, share);
    std::vector<WaitingTime> waits;
    for (QString text : hours.split(u' ', Qt::SkipEmptyParts)) {
        const bool ended = !text.endsWith(u'+');
        waits.push_back({std::chrono::hours(text.remove(u'+').toInt()), ended});
    }
    const auto found = timeUntilEnded(waits, share);
    QTEST(found ? static_cast<double>(toSeconds(*found)) / 3600 : -1., "expected");
}

void StatisticsTest::roundsToSixDecimals() {
    QCOMPARE(rounded(0.12345678), 0.123457);
    QCOMPARE(rounded(-0.0000001), 0.0);
    QVERIFY(!std::signbit(rounded(-0.0000001)));
}

QTEST_APPLESS_MAIN(StatisticsTest)
#include "statistics_test.moc"

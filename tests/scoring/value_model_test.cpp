// SPDX-License-Identifier: GPL-3.0-or-later
// The models of buying and spending against the figures published for the CDNOW sample: the
// formulas everywhere, the fit where the file is (GOODFAITH_DATA), and on shops simulated here.
#include "models/scoring/buying_model.h"
#include "models/scoring/spending_model.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <random>

using namespace goodfaith;
using namespace goodfaith::scoring;

namespace {

constexpr BuyingModel published{0.2425945, 4.4136019, 0.7929199, 2.4258881};
constexpr SpendingModel publishedSpending{6.25, 3.74, 15.44};

bool isNear(double value, double expected, double tolerance) {
    if (std::abs(value - expected) <= tolerance)
        return true;
    qWarning("%.8f is not within %g of %.8f", value, tolerance, expected);
    return false;
}

struct Sample {
    CustomersByBuying buying;
    CustomersBySpending spending;
    std::vector<BuyingHistory> first;  // rows of the file
    std::vector<SpendingHistory> firstSpending;
};

std::optional<Sample> cdnow() {
    QFile file(qEnvironmentVariable("GOODFAITH_DATA") +
               QStringLiteral("/orders/cdnow-lifetimes/lifetimes/datasets/"
                              "cdnow_customers_summary_with_transactions.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    file.readLine();
    Sample sample;
    while (!file.atEnd()) {
        const auto cells = file.readLine().trimmed().split(',');
        const BuyingHistory buying{cells[1].toInt(), cells[2].toDouble(), cells[3].toDouble()};
        const SpendingHistory spending{buying.repeats, cells[4].toDouble()};
        ++sample.buying[buying];
        if (spending.days > 0 && spending.mean > 0)
            ++sample.spending[spending];
        sample.first.push_back(buying);
        sample.firstSpending.push_back(spending);
    }
    return sample;
}

// A customer of the model: buys after exponential waits, leaves after a purchase by chance.
BuyingHistory drawn(const BuyingModel& model, double observed, std::mt19937& random) {
    const auto gamma = [&](double shape, double scale) {
        return std::gamma_distribution<double>(shape, scale)(random);
    };
    const double rate = gamma(model.r, 1 / model.alpha);
    const double left = gamma(model.a, 1);
    const double leaving = left / (left + gamma(model.b, 1));
    BuyingHistory customer{0, 0, observed};
    std::exponential_distribution<double> wait(rate);
    std::bernoulli_distribution leaves(leaving);
    for (double at = wait(random); at < observed; at += wait(random)) {
        ++customer.repeats;
        customer.last = at;
        if (leaves(random))
            break;
    }
    return customer;
}

}  // namespace

class ValueModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expectsPurchasesOfAnybody_data() {
        QTest::addColumn<double>("weeks");
        QTest::addColumn<double>("days");
        QTest::newRow("a day") << 0.1429 << 0.00782;
        QTest::newRow("a week") << 1.0 << 0.05318;
        QTest::newRow("three weeks") << 3.0 << 0.15063;
        QTest::newRow("223 days") << 31.8571 << 1.04049;
        QTest::newRow("32 weeks") << 32.0 << 1.04373;
        QTest::newRow("78 weeks") << 78.0 << 1.85796;
    }
    void expectsPurchasesOfAnybody() {
        QFETCH(double, weeks);
        QFETCH(double, days);
        QVERIFY(isNear(expectedDays(published, weeks), days, 1e-5));
    }

    void expectsPurchasesOfSomebody() {
        QVERIFY(isNear(expectedDays(published, {2, 30.43, 38.86}, 39), 1.2259, 5e-5));
        QVERIFY(isNear(expectedDays(published, {0, 0, 38.86}, 39), 0.1947819, 5e-7));
    }

    // Where the plain formula would overflow, or divide by nothing.
    void staysSoundFarOut_data() {
        QTest::addColumn<int>("repeats");
        QTest::addColumn<double>("a");
        QTest::newRow("a thousand times") << 1000 << 0.8;
        QTest::newRow("ten thousand times") << 10000 << 0.8;
        QTest::newRow("a = 1") << 3 << 1.0;
        QTest::newRow("a just above 1") << 3 << 1.0000001;
    }
    void staysSoundFarOut() {
        QFETCH(int, repeats);
        QFETCH(double, a);
        BuyingModel model = published;
        model.a = a;
        const double days = expectedDays(model, {repeats, 100, 100}, 10);
        QVERIFY2(days > 0 && days < repeats, qPrintable(QString::number(days)));
    }

    void neverIsSureOfWhoNeverCameAgain() {
        QCOMPARE(probabilityActive(published, {0, 0, 38.86}), 1.0);
    }

    void expectsSpending_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("expected");
        QTest::newRow("two days of 22.35") << 2 << 22.35 << 24.664;
        QTest::newRow("one day of 11.77") << 1 << 11.77 << 18.917;
        QTest::newRow("none") << 0 << 0.0 << 35.219;
        QTest::newRow("seven days of 73.74") << 7 << 73.74 << 71.470;
        QTest::newRow("two days of 25.55") << 2 << 25.55 << 27.288;
    }
    void expectsSpending() {
        QFETCH(int, days);
        QFETCH(double, mean);
        QFETCH(double, expected);
        // The published parameters are rounded to two digits behind the point.
        QVERIFY(isNear(expectedSpending(publishedSpending, {days, mean}), expected, 0.05));
    }

    // The sum of the published figures: nothing of it can be right by chance.
    void fitsTheSample() {
        const auto sample = cdnow();
        if (!sample)
            QSKIP("GOODFAITH_DATA does not name a folder with the CDNOW sample");
        QVERIFY(isNear(logLikelihood({1, 1, 1, 1}, sample->buying), -13887.6945, 0.01));
        const auto buying = fitBuying(sample->buying);
        QVERIFY(buying);
        QVERIFY(isNear(buying->logLikelihood, -9582.4256, 0.01));
        QVERIFY(isNear(buying->model.r / published.r, 1, 0.005));
        QVERIFY(isNear(buying->model.alpha / published.alpha, 1, 0.005));
        QVERIFY(isNear(buying->model.a / published.a, 1, 0.005));
        QVERIFY(isNear(buying->model.b / published.b, 1, 0.005));
        const auto spending = fitSpending(sample->spending);
        QVERIFY(spending);
        QVERIFY(isNear(spending->logLikelihood, -4055.9247, 0.01));
        QVERIFY(isNear(spending->model.p / publishedSpending.p, 1, 0.005));
        QVERIFY(isNear(spending->model.q / publishedSpending.q, 1, 0.005));
        QVERIFY(isNear(spending->model.gamma / publishedSpending.gamma, 1, 0.005));
        const std::vector<double> active{0.72658, 0.2121, 1, 1, 1, 0.64176, 0.31479, 1, 0.78479, 1};
        const std::vector<double> mean{24.664, 18.917, 35.219, 35.219, 35.219,
                                       71.470, 18.917, 35.219, 27.288, 35.219};
        for (size_t i = 0; i < active.size(); ++i) {
            QVERIFY(isNear(probabilityActive(buying->model, sample->first[i]), active[i], 2e-4));
            const double spent = expectedSpending(spending->model, sample->firstSpending[i]);
            QVERIFY(isNear(spent, mean[i], 0.06));  // a few parts in a thousand, as the parameters
        }
    }

    void findsWhatASimulatedShopWasMadeBy() {
        const BuyingModel truth{0.6, 8, 0.9, 3};
        std::mt19937 random(11);
        CustomersByBuying customers;
        for (int i = 0; i < 8000; ++i)
            ++customers[drawn(truth, 20 + i % 80, random)];
        const auto fit = fitBuying(customers);
        QVERIFY(fit);
        const auto isWithin = [](double value, double expected, double error) {
            return error > 0 && isNear(value, expected, 3.5 * error);
        };
        QVERIFY(isWithin(fit->model.r, truth.r, fit->standardErrors.r));
        QVERIFY(isWithin(fit->model.alpha, truth.alpha, fit->standardErrors.alpha));
        QVERIFY(isWithin(fit->model.a, truth.a, fit->standardErrors.a));
        QVERIFY(isWithin(fit->model.b, truth.b, fit->standardErrors.b));
    }

    void scalingPricesScalesWhatIsExpected() {
        std::mt19937 random(5);
        std::lognormal_distribution<double> price(3, 0.8);
        CustomersBySpending inEuros;
        CustomersBySpending inCents;
        for (int i = 0; i < 2000; ++i) {
            const double mean = price(random);
            ++inEuros[{1 + i % 6, mean}];
            ++inCents[{1 + i % 6, 100 * mean}];
        }
        const auto euros = fitSpending(inEuros);
        const auto cents = fitSpending(inCents);
        QVERIFY(euros && cents);
        QVERIFY(isNear(cents->model.gamma / euros->model.gamma, 100, 0.01));
        QVERIFY(isNear(
            expectedSpending(cents->model, {3, 2500}) / expectedSpending(euros->model, {3, 25}),
            100, 0.001));
    }

    void refusesWhatDoesNotConverge_data() {
        QTest::addColumn<int>("repeats");
        QTest::newRow("nobody ever came again") << 0;
        QTest::newRow("everybody is the same") << 3;
    }
    void refusesWhatDoesNotConverge() {
        QFETCH(int, repeats);
        const BuyingHistory same{repeats, repeats > 0 ? 30.0 : 0.0, 40};
        QVERIFY(!fitBuying({{same, 500}}));
    }

    void refusesNobody() {
        QVERIFY(!fitBuying({}));
        QVERIFY(!fitSpending({}));
        QVERIFY(!fitSpending({{{1, 20}, 300}}));
    }
};

QTEST_GUILESS_MAIN(ValueModelTest)
#include "value_model_test.moc"

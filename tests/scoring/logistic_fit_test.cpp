// SPDX-License-Identifier: GPL-3.0-or-later
// Weights of greatest posterior probability.
#include "models/scoring/logistic_fit.h"

#include <QTest>

#include <cmath>

using namespace goodfaith::scoring;

namespace {

constexpr double far = 100;

BelievedWeight free(double believed = 0) {
    return {believed, -far, far, 0};
}

ExamplesAlike alike(std::vector<std::pair<size_t, double>> amounts, double positives, double all) {
    return {std::move(amounts), positives, all};
}

double logOdds(double share) {
    return std::log(share / (1 - share));
}

bool isNear(double value, double expected) {
    return std::abs(value - expected) < 1e-5;
}

}  // namespace

class LogisticFitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // An intercept, and an item that some have.
    void findsTheShares() {
        const auto weights = logisticFit(
            {alike({{0, 1}}, 20, 100), alike({{0, 1}, {1, 1}}, 60, 80)}, {free(), free()});
        QVERIFY(isNear(weights[0], logOdds(0.2)));
        QVERIFY(isNear(weights[1], logOdds(0.75) - logOdds(0.2)));
    }

    void theOffsetIsNotFitted() {
        const auto weights = logisticFit({alike({{0, 2}}, 75, 100)}, {free()}, logOdds(0.2));
        QVERIFY(isNear(weights[0], (logOdds(0.75) - logOdds(0.2)) / 2));
    }

    void whatNobodyHasStaysAsBelieved() {
        const auto weights =
            logisticFit({alike({{0, 1}}, 1, 3)}, {free(), {1.5, 0, 3, 2}, {-0.3, -1, 0, 0.1}});
        QCOMPARE(weights[1], 1.5);
        QCOMPARE(weights[2], -0.3);
    }

    // Where the slope is: 100 (1 / (1 + e^-w) - 0.9) + 50 (w - 1) = 0.
    void isDrawnToWhatIsBelieved() {
        const double weight = logisticFit({alike({{0, 1}}, 90, 100)}, {{1, -far, far, 50}})[0];
        QVERIFY(weight > 1 && weight < logOdds(0.9));
        QVERIFY(isNear(100 * (1 / (1 + std::exp(-weight)) - 0.9) + 50 * (weight - 1), 0));
    }

    void staysWithinItsBounds() {
        const std::vector<BelievedWeight> beliefs{{1, 0, 2, 0.01}, {-1, -1.5, 0, 0.01}};
        const auto weights =
            logisticFit({alike({{0, 1}}, 100, 100), alike({{1, 1}}, 0, 1000)}, beliefs);
        QCOMPARE(weights[0], 2.0);
        QCOMPARE(weights[1], -1.5);
    }

    void oneByOneIsTheSameAsCounted() {
        const std::vector<BelievedWeight> beliefs{{0.5, -3, 3, 1}};
        std::vector<ExamplesAlike> each;
        for (int i = 0; i < 10; ++i)
            each.push_back(alike({{0, 1}}, i < 7 ? 1 : 0, 1));
        QVERIFY(isNear(logisticFit(each, beliefs)[0],
                       logisticFit({alike({{0, 1}}, 7, 10)}, beliefs)[0]));
    }

    void nothingToLearnFrom() {
        QCOMPARE(logisticFit({}, {{0.7, 0, 1, 2}}), std::vector<double>{0.7});
        QVERIFY(std::isfinite(logisticFit({alike({{0, 1e6}}, 1, 1)}, {free(1)})[0]));
    }
};

QTEST_APPLESS_MAIN(LogisticFitTest)
#include "logistic_fit_test.moc"

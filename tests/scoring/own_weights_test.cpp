// SPDX-License-Identifier: GPL-3.0-or-later
// What evidence weighs by a shop's own judgements.
#include "models/scoring/own_weights.h"

#include "models/scoring/weights.h"
#include "tests/scoring/story.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace goodfaith;
using namespace goodfaith::scoring;

namespace {

const QString proof = u"proof_of_delivery"_qs;
const QString late = u"late_delivery"_qs;
const QString noReturn = u"no_return"_qs;

double shipped(const QString& code) {
    return shippedWeights().of.at(code).weight;
}

// Agents who weigh evidence so, and judge many of whom there is some.
std::vector<JudgedExample> judgedBy(const std::map<QString, double>& weights, int count,
                                    unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
    std::vector<JudgedExample> examples;
    constexpr double intercept = -4;
    for (int i = 0; i < count; ++i) {
        JudgedExample& example = examples.emplace_back();
        double logOdds = intercept;
        for (const auto& [code, weight] : weights) {
            const double amount = below(3);
            if (amount > 0)
                example.amounts[code] = amount;
            logOdds += weight * amount;
        }
        constexpr unsigned parts = 10'000;
        example.isPattern = below(parts) < parts / (1 + std::exp(-logOdds));
    }
    return examples;
}

std::vector<JudgedExample> judged(int patterns, int others) {
    std::vector<JudgedExample> examples(static_cast<size_t>(patterns + others));
    for (size_t i = 0; i < static_cast<size_t>(patterns); ++i)
        examples[i] = {{{proof, 2}}, true};
    return examples;
}

}  // namespace

class OwnWeightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void needEnoughEitherWay_data() {
        QTest::addColumn<int>("patterns");
        QTest::addColumn<int>("others");
        QTest::addColumn<bool>("learnt");
        QTest::newRow("nobody") << 0 << 0 << false;
        QTest::newRow("few patterns") << fewestJudged - 1 << 500 << false;
        QTest::newRow("few others") << 500 << fewestJudged - 1 << false;
        QTest::newRow("just enough") << fewestJudged << fewestJudged << true;
    }
    void needEnoughEitherWay() {
        QFETCH(int, patterns);
        QFETCH(int, others);
        QTEST(ownWeights(judged(patterns, others)).has_value(), "learnt");
    }

    void stayWhereAgentsAgree() {
        const std::map<QString, double> agreed{
            {proof, shipped(proof)}, {late, shipped(late)}, {noReturn, shipped(noReturn)}};
        const auto own = ownWeights(judgedBy(agreed, 400, 1)).value();
        for (const auto& [code, weight] : agreed)
            QVERIFY2(std::abs(own.at(code) - weight) < 0.3 * std::abs(weight), qPrintable(code));
        QCOMPARE(own.at(u"threat"_qs), shipped(u"threat"_qs));  // nobody judged had it
    }

    void followAgents() {
        const std::map<QString, double> theirs{{proof, 0.6 * shipped(proof)},
                                               {late, 1.8 * shipped(late)},
                                               {noReturn, shipped(noReturn)}};
        const auto own = ownWeights(judgedBy(theirs, 1500, 2)).value();
        QVERIFY(own.at(proof) < 0.8 * shipped(proof));
        QVERIFY(own.at(late) < 1.3 * shipped(late));  // both are negative: further from 0
    }

    void neverGoFar() {
        const auto own =
            ownWeights(judgedBy({{proof, -6}, {late, 6}, {noReturn, 60}}, 2000, 3)).value();
        for (const auto& [code, weight] : own) {
            const double ratio = weight / shipped(code);
            QVERIFY2(ratio > 0.45 && ratio < 2.1, qPrintable(code));
        }
        QVERIFY(own.at(proof) < 0.55 * shipped(proof));
    }

    void fewMoveLittle() {
        const std::map<QString, double> theirs{{proof, 0}};
        const auto few = ownWeights(judgedBy(theirs, 3 * fewestJudged, 4));
        const auto many = ownWeights(judgedBy(theirs, 3000, 4)).value();
        QVERIFY(!few || few->at(proof) > many.at(proof));
    }

    void weighInTheScore() {
        tests::Told told;
        told.signedForAndDenied(100);
        const double before = tests::reasonIn(told.score(), proof)->weight;
        told.parameters.ownWeights = {{proof, shipped(proof) / 2}};
        QCOMPARE(tests::reasonIn(told.score(), proof)->weight, before / 2);
        QVERIFY(told.score().pChronic > 0);
    }

    void doNotDependOnTheOrder() {
        auto examples = judgedBy({{proof, 2}, {late, -1}}, 800, 5);
        const auto own = ownWeights(examples);
        std::reverse(examples.begin(), examples.end());
        QCOMPARE(ownWeights(examples), own);
    }
};

QTEST_APPLESS_MAIN(OwnWeightsTest)
#include "own_weights_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The weights that are shipped are what the grammar gives.
#include "models/understanding/resource.h"
#include "tests/training/recipe.h"
#include "tests/training/topic_recipe.h"

#include <QtTest>

#include <cmath>

using namespace goodfaith;
using namespace goodfaith::training;

class ComplaintWeightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trainingIsTheSameEachTime() {
        const Recipe small{1, 400, 400, 50, 0.25, {}};
        const auto one = madeWeights(corpus_, small, heldOut(corpus_, small));
        const auto other = madeWeights(corpus_, small, heldOut(corpus_, small));
        QVERIFY(one.steps == other.steps);
        QCOMPARE(one.steepness, other.steepness);
        QCOMPARE(one.shift, other.shift);
    }

    // Not to the last bit: another machine's exp() may round differently.
    void theShippedOnesAreCurrent() {
        const Recipe recipe;
        const auto made = madeWeights(corpus_, recipe, heldOut(corpus_, recipe));
        const auto shipped = understanding::weightsFrom(
            understanding::languageResource(QStringLiteral("en.weights")));
        QCOMPARE(shipped.version, recipe.version);
        int different = 0;
        for (size_t slot = 0; slot < made.steps.size(); ++slot) {
            const int apart = std::abs(made.steps[slot] - shipped.steps[slot]);
            QVERIFY2(apart <= 1,
                     "train_complaints tests/training/data make "
                     "resources/language/en.weights.json");
            different += apart;
        }
        QVERIFY(different < int(made.steps.size()) / 100);
        QVERIFY(std::abs(made.step - shipped.step) < 1e-4);
        QVERIFY(std::abs(made.steepness - shipped.steepness) < 1e-3);
        QVERIFY(std::abs(made.shift - shipped.shift) < 1e-3);
    }

    void theShippedTopicsAreCurrent() {
        const auto made = madeTopicWeights(corpus_, {});
        const auto shipped = understanding::topicWeightsFrom(
            understanding::languageResource(QStringLiteral("en.topics")));
        QCOMPARE(shipped.version, made.version);
        QVERIFY(shipped.topics == made.topics);
        QCOMPARE(shipped.steps.size(), made.steps.size());
        int different = 0;
        for (size_t at = 0; at < made.steps.size(); ++at)
            different += std::abs(made.steps[at] - shipped.steps[at]) > 1 ? 1 : 0;
        QVERIFY2(different < int(made.steps.size()) / 1000,
                 "train_complaints tests/training/data topics resources/language/en.topics.json");
        QVERIFY(std::abs(made.step - shipped.step) < 1e-4);
    }

private:
    Corpus corpus_{QStringLiteral(GOODFAITH_TRAINING_DATA)};
};

QTEST_APPLESS_MAIN(ComplaintWeightsTest)
#include "complaint_weights_test.moc"

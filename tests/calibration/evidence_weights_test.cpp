// SPDX-License-Identifier: GPL-3.0-or-later
// The weights that the program ships are those that the fit gives (all of it: twenty shops, some
// fifteen seconds of one core).
#include "models/scoring/evidence.h"
#include "tests/calibration/weight_fit.h"

#include <QTest>

#include <cmath>

using namespace goodfaith;
using namespace goodfaith::calibration;

namespace {

const QString beliefsPath = QStringLiteral(GOODFAITH_CALIBRATION "/beliefs.json");

}  // namespace

class EvidenceWeightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyItemWeighsOnItsSide() {
        const auto check = [](const auto& table) {
            for (const auto& evidence : table) {
                const bool isAgainst = evidence.side == scoring::Side::Against;
                QVERIFY2(isAgainst == (evidence.weight.weight > 0), evidence.code);
                QVERIFY2(evidence.weight.weight != 0 && evidence.weight.most >= 1, evidence.code);
            }
        };
        check(scoring::caseEvidence());
        check(scoring::customerEvidence());
    }

    void everyWeightIsWithinItsBounds() {
        const auto beliefs = beliefsIn(beliefsPath);
        for (const auto& [code, weight] : scoring::shippedWeights().of) {
            const Belief& belief = beliefs.of.at(code);
            QVERIFY2(weight.weight >= belief.least && weight.weight <= belief.greatest,
                     qPrintable(code));
            QCOMPARE(weight.most, belief.most);
        }
    }

    // Not to the last digit: another machine's exp() may round differently.
    void theShippedOnesAreWhatTheFitGives() {
        const auto beliefs = beliefsIn(beliefsPath);
        const auto& shipped = scoring::shippedWeights();
        QCOMPARE(shipped.ranks, beliefs.ranks);
        const auto made = fittedWeights(outcomesOf(seenSettings()), beliefs);
        QCOMPARE(made.of.size(), shipped.of.size());
        for (const auto& [code, weight] : made.of) {
            const double apart = std::abs(weight.weight - shipped.of.at(code).weight);
            QVERIFY2(apart < 0.025,
                     qPrintable(code + QStringLiteral(": calibrate_weights tests/calibration make "
                                                      "resources/scoring/weights.json")));
        }
    }
};

QTEST_APPLESS_MAIN(EvidenceWeightsTest)
#include "evidence_weights_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Fits the weights of all evidence together: logistic regression whose intercept is the prior, each
// weight kept on its side, and drawn to what is believed of it where simulated customers are few.
#pragma once

#include "models/scoring/weights.h"
#include "tests/calibration/outcome.h"

#include <QJsonObject>

namespace goodfaith::calibration {

// What is believed of an item before anything is seen, within which bounds its weight must stay,
// and how often it counts at most.
struct Belief {
    double believed = 0;
    double least = 0, greatest = 0;
    double most = 0;
};
struct Beliefs {
    double prior = 0;
    std::vector<double> ranks;
    std::map<QString, Belief> of;  // by code
};
// beliefs.json; throws Failure (Unreadable).
Beliefs beliefsIn(const QString& path);

scoring::Weights fittedWeights(const std::vector<Outcome>& outcomes, const Beliefs& beliefs);

QJsonObject toJson(const scoring::Weights& weights);

// The shops that weights are fitted on, and such as the report is made from: thirty of
// 10,000 customers.
std::vector<ShopSetting> seenSettings();
std::vector<ShopSetting> unseenSettings(quint64 firstSeed, Records records);
std::vector<Outcome> outcomesOf(const std::vector<ShopSetting>& settings);

}  // namespace goodfaith::calibration

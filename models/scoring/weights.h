// SPDX-License-Identifier: GPL-3.0-or-later
// What each item of evidence weighs: resources/scoring/weights.json, fitted by tests/calibration.
#pragma once

#include <QString>

#include <map>
#include <vector>

class QJsonObject;

namespace goodfaith::scoring {

// In log-odds, above 0 against the customer. It counts `most` times at most.
struct Weight {
    double weight = 0;
    double most = 0;
};

struct Weights {
    double prior = 0;  // how many customers are chronic: a probability
    // One dubious claim is not a pattern: how much of its weight a contradicted case counts, the
    // customer's first and so on; the last stands for all further ones.
    std::vector<double> ranks;
    std::map<QString, Weight> of;  // by code
};

// Throws Failure (Unreadable) where something is missing or no number.
Weights weightsFrom(const QJsonObject& object);
// Those that the program ships.
const Weights& shippedWeights();

}  // namespace goodfaith::scoring

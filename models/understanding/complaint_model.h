// SPDX-License-Identifier: GPL-3.0-or-later
// A linear model of what a complaint is: the weights of features, and from their sum a calibrated
// probability. The weights are of a language (resources/language/en.weights.json) and are made by
// tests/training.
#pragma once

#include "models/understanding/complaint_features.h"

#include <QByteArray>
#include <QJsonObject>

#include <span>
#include <vector>

namespace goodfaith::understanding {

struct ModelWeights {
    int version = 0;            // of these weights
    std::vector<int8_t> steps;  // by slot
    double step = 0;            // log-odds of one
    // From the sum of weights to the log-odds: steepness · sum + shift.
    double steepness = 1;
    double shift = 0;
};

QJsonObject toJson(const ModelWeights& weights);
// Throws Failure (Unreadable) when damaged, or of another feature version.
ModelWeights weightsFrom(const QJsonObject& json);

class ComplaintModel {
public:
    explicit ComplaintModel(ModelWeights weights);

    // Calibrated log-odds of a complaint.
    double logOdds(std::span<const Feature> features) const;
    // How much each word of a text moved the log-odds; what moved them as a whole is left out.
    std::vector<double> byWord(std::span<const Feature> features, size_t words) const;

private:
    double weightOf(const Feature& feature) const {
        return weights_.steepness * weights_.step * weights_.steps[feature.slot];
    }

    ModelWeights weights_;
};

}  // namespace goodfaith::understanding

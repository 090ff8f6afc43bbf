// SPDX-License-Identifier: GPL-3.0-or-later
// What a complaint is about: for each topic the weights of the features that the complaint model
// sees too. The weights are of a language (resources/language/en.topics.json) and are made by
// tests/training.
#pragma once

#include "models/domain/topic.h"
#include "models/understanding/complaint_features.h"

#include <QJsonObject>

#include <map>
#include <span>
#include <vector>

namespace goodfaith::understanding {

// Topics share fewer slots than complaints have: their words are plainer.
inline constexpr int topicSlotBits = 13;
inline constexpr size_t topicSlotCount = size_t(1) << topicSlotBits;
constexpr uint16_t topicSlotOf(uint16_t slot) {
    return uint16_t(slot >> (slotBits - topicSlotBits));
}

struct TopicWeights {
    int version = 0;
    std::vector<Topic> topics;
    std::vector<int8_t> steps;  // by topic, then slot
    double step = 0;            // log-odds of one
    double steepness = 1;       // of the sums
};

QJsonObject toJson(const TopicWeights& weights);
// Throws Failure (Unreadable) when damaged, or of another feature version.
TopicWeights topicWeightsFrom(const QJsonObject& json);

class TopicModel {
public:
    explicit TopicModel(TopicWeights weights) : weights_(std::move(weights)) {}

    // Log-probability of each topic; `told`: log-odds that are known beside the features.
    std::map<Topic, double> logProbabilities(std::span<const Feature> features,
                                             const std::map<Topic, double>& told = {}) const;

private:
    TopicWeights weights_;
};

}  // namespace goodfaith::understanding

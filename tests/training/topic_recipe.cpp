// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/topic_recipe.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace goodfaith::training {
namespace {

constexpr double mostSteps = 127;

class TopicFit {
public:
    explicit TopicFit(const TopicRecipe& recipe)
        : recipe_(recipe),
          count_(learntTopics().size()),
          weights_(count_ * understanding::topicSlotCount),
          squares_(weights_.size(), 1e-2) {}

    void learn(const TopicText& text, Random& random) {
        std::vector<uint16_t> kept;
        for (const auto& feature : text.features) {
            if (!random.chance(recipe_.leftOut))
                kept.push_back(understanding::topicSlotOf(feature.slot));
        }
        const auto probabilities = probabilitiesOf(kept);
        for (size_t topic = 0; topic < count_; ++topic) {
            const double error =
                probabilities[topic] - (learntTopics()[topic] == text.topic ? 1.0 : 0.0);
            for (const uint16_t slot : kept) {
                const size_t at = topic * understanding::topicSlotCount + slot;
                squares_[at] += error * error;
                weights_[at] -= recipe_.rate * error / std::sqrt(squares_[at]);
            }
        }
    }

    const std::vector<double>& weights() const { return weights_; }

private:
    std::vector<double> probabilitiesOf(const std::vector<uint16_t>& slots) const {
        const double share = 1000.0 / (1000 - recipe_.leftOut);
        std::vector<double> sums(count_);
        for (size_t topic = 0; topic < count_; ++topic) {
            for (const uint16_t slot : slots)
                sums[topic] += share * weights_[topic * understanding::topicSlotCount + slot];
        }
        const double most = *std::max_element(sums.begin(), sums.end());
        double all = 0;
        for (double& sum : sums)
            all += sum = std::exp(sum - most);
        for (double& sum : sums)
            sum /= all;
        return sums;
    }

    TopicRecipe recipe_;
    size_t count_;
    std::vector<double> weights_, squares_;
};

}  // namespace

const std::vector<Topic>& learntTopics() {
    return allTopics();
}

std::vector<TopicText> topicTexts(const Corpus& corpus, int ofEach, Folds folds, quint64 stream) {
    std::vector<TopicText> texts;
    for (const Topic topic : learntTopics()) {
        for (TopicText& text :
             corpus.topicTexts(QString(u"topic." + nameOf(topic)), ofEach, folds, stream)) {
            text.topic = topic;
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

understanding::TopicWeights madeTopicWeights(const Corpus& corpus, const TopicRecipe& recipe,
                                             Folds folds) {
    const auto texts = topicTexts(corpus, recipe.textsOfTopic, folds, 11);
    Random random(20261124);
    std::vector<size_t> order(texts.size());
    std::iota(order.begin(), order.end(), size_t(0));
    TopicFit fit(recipe);
    for (int round = 0; round < recipe.rounds; ++round) {
        for (size_t left = order.size(); left > 1; --left)
            std::swap(order[left - 1], order[size_t(random.below(int(left)))]);
        for (const size_t at : order)
            fit.learn(texts[at], random);
    }
    understanding::TopicWeights made;
    made.version = recipe.version;
    made.topics = learntTopics();
    double largest = 0;
    for (const double weight : fit.weights())
        largest = std::max(largest, std::abs(weight));
    made.step = largest / mostSteps;
    for (const double weight : fit.weights())
        made.steps.push_back(int8_t(std::lround(weight / made.step)));
    return made;
}

}  // namespace goodfaith::training

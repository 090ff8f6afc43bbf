// SPDX-License-Identifier: GPL-3.0-or-later
// From the sections "topic.…" of the grammar to the weights that tell topics apart: softmax
// regression by AdaGrad, always in the same order.
#pragma once

#include "models/understanding/topic_model.h"
#include "tests/training/corpus.h"

namespace goodfaith::training {

struct TopicRecipe {
    int version = 1;
    int textsOfTopic = 1500;
    int rounds = 6;
    double rate = 0.1;
    int leftOut = 500;  // of a thousand features, at each step
};

const std::vector<Topic>& learntTopics();
std::vector<TopicText> topicTexts(const Corpus& corpus, int ofEach, Folds folds, quint64 stream);
understanding::TopicWeights madeTopicWeights(const Corpus& corpus, const TopicRecipe& recipe,
                                             Folds folds = {});

}  // namespace goodfaith::training

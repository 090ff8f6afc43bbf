// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that the grammar writes, as the model sees them.
#pragma once

#include "models/understanding/complaint_judge.h"
#include "tests/training/grammar.h"
#include "tests/training/noise.h"
#include "tests/training/trainer.h"

namespace goodfaith::training {

struct WrittenText {
    QString text;
    bool complaint = false;
};

struct TopicText {
    Topic topic = Topic::Other;
    std::vector<understanding::Feature> features;
    std::map<Topic, double> phrases;  // what they weigh for each topic
    Topic byPhrases = Topic::Other;
};

class Corpus {
public:
    static constexpr double complaintShare = 0.3;

    // A folder of grammar files.
    explicit Corpus(const QString& folder);

    const Grammar& grammar() const { return grammar_; }
    // Every text complains by that chance. The same stream writes the same texts.
    std::vector<WrittenText> write(int count, Folds folds, quint64 stream) const;
    std::vector<Example> examples(int count, Folds folds, quint64 stream) const;
    // Texts of one section as the model of topics sees them.
    std::vector<TopicText> topicTexts(const QString& section, int count, Folds folds,
                                      quint64 stream) const;

private:
    Grammar grammar_;
    Noise noise_;
    understanding::Language language_;
    understanding::Lexicon lexicon_;
};

}  // namespace goodfaith::training

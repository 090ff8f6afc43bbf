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

class Corpus {
public:
    static constexpr double complaintShare = 0.3;

    // A folder of grammar files.
    explicit Corpus(const QString& folder);

    const Grammar& grammar() const { return grammar_; }
    // Every text complains by that chance. The same stream writes the same texts.
    std::vector<WrittenText> write(int count, Folds folds, quint64 stream) const;
    std::vector<Example> examples(int count, Folds folds, quint64 stream) const;

private:
    Grammar grammar_;
    Noise noise_;
    understanding::Language language_;
    understanding::Lexicon lexicon_;
};

}  // namespace goodfaith::training

// SPDX-License-Identifier: GPL-3.0-or-later
// From the grammar to the weights that the program ships, and how well they do on lines of the
// grammar that they were not trained on.
#pragma once

#include "models/understanding/complaint_model.h"
#include "tests/training/corpus.h"

namespace goodfaith::training {

struct Recipe {
    int version = 2;           // of the weights
    int texts = 48000;         // trained on
    int textsWithout = 12000;  // trained on in each fold, without its lines
    int textsOfFold = 3000;    // of its lines alone
    // Among what customers write, of which the probabilities speak. The grammar writes more.
    double complaintShare = 0.25;
    TrainingOptions training;
};

// Sums of texts of lines that were held out, one fold after the other.
std::vector<Scored> heldOut(const Corpus& corpus, const Recipe& recipe);
understanding::ModelWeights madeWeights(const Corpus& corpus, const Recipe& recipe,
                                        const std::vector<Scored>& heldOut);

}  // namespace goodfaith::training

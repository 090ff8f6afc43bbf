// SPDX-License-Identifier: GPL-3.0-or-later
// What matching finds in labelled records, pair by pair.
#pragma once

#include "models/identity/matching_estimate.h"
#include "tests/matching_evaluation/febrl.h"

namespace goodfaith::evaluation {

struct ScoredPair {
    size_t a = 0;
    size_t b = 0;
    identity::Agreement agreement;
    double probability = 0;
    bool isMatch = false;
};

struct Quality {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

class Experiment {
public:
    explicit Experiment(std::vector<LabelledRecord> records);

    // Pairs that share a blocking key, between different files where there are two.
    const std::vector<ScoredPair>& pairs() const { return pairs_; }
    qint64 truePairs() const { return truePairs_; }
    double blockingRecall() const;

    void scoreWith(const identity::MatchParameters& parameters, identity::MatchPriors priors);
    identity::MatchPriors priors() const;
    identity::MatchEstimate refit() const;

    // Of the pairs whose probability reaches the threshold.
    Quality at(double threshold) const;
    // The threshold with the best F1.
    double bestThreshold() const;

private:
    void countTruth();
    bool mayBePair(size_t a, size_t b) const;

    std::vector<LabelledRecord> records_;
    identity::NameFrequencies frequencies_;
    std::vector<ScoredPair> pairs_;
    qint64 truePairs_ = 0;
    bool links_ = false;  // two files
};

}  // namespace goodfaith::evaluation

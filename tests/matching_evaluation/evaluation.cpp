// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/matching_evaluation/evaluation.h"

#include "models/identity/blocking.h"

#include <QHash>

#include <algorithm>
#include <random>

namespace goodfaith::evaluation {
namespace {

Quality qualityOf(qint64 found, qint64 right, qint64 truth) {
    Quality quality;
    quality.precision = found == 0 ? 0 : static_cast<double>(right) / static_cast<double>(found);
    quality.recall = truth == 0 ? 0 : static_cast<double>(right) / static_cast<double>(truth);
    const double sum = quality.precision + quality.recall;
    quality.f1 = sum == 0 ? 0 : 2 * quality.precision * quality.recall / sum;
    return quality;
}

}  // namespace

Experiment::Experiment(std::vector<LabelledRecord> records) : records_(std::move(records)) {
    identity::CandidatePairs candidates;
    for (const LabelledRecord& labelled : records_) {
        frequencies_.add(labelled.record);
        candidates.add(labelled.record);
        links_ = links_ || labelled.file > 0;
    }
    countTruth();
    candidates.prepare();
    for (size_t block = 0; block < candidates.blockCount(); ++block) {
        candidates.forEachPair(block, [&](size_t a, size_t b) {
            if (mayBePair(a, b))
                pairs_.push_back({a, b, identity::compare(records_[a].record, records_[b].record),
                                  0, records_[a].person == records_[b].person});
        });
    }
    const auto order = [](const ScoredPair& pair) { return std::pair(pair.a, pair.b); };
    std::sort(pairs_.begin(), pairs_.end(),
              [&](const auto& a, const auto& b) { return order(a) < order(b); });
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end(),
                             [&](const auto& a, const auto& b) { return order(a) == order(b); }),
                 pairs_.end());
}

bool Experiment::mayBePair(size_t a, size_t b) const {
    return !links_ || records_[a].file != records_[b].file;
}

void Experiment::countTruth() {
    QHash<QString, std::array<qint64, 2>> persons;
    for (const LabelledRecord& labelled : records_)
        ++persons[labelled.person][static_cast<size_t>(labelled.file)];
    for (const auto& [first, second] : std::as_const(persons))
        truePairs_ += links_ ? first * second : first * (first - 1) / 2;
}

double Experiment::blockingRecall() const {
    const auto found = std::count_if(pairs_.begin(), pairs_.end(),
                                     [](const ScoredPair& pair) { return pair.isMatch; });
    return static_cast<double>(found) / static_cast<double>(truePairs_);
}

identity::MatchPriors Experiment::priors() const {
    return identity::priorsOf(static_cast<qint64>(records_.size()));
}

void Experiment::scoreWith(const identity::MatchParameters& parameters,
                           identity::MatchPriors priors) {
    const identity::MatchContext context{parameters, frequencies_, priors};
    for (ScoredPair& pair : pairs_)
        pair.probability = identity::score(pair.agreement, context).same;
}

identity::MatchEstimate Experiment::refit() const {
    constexpr int randomPairs = 500'000;
    std::mt19937_64 numbers(1);
    identity::AgreementCounts random;
    for (int i = 0; i < randomPairs; ++i) {
        const size_t a = numbers() % records_.size();
        const size_t b = numbers() % records_.size();
        if (a != b)
            ++random[identity::compare(records_[a].record, records_[b].record).levels];
    }
    identity::AgreementCounts candidates;
    for (const ScoredPair& pair : pairs_)
        ++candidates[pair.agreement.levels];
    return identity::estimate(candidates, random, identity::shippedParameters(), 0.05);
}

Quality Experiment::at(double threshold) const {
    qint64 found = 0;
    qint64 right = 0;
    for (const ScoredPair& pair : pairs_) {
        found += pair.probability >= threshold ? 1 : 0;
        right += pair.probability >= threshold && pair.isMatch ? 1 : 0;
    }
    return qualityOf(found, right, truePairs_);
}

double Experiment::bestThreshold() const {
    std::vector<std::pair<double, bool>> inOrder;
    for (const ScoredPair& pair : pairs_)
        inOrder.emplace_back(pair.probability, pair.isMatch);
    std::sort(inOrder.rbegin(), inOrder.rend());
    qint64 right = 0;
    double best = 0;
    double threshold = 1;
    for (size_t i = 0; i < inOrder.size(); ++i) {
        right += inOrder[i].second ? 1 : 0;
        const bool isLastOfItsKind =
            i + 1 == inOrder.size() || inOrder[i + 1].first < inOrder[i].first;
        const double f1 = qualityOf(static_cast<qint64>(i) + 1, right, truePairs_).f1;
        if (isLastOfItsKind && f1 > best) {
            best = f1;
            threshold = inOrder[i].first;
        }
    }
    return threshold;
}

}  // namespace goodfaith::evaluation

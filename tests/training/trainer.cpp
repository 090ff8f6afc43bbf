// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/trainer.h"

#include "models/understanding/complaint_features.h"
#include "tests/sample_shop/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace goodfaith::training {
namespace {

double probabilityOf(double logOdds) {
    return 1 / (1 + std::exp(-logOdds));
}

class Fit {
public:
    explicit Fit(const TrainingOptions& options)
        : options_(options),
          weights_(understanding::slotCount),
          squares_(understanding::slotCount, 1e-2) {}

    // Of a part of the features, drawn anew each time, so that no feature relies on another.
    void learn(const Example& example, sample_shop::Random& random) {
        kept_.clear();
        for (const uint16_t slot : example.slots) {
            if (!random.chance(options_.leftOut))
                kept_.push_back(slot);
        }
        double sum = 0;
        for (const uint16_t slot : kept_)
            sum += weights_[slot];
        sum *= 1000.0 / (1000 - options_.leftOut);
        const double error = probabilityOf(sum) - (example.complaint ? 1.0 : 0.0);
        for (const uint16_t slot : kept_) {
            double& weight = weights_[slot];
            const double slope = error + options_.decay * weight;
            squares_[slot] += slope * slope;
            weight -= options_.rate * slope / std::sqrt(squares_[slot]);
        }
    }

    void addTo(std::vector<double>& sums) const {
        for (size_t slot = 0; slot < sums.size(); ++slot)
            sums[slot] += weights_[slot];
    }

private:
    TrainingOptions options_;
    std::vector<double> weights_;
    std::vector<double> squares_;
    std::vector<uint16_t> kept_;
};

}  // namespace

double sumOf(const std::vector<double>& weights, const Example& example) {
    double sum = 0;
    for (const uint16_t slot : example.slots)
        sum += weights[slot];
    return sum;
}

std::vector<double> trained(const std::vector<Example>& examples, const TrainingOptions& options) {
    sample_shop::Random random(20261123);
    std::vector<size_t> order(examples.size());
    std::iota(order.begin(), order.end(), size_t(0));
    Fit fit(options);
    std::vector<double> mean(understanding::slotCount);
    for (int round = 0; round < options.rounds; ++round) {
        for (size_t left = order.size(); left > 1; --left)
            std::swap(order[left - 1], order[size_t(random.below(int(left)))]);
        for (const size_t at : order)
            fit.learn(examples[at], random);
        // The mean of the later rounds: one alone depends on what it happened to leave out.
        if (round >= options.rounds / 2)
            fit.addTo(mean);
    }
    for (double& weight : mean)
        weight /= options.rounds - options.rounds / 2;
    return mean;
}

// Newton's method, from a flat line, in short steps; a touch of ridge, should nothing overlap.
Line calibrated(const std::vector<Scored>& scored) {
    constexpr double ridge = 1e-3, stride = 0.5;
    Line line{0, 0};
    for (int step = 0; step < 100; ++step) {
        double slopeA = ridge * line.steepness, slopeB = ridge * line.shift;
        double curveAA = ridge, curveAB = 0, curveBB = ridge;
        for (const Scored& each : scored) {
            const double p = probabilityOf(line.steepness * each.sum + line.shift);
            const double error = p - (each.complaint ? 1.0 : 0.0);
            const double curve = p * (1 - p);
            slopeA += error * each.sum;
            slopeB += error;
            curveAA += curve * each.sum * each.sum;
            curveAB += curve * each.sum;
            curveBB += curve;
        }
        const double determinant = curveAA * curveBB - curveAB * curveAB;
        line.steepness -= stride * (curveBB * slopeA - curveAB * slopeB) / determinant;
        line.shift -= stride * (curveAA * slopeB - curveAB * slopeA) / determinant;
    }
    return line;
}

}  // namespace goodfaith::training

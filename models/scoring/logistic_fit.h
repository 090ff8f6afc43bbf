// SPDX-License-Identifier: GPL-3.0-or-later
// Logistic regression that knows something beforehand: each weight is drawn to what is believed of
// it, and stays within its bounds.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace goodfaith::scoring {

// What is believed of a weight, and how strongly: half of `pull` times the square of the way from
// there is the penalty (1 / variance of a Gaussian prior).
struct BelievedWeight {
    double believed = 0;
    double least = 0, greatest = 0;
    double pull = 0;
};

// Examples with the same evidence, counted once.
struct ExamplesAlike {
    std::vector<std::pair<size_t, double>> amounts;  // by place of the weight; the others are 0
    double positives = 0;
    double all = 0;
};

// The weights of greatest posterior probability, in log-odds, in the order of `beliefs`. `offset`
// is added to every example's log-odds and not fitted. By L-BFGS (NLopt), from what is believed.
std::vector<double> logisticFit(const std::vector<ExamplesAlike>& examples,
                                const std::vector<BelievedWeight>& beliefs, double offset = 0);

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
// Fits a logistic model by AdaGrad with weights drawn to zero, always in the same order, and finds
// the line (after Platt) that turns its sums into honest probabilities.
#pragma once

#include <cstdint>
#include <vector>

namespace goodfaith::training {

struct Example {
    std::vector<uint16_t> slots;
    bool complaint = false;
};

struct TrainingOptions {
    int rounds = 8;  // over all examples
    double rate = 0.05;
    int leftOut = 500;    // of a thousand features, at each step
    double decay = 1e-3;  // of a weight a step, towards zero
};

// By slot.
std::vector<double> trained(const std::vector<Example>& examples, const TrainingOptions& options);
double sumOf(const std::vector<double>& weights, const Example& example);

struct Scored {
    double sum = 0;
    bool complaint = false;
};
struct Line {
    double steepness = 1;
    double shift = 0;
};
// Of the log-odds that make `scored` most likely.
Line calibrated(const std::vector<Scored>& scored);

}  // namespace goodfaith::training

// SPDX-License-Identifier: GPL-3.0-or-later
// How well answers match labels.
#pragma once

#include <QtGlobal>

#include <vector>

namespace goodfaith::training {

struct Answer {
    bool truth = false;
    bool said = false;
    double probability = 0;  // higher: more likely true
};

struct Figures {
    int texts = 0;
    int positive = 0;  // by the labels
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

// What would be divided by zero is 0.
Figures figuresOf(const std::vector<Answer>& answers);

struct Interval {
    double low = 0;
    double high = 0;
};
// 95 % of F1 over samples drawn with replacement from the answers.
Interval f1Interval(const std::vector<Answer>& answers, int samples, quint64 seed);
// The chance that a positive one has a higher probability than a negative one; ties count half.
double areaUnderCurve(const std::vector<Answer>& answers);
// Of two passes of labelling: agreement beyond chance, from -1 to 1.
double cohensKappa(const std::vector<std::pair<bool, bool>>& labels);

}  // namespace goodfaith::training

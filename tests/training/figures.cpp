// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/figures.h"

#include "tests/sample_shop/random.h"

#include <algorithm>

namespace goodfaith::training {
namespace {

double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
}

}  // namespace

Figures figuresOf(const std::vector<Answer>& answers) {
    Figures figures;
    int said = 0, right = 0;
    for (const Answer& answer : answers) {
        figures.positive += answer.truth;
        said += answer.said;
        right += answer.truth && answer.said;
    }
    figures.texts = int(answers.size());
    figures.precision = ratio(right, said);
    figures.recall = ratio(right, figures.positive);
    figures.f1 = ratio(2.0 * right, said + figures.positive);
    return figures;
}

Interval f1Interval(const std::vector<Answer>& answers, int samples, quint64 seed) {
    sample_shop::Random random(seed);
    std::vector<double> values;
    for (int i = 0; i < samples; ++i) {
        std::vector<Answer> drawn;
        for (size_t at = 0; at < answers.size(); ++at)
            drawn.push_back(random.pick(answers));
        values.push_back(figuresOf(drawn).f1);
    }
    std::sort(values.begin(), values.end());
    const auto quantile = [&](double share) { return values[size_t(share * (samples - 1))]; };
    return {quantile(0.025), quantile(0.975)};
}

double areaUnderCurve(const std::vector<Answer>& answers) {
    double won = 0, pairs = 0;
    for (const Answer& yes : answers) {
        for (const Answer& no : answers) {
            if (!yes.truth || no.truth)
                continue;
            ++pairs;
            won += yes.probability > no.probability    ? 1
                   : yes.probability == no.probability ? 0.5
                                                       : 0;
        }
    }
    return ratio(won, pairs);
}

double cohensKappa(const std::vector<std::pair<bool, bool>>& labels) {
    double same = 0, first = 0, second = 0;
    for (const auto& [one, other] : labels) {
        same += one == other;
        first += one;
        second += other;
    }
    const double count = double(labels.size());
    const double chance = ratio(first * second + (count - first) * (count - second), count * count);
    return ratio(ratio(same, count) - chance, 1 - chance);
}

}  // namespace goodfaith::training

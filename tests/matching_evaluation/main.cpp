// SPDX-License-Identifier: GPL-3.0-or-later
// How well suggestions find the duplicates of the FEBRL data sets, under the folder that the
// environment variable GOODFAITH_DATA names.
#include "tests/matching_evaluation/evaluation.h"

#include <cstdio>
#include <exception>

using namespace goodfaith;
using namespace goodfaith::evaluation;

namespace {

constexpr int sets = 4;
constexpr int setToChooseOn = 2;
constexpr double offeredFrom = 0.25;  // app/suggestions offers a pair from here on

struct Scored {
    const char* parameters;
    bool refitted;
};

void score(Experiment& experiment, bool refitted) {
    experiment.scoreWith(refitted ? experiment.refit().parameters : identity::shippedParameters(),
                         experiment.priors());
}

void print(int set, const char* parameters, const char* threshold, double value,
           const Experiment& experiment) {
    const Quality quality = experiment.at(value);
    std::printf("| %d | %s | %s %.4f | %.4f | %.4f | %.4f |\n", set, parameters, threshold, value,
                quality.precision, quality.recall, quality.f1);
}

void printCandidates(int set, const Experiment& experiment) {
    std::printf("| %d | %lld | %zu | %.4f |\n", set, static_cast<long long>(experiment.truePairs()),
                experiment.pairs().size(), experiment.blockingRecall());
}

void printLevels(const identity::MatchEstimate& estimate) {
    for (size_t i = 0; i < identity::matchFieldCount; ++i) {
        const auto field = static_cast<identity::MatchField>(i);
        const auto levels = identity::levelsOf(field);
        for (size_t level = 1; level < levels.size(); ++level) {
            const auto& fitted = estimate.parameters.levels[i][level];
            std::printf("    %-14s %-34s m %.4f  u %.6f\n",
                        identity::nameOf(field).toLatin1().constData(), levels[level], fitted.m,
                        fitted.u);
        }
    }
}

void evaluate(std::vector<Experiment>& experiments) {
    std::printf(
        "| set | true pairs | candidates | of the true ones among them |\n"
        "| --- | --- | --- | --- |\n");
    for (int set = 1; set <= sets; ++set)
        printCandidates(set, experiments[static_cast<size_t>(set) - 1]);
    std::printf(
        "\n| set | parameters | threshold | precision | recall | F1 |\n"
        "| --- | --- | --- | --- | --- | --- |\n");
    for (const auto& [parameters, refitted] :
         {Scored{"shipped", false}, Scored{"refitted", true}}) {
        for (Experiment& experiment : experiments)
            score(experiment, refitted);
        const double chosen = experiments[setToChooseOn - 1].bestThreshold();
        for (int set = 1; set <= sets; ++set)
            print(set, parameters, "as offered,", offeredFrom,
                  experiments[static_cast<size_t>(set) - 1]);
        for (int set = 1; set <= sets; ++set)
            print(set, parameters, set == setToChooseOn ? "chosen here," : "chosen on set 2,",
                  chosen, experiments[static_cast<size_t>(set) - 1]);
    }
}

}  // namespace

int main(int count, char**) {
    const QString folder =
        qEnvironmentVariable("GOODFAITH_DATA") + QStringLiteral("/contacts/febrl/febrl");
    try {
        std::vector<Experiment> experiments;
        for (int set = 1; set <= sets; ++set)
            experiments.emplace_back(readFebrl(folder, set));
        evaluate(experiments);
        if (count > 1)
            printLevels(experiments[setToChooseOn - 1].refit());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s. GOODFAITH_DATA names the folder that contacts/febrl is in.\n",
                     error.what());
        return 1;
    }
    return 0;
}

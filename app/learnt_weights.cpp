// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/learnt_weights.h"

#include "app/understood_customers.h"
#include "models/scoring/own_weights.h"
#include "models/scoring/verdict.h"
#include "models/store/import_ledger.h"
#include "models/store/judgement_table.h"

namespace goodfaith::app {
namespace {

constexpr auto oldest = std::chrono::years(2);
constexpr size_t mostExamples = 2000;  // one by one: a few milliseconds each

// "Needs a look" says neither.
const Judgement* labelOf(const std::vector<Judgement>& judgements, Instant asOf) {
    const Judgement* judged = scoring::standingJudgement(judgements, asOf);
    const bool says = judged != nullptr && *judged->verdict != VerdictKind::NeedsLook &&
                      judged->at + oldest > asOf;
    return says ? judged : nullptr;
}

}  // namespace

void learnWeights(store::Database& database, const ShopSettings& settings, Instant asOf,
                  ShopParameters& parameters) {
    const Coverage coverage = store::ImportLedger(database).coverageLedger();
    std::vector<scoring::JudgedExample> examples;
    for (const auto& [customer, judgements] : store::JudgementTable(database).all()) {
        const Judgement* judged = labelOf(judgements, asOf);
        if (judged == nullptr || examples.size() >= mostExamples)
            continue;
        const bool isPattern = judged->verdict == VerdictKind::ChronicPattern;
        forEachUnderstood(
            database, settings, judged->at,
            [&](const CustomerFacts& facts, const Understanding& understanding) {
                examples.push_back(scoring::judgedExample(
                    {facts, understanding, coverage, parameters, settings, judged->at}, isPattern));
            },
            customer);
    }
    parameters.judged = static_cast<int>(examples.size());
    parameters.ownWeights = scoring::ownWeights(examples).value_or(std::map<QString, double>());
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/score_customer.h"

#include "models/scoring/complaint_frequency.h"
#include "models/scoring/purchase_value.h"
#include "models/scoring/response_record.h"
#include "models/scoring/verdict.h"

namespace goodfaith::scoring {

Score scoreCustomer(const ScoringInput& input) {
    const History history(input.facts, input.understanding, input.coverage, input.settings,
                          input.asOf, &input.parameters.issues);
    return scoreHistory(history, judgeCases(history), input.parameters, input.linked,
                        input.sentences);
}

Score scoreHistory(const History& history, const std::vector<JudgedCase>& cases,
                   const ShopParameters& parameters, const std::vector<LinkedCase>& linked,
                   Sentences sentences) {
    const CustomerInput customer{history, cases,    parameters, priorOf(parameters),
                                 linked,  sentences};
    Score score;
    score.customer = history.facts().id;
    score.name = history.facts().name;
    score.asOf = history.asOf();
    score.parameters = parameters.id;
    score.purchaseValue = purchaseValue(history, parameters);
    score.complaints = complaintFrequency(customer);
    score.response = responseRecord(history);
    score.reasons = reasonsFrom(customer);
    score.pChronic = chronicProbability(score.reasons);
    score.computed = verdictFrom(customer, score.pChronic, score.complaints.matureOrders);
    if (const auto* judged = standingJudgement(history.judgements(), history.asOf()))
        score.judgement = *judged;
    score.verdict = score.judgement ? *score.judgement->verdict : score.computed;
    return score;
}

}  // namespace goodfaith::scoring

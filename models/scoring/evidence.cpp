// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/evidence.h"

#include "models/scoring/common_issue.h"
#include "models/scoring/evidence_for.h"
#include "models/scoring/evidence_of_case.h"
#include "models/scoring/evidence_of_customer.h"
#include "models/scoring/promise_record.h"

#include <cmath>

namespace goodfaith::scoring {
namespace {

template <class Evidence>
std::vector<Evidence> weighed(std::vector<Evidence> table) {
    for (Evidence& evidence : table)
        evidence.weight = shippedWeights().of.at(QLatin1String(evidence.code));
    return table;
}

}  // namespace

const std::vector<CaseEvidence>& caseEvidence() {
    constexpr bool contradicts = true;
    static const auto table = weighed<CaseEvidence>({
        // code, for or against the customer, what it rests on
        {"late_delivery", Side::For, Basis::Records, false, lateDelivery,
         "%1 followed a late delivery"},
        {"carrier_exception", Side::For, Basis::Records, false, carrierException,
         "%1 followed a parcel that the carrier lost, damaged or sent back"},
        {"return_confirms", Side::For, Basis::Records, false, returnConfirms,
         "%1 proved right when the goods came back"},
        {"billing_confirms", Side::For, Basis::Records, false, billingConfirms,
         "In %1 we charged twice or did not pay a refund in time"},
        {"we_admitted", Side::For, Basis::Words, false, weAdmitted,
         "In %1 we admitted a fault or sent a replacement"},
        {"common_issue", Side::For, Basis::Records, false, commonIssue, "", tellCommonIssue},
        {"slow_reply", Side::For, Basis::Records, false, slowReply,
         "In %1 our answer came later than our target"},
        {"broken_promise", Side::For, Basis::Records, false, brokenPromise,
         "In %1 we did not do in time what we had promised"},
        {"proof_of_delivery", Side::Against, Basis::Records, contradicts, proofOfDelivery,
         "In %1 the parcel was reported missing after a delivery with proof"},
        {"no_return", Side::Against, Basis::Records, contradicts, noReturn,
         "In %1 money was paid back for a fault, but the agreed return did not come"},
        {"returned_used", Side::Against, Basis::Records, contradicts, returnedUsed,
         "In %1 the goods came back used"},
        {"returned_empty", Side::Against, Basis::Records, contradicts, returnedEmpty,
         "In %1 the parcel came back empty"},
        {"returned_other", Side::Against, Basis::Records, contradicts, returnedOther,
         "In %1 another item came back"},
        {"double_recovery", Side::Against, Basis::Records, contradicts, doubleRecovery,
         "In %1 the same order was made good twice"},
        {"own_words", Side::Against, Basis::Words, contradicts, ownWords,
         "In %1 an earlier message said the contrary"},
        {"threat", Side::Against, Basis::Words, false, threat,
         "In %1 a bad review or a chargeback was announced without a failure of ours"},
    });
    return table;
}

const std::vector<Explanation>& explanations() {
    static const std::vector<Explanation> table = {
        // "Other" because a cancellation has no topic of its own.
        {"late_delivery", {Topic::NotReceived, Topic::Late, Topic::Other}},
        {"carrier_exception", {Topic::NotReceived, Topic::Damaged, Topic::MissingPart}},
        {"return_confirms", {}},
        {"billing_confirms", {Topic::Billing, Topic::RefundNotPaid}},
        {"we_admitted", {}},
        {"common_issue", {}},  // a case is in it by its topic
        {"slow_reply", {Topic::Service}},
        {"broken_promise", {Topic::Service}},
    };
    return table;
}

const std::vector<Excuse>& excuses() {
    // "Without a failure of ours": any of them. A chargeback opened while waiting is left out by
    // doubleRecovery itself, which knows the time.
    static const std::vector<Excuse> table = {
        {"slow_reply", "threat"},        {"late_delivery", "threat"},
        {"carrier_exception", "threat"}, {"return_confirms", "threat"},
        {"billing_confirms", "threat"},  {"we_admitted", "threat"},
        {"common_issue", "threat"},      {"broken_promise", "threat"},
    };
    return table;
}

const std::vector<CustomerEvidence>& customerEvidence() {
    static const auto table = weighed<CustomerEvidence>({
        {"tenure", Side::For, tenure},           // per year
        {"kept_buying", Side::For, keptBuying},  // per order
        {"repeated_claim", Side::Against, repeatedClaim},
        {"complaint_rate", Side::Against, complaintRate},  // times its share of the threshold
        {"refund_ratio", Side::Against, refundRatio},
        {"linked_identity", Side::Against, linkedIdentity},
    });
    return table;
}

double fading(Instant since, Instant asOf) {
    constexpr double halvedAfterDays = 365.25;
    const auto age = std::chrono::duration<double, std::ratio<86400>>(asOf - since).count();
    return age <= 0 ? 1 : std::exp2(-age / halvedAfterDays);
}

}  // namespace goodfaith::scoring

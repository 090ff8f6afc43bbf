// SPDX-License-Identifier: GPL-3.0-or-later
// Scores, verdict and reasons as values, in the shape of the command line's score object.
// Rates are cases per mature order; probabilities 0 to 1; all rounded to six decimals.
#pragma once

#include "models/domain/common_issue.h"
#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/domain/judgement.h"
#include "models/domain/money.h"
#include "models/domain/value_model.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace goodfaith {

// Those who ordered over the window, each in one currency (purchase_value.h): order statistics,
// ascending, for percentiles and for RFM by mid-rank quintiles.
struct BuyersOfCurrency {
    std::vector<qint64> netValues;  // minor units
    std::vector<double> recencyDays;
    std::vector<double> orderCounts;
    std::optional<SpendingModel> spending;  // none where too few came again, or no fit holds
    friend bool operator==(const BuyersOfCurrency&, const BuyersOfCurrency&) = default;
};

// Fitted over the whole shop at one dated run.
struct ShopParameters {
    ParametersId id;
    Instant asOf;
    Currency currency;              // the main one
    double complaintsPerOrder = 0;  // mu
    double complaintShape = 1;      // k of the Gamma prior
    // The part of mu that each topic has; empty where too few complained to know.
    std::map<Topic, double> topicsPerOrder = {};
    std::map<Currency, BuyersOfCurrency> buyers = {};
    // Share of spend given back in unsupported cases, of customers who have any, ascending; and of
    // how many who spent anything.
    std::vector<double> refundRatios;
    int spenders = 0;
    // How often customers buy; none where too few came again, or where no fit holds.
    std::optional<BuyingModel> buying;
    int customers = 0;
    int cases = 0;
    // What evidence weighs by this shop's own judgements, by code; empty where what is shipped
    // holds.
    std::map<QString, double> ownWeights = {};
    int judged = 0;  // customers on whose judgements that rests, or could
    CommonIssues issues;
};

struct PurchaseValue {
    std::optional<double> score;  // 0 to 100
    int orders = 0;
    MoneyBag gross;
    MoneyBag refunded;
    MoneyBag net;
    std::optional<Money> averageOrder;
    std::optional<Duration> recency;  // since the last order
    std::optional<int> recencyQuintile, frequencyQuintile, monetaryQuintile;  // 1 to 5, 5 is best
    // Of the twelve months from now, by the shop's models of buying and spending.
    std::optional<double> expectedOrders;  // days of buying
    std::optional<Money> expectedNextYear;
    // That the customer will buy again at all; none for who bought on one day only, of whom nothing
    // can be known.
    std::optional<double> probabilityActive;
};

struct ComplaintFrequency {
    std::optional<double> score;
    int cases = 0;
    int casesWithoutOrder = 0;
    int supported = 0;
    int unverified = 0;
    int contradicted = 0;
    int matureOrders = 0;
    double perOrder = 0;
    double perOrderLow = 0;
    double perOrderHigh = 0;
    double shopPerOrder = 0;
};

// How long replies and resolutions took: at the median, and at nine of ten.
struct ReplyTimes {
    std::optional<Duration> firstReplyMedian, firstReplyP90;
    std::optional<Duration> nextReplyMedian, nextReplyP90;
    std::optional<Duration> resolutionMedian, resolutionP90;
};

// Times are calendar time. What compares with the target (score, targetMet, chasers, waited) counts
// as the settings say.
struct ResponseRecord {
    std::optional<double> score;
    int inquiries = 0;
    std::optional<Duration> firstReplyMedian, firstReplyP90;
    std::optional<Duration> nextReplyMedian, nextReplyP90;
    std::optional<Duration> resolutionMedian, resolutionP90;
    ReplyTimes inBusinessTime;
    std::optional<double> targetMet;  // share
    std::optional<Instant> waitingSince;
    std::optional<Duration> waited;  // since then
    int missedContacts = 0;          // abandoned, busy, unanswered or voicemail, inbound
    int abandonedCalls = 0;
    int chasers = 0;
};

// A weight above 0 speaks against the customer, below 0 for them.
struct Reason {
    QString code;  // "late_delivery"
    double weight = 0;
    QString text;  // one plain sentence with figures
    std::vector<EventId> events;
};

// Whether reasons come with their sentences: to put them into words takes longer than to find
// them, so who scores many and reads none leaves the words out.
enum class Sentences { Written, LeftOut };

struct Score {
    CustomerId customer;
    QString name;
    Instant asOf;
    ParametersId parameters;
    PurchaseValue purchaseValue;
    ComplaintFrequency complaints;
    ResponseRecord response;
    VerdictKind verdict = VerdictKind::GoodFaith;   // the agent's, where one stands
    VerdictKind computed = VerdictKind::GoodFaith;  // what the evidence alone gives
    double pChronic = 0;
    std::optional<Judgement> judgement;  // the agent's that stands
    std::vector<Reason> reasons;         // by weight, the heaviest first, whatever its sign

    // What whoever judges has before them.
    ShownVerdict shown() const { return {computed, pChronic, parameters, asOf}; }
};

}  // namespace goodfaith

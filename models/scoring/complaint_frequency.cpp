// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/complaint_frequency.h"

#include <algorithm>

namespace goodfaith::scoring {
namespace {

constexpr double defaultRate = 0.05;
constexpr int leastOrders = 3;

void countCase(ComplaintFrequency& frequency, const JudgedCase& judged) {
    ++frequency.cases;
    frequency.supported += judged.standing == Standing::Supported ? 1 : 0;
    frequency.unverified += judged.standing == Standing::Unverified ? 1 : 0;
    frequency.contradicted += judged.standing == Standing::Contradicted ? 1 : 0;
}

}  // namespace

RatePrior priorOf(const ShopParameters& parameters) {
    return {parameters.complaintsPerOrder > 0 ? parameters.complaintsPerOrder : defaultRate,
            parameters.complaintShape > 0 ? parameters.complaintShape : 1};
}

RatePrior priorOf(const ShopParameters& parameters, Topic topic) {
    RatePrior prior = priorOf(parameters);
    if (const auto rate = parameters.topicsPerOrder.find(topic);
        rate != parameters.topicsPerOrder.end())
        prior.mean = rate->second;
    return prior;
}

std::unordered_set<EventId> matureOrders(const History& history) {
    std::unordered_set<EventId> mature;
    for (const auto* order : history.ordersOfWindow()) {
        if (history.isMature(*order))
            mature.insert(order->id);
    }
    return mature;
}

bool isAboutOneOf(const Case& matter, const std::unordered_set<EventId>& orders) {
    return std::any_of(matter.orders.begin(), matter.orders.end(),
                       [&](EventId order) { return orders.count(order) > 0; });
}

ComplaintFrequency complaintFrequency(const CustomerInput& input) {
    ComplaintFrequency frequency;
    const auto orders = matureOrders(input.history);
    frequency.matureOrders = static_cast<int>(orders.size());
    for (const auto& judged : input.cases) {
        if (isAboutOneOf(*judged.matter, orders))
            countCase(frequency, judged);
        else if (judged.matter->orders.empty() &&
                 judged.matter->openedAt >= input.history.windowStart())
            ++frequency.casesWithoutOrder;
    }
    const RateEstimate rate = estimateRate(input.prior, frequency.cases, frequency.matureOrders);
    frequency.perOrder = rate.mean;
    frequency.perOrderLow = rate.low;
    frequency.perOrderHigh = rate.high;
    frequency.shopPerOrder = rounded(input.prior.mean);
    if (frequency.matureOrders >= leastOrders)
        frequency.score = rounded(100 * rate.low / (rate.low + 2 * input.prior.mean));
    return frequency;
}

}  // namespace goodfaith::scoring

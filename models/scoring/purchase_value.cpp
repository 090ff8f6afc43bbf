// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/purchase_value.h"

#include "models/scoring/days_of_buying.h"
#include "models/scoring/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

namespace goodfaith::scoring {
namespace {

constexpr size_t leastCustomers = 20;

// Fewer days are better: ranks from the other end.
int recencyQuintile(const std::vector<double>& ascending, double days) {
    return quintileOf(100 - midRankPercentile(ascending, days));
}

void addExpectations(const History& history, const ShopParameters& parameters, Currency currency,
                     PurchaseValue& value) {
    constexpr double weeksOfYear = 365.25 / 7;
    const auto buying = buyingHistory(history);
    if (!parameters.buying || !buying)
        return;
    value.expectedOrders = rounded(expectedDays(*parameters.buying, *buying, weeksOfYear));
    if (buying->repeats > 0)
        value.probabilityActive = rounded(probabilityActive(*parameters.buying, *buying));
    const auto buyers = parameters.buyers.find(currency);
    if (buyers == parameters.buyers.end() || !buyers->second.spending)
        return;
    const double each =
        expectedSpending(*buyers->second.spending, spendingHistory(history, currency));
    value.expectedNextYear = Money{std::llround(*value.expectedOrders * each), currency};
}

}  // namespace

double daysOf(Duration duration) {
    return std::chrono::duration<double, std::ratio<86400>>(duration).count();
}

PurchaseValue purchaseFigures(const History& history, Currency currency) {
    PurchaseValue value;
    std::unordered_set<EventId> counted;
    int ordersInCurrency = 0;
    for (const auto* order : history.ordersOfWindow()) {
        counted.insert(order->id);
        ++value.orders;
        value.recency = history.asOf() - order->orderedAt;
        if (!order->total)
            continue;
        value.gross += *order->total;
        ordersInCurrency += order->total->currency == currency ? 1 : 0;
    }
    for (const auto& refund : history.facts().refunds) {
        // What was given back for an order that is left out is left out with it.
        const bool isCounted = refund.order.isNone() || counted.count(refund.order) > 0;
        if (isCounted && refund.at >= history.windowStart())
            value.refunded += refund.amount;
    }
    for (const auto& order : history.facts().orders) {
        const bool isStanding = order.status == OrderStatus::Placed;
        if (isStanding && order.isCreditNote() && order.orderedAt >= history.windowStart())
            value.refunded -= *order.total;
    }
    value.net = value.gross;
    for (const auto& [itsCurrency, minor] : value.refunded.sums())
        value.net -= Money{minor, itsCurrency};
    if (ordersInCurrency > 0)
        value.averageOrder = Money{value.gross.in(currency).minor / ordersInCurrency, currency};
    return value;
}

Currency currencyOf(const History& history, Currency preferred) {
    std::map<Currency, int> orders;
    for (const auto* order : history.ordersOfWindow()) {
        if (order->total)
            ++orders[order->total->currency];
    }
    if (orders.empty() || orders.count(preferred) > 0)
        return preferred;
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    return std::max_element(orders.begin(), orders.end(), fewer)->first;
}

bool orderedIn(const PurchaseValue& value, Currency currency) {
    return value.gross.sums().count(currency) > 0;
}

PurchaseValue purchaseValue(const History& history, const ShopParameters& parameters) {
    const Currency currency = currencyOf(history, parameters.currency);
    PurchaseValue value = purchaseFigures(history, currency);
    addExpectations(history, parameters, currency, value);
    const auto found = parameters.buyers.find(currency);
    if (found == parameters.buyers.end() || !orderedIn(value, currency))
        return value;
    const BuyersOfCurrency& buyers = found->second;
    if (buyers.netValues.size() < leastCustomers)
        return value;
    const double percentile = midRankPercentile(buyers.netValues, value.net.in(currency).minor);
    value.score = rounded(percentile);
    value.monetaryQuintile = quintileOf(percentile);
    if (!buyers.recencyDays.empty())
        value.recencyQuintile = recencyQuintile(buyers.recencyDays, daysOf(*value.recency));
    if (!buyers.orderCounts.empty())
        value.frequencyQuintile =
            quintileOf(midRankPercentile(buyers.orderCounts, static_cast<double>(value.orders)));
    return value;
}

}  // namespace goodfaith::scoring

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/shop_fit.h"

#include "models/scoring/complaint_frequency.h"
#include "models/scoring/days_of_buying.h"
#include "models/scoring/evidence_of_customer.h"
#include "models/scoring/purchase_value.h"

namespace goodfaith::scoring {
namespace {

constexpr int leastCustomers = 100;  // to fit the spread of rates
constexpr int leastCases = 30;
constexpr int leastBuyers = 200;  // who came again, to fit how customers buy
constexpr double rateUnknown = 0.05;
constexpr double leastRate = 1e-6;  // not rounded to nothing where a great shop has few complaints

// Nobody complained yet: half a complaint, as a cautious guess, or the default if that is less.
double rateFrom(qint64 cases, qint64 orders) {
    if (cases > 0 && orders > 0)
        return static_cast<double>(cases) / static_cast<double>(orders);
    return std::min(rateUnknown, 0.5 / static_cast<double>(std::max<qint64>(orders, 1)));
}

}  // namespace

ShopFit::ShopFit(const ShopSettings& settings, Instant asOf) : settings_(settings), asOf_(asOf) {
    parameters_.asOf = asOf;
    parameters_.currency = settings.currency;
}

void ShopFit::add(const CustomerFacts& facts, const Understanding& understanding,
                  const Coverage& coverage) {
    const History history(facts, understanding, coverage, settings_, asOf_);
    add(history, judgeCases(history));
}

void ShopFit::add(const History& history, const std::vector<JudgedCase>& cases) {
    addExposure(history, cases);
    addValue(history, cases);
    addBuying(history);
}

void ShopFit::add(const ShopFit& other) {
    for (const auto& [exposure, customers] : other.exposures_)
        exposures_[exposure] += customers;
    for (const auto& [topic, count] : other.topics_)
        topics_[topic] += count;
    for (const auto& [customer, count] : other.buying_)
        buying_[customer] += count;
    for (const auto& [currency, customers] : other.spending_) {
        for (const auto& [customer, count] : customers)
            spending_[currency][customer] += count;
    }
    const auto append = [](auto& all, const auto& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    for (const auto& [currency, others] : other.parameters_.buyers) {
        BuyersOfCurrency& buyers = parameters_.buyers[currency];
        append(buyers.netValues, others.netValues);
        append(buyers.recencyDays, others.recencyDays);
        append(buyers.orderCounts, others.orderCounts);
    }
    append(parameters_.refundRatios, other.parameters_.refundRatios);
    parameters_.spenders += other.parameters_.spenders;
}

void ShopFit::addExposure(const History& history, const std::vector<JudgedCase>& cases) {
    const auto orders = matureOrders(history);
    if (orders.empty())
        return;
    int linked = 0;
    for (const JudgedCase& judged : cases) {
        if (!isAboutOneOf(*judged.matter, orders))
            continue;
        ++linked;
        ++topics_[judged.matter->topic];
    }
    ++exposures_[{static_cast<int>(orders.size()), linked}];
}

void ShopFit::addValue(const History& history, const std::vector<JudgedCase>& cases) {
    if (const auto given = givenBack(history, cases, settings_.currency)) {
        ++parameters_.spenders;
        if (!given->refunds.empty())
            parameters_.refundRatios.push_back(given->share);
    }
    const Currency currency = currencyOf(history, settings_.currency);
    const PurchaseValue value = purchaseFigures(history, currency);
    if (!orderedIn(value, currency))
        return;
    BuyersOfCurrency& buyers = parameters_.buyers[currency];
    buyers.netValues.push_back(value.net.in(currency).minor);
    buyers.recencyDays.push_back(daysOf(*value.recency));
    buyers.orderCounts.push_back(value.orders);
}

void ShopFit::addBuying(const History& history) {
    if (const auto buying = buyingHistory(history))
        ++buying_[*buying];
    const Currency currency = currencyOf(history, settings_.currency);
    if (const auto spending = spendingHistory(history, currency); spending.days > 0)
        ++spending_[currency][spending];
}

void ShopFit::fitBuyers(ShopParameters& parameters) const {
    int cameAgain = 0;
    for (const auto& [customer, count] : buying_)
        cameAgain += customer.repeats > 0 ? count : 0;
    if (cameAgain < leastBuyers)
        return;
    if (const auto fit = fitBuying(buying_)) {
        const BuyingModel& model = fit->model;
        parameters.buying =
            BuyingModel{rounded(model.r), rounded(model.alpha), rounded(model.a), rounded(model.b)};
    }
}

void ShopFit::fitSpenders(Currency currency, BuyersOfCurrency& buyers) const {
    std::sort(buyers.netValues.begin(), buyers.netValues.end());
    std::sort(buyers.recencyDays.begin(), buyers.recencyDays.end());
    std::sort(buyers.orderCounts.begin(), buyers.orderCounts.end());
    const auto spending = spending_.find(currency);
    if (spending == spending_.end())
        return;
    int cameAgain = 0;
    for (const auto& [customer, count] : spending->second)
        cameAgain += count;
    if (cameAgain < leastBuyers)
        return;
    if (const auto fit = fitSpending(spending->second)) {
        const SpendingModel& model = fit->model;
        buyers.spending = SpendingModel{rounded(model.p), rounded(model.q), rounded(model.gamma)};
    }
}

ShopParameters ShopFit::fit() const {
    ShopParameters parameters = parameters_;
    qint64 orders = 0;
    for (const auto& [exposure, customers] : exposures_) {
        orders += static_cast<qint64>(exposure.first) * customers;
        parameters.cases += exposure.second * customers;
        parameters.customers += customers;
    }
    parameters.complaintsPerOrder =
        std::max(rounded(rateFrom(parameters.cases, orders)), leastRate);
    if (parameters.customers >= leastCustomers && parameters.cases >= leastCases) {
        parameters.complaintShape = fittedShape(exposures_, parameters.complaintsPerOrder);
        for (const Topic topic : allTopics()) {
            const auto count = topics_.find(topic);
            const double rate = rateFrom(count == topics_.end() ? 0 : count->second, orders);
            parameters.topicsPerOrder[topic] = std::max(rounded(rate), leastRate);
        }
    }
    std::sort(parameters.refundRatios.begin(), parameters.refundRatios.end());
    fitBuyers(parameters);
    for (auto& [currency, buyers] : parameters.buyers)
        fitSpenders(currency, buyers);
    return parameters;
}

}  // namespace goodfaith::scoring

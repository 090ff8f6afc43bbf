// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issues/simulated_shop.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace goodfaith::tests {
namespace {

using issues::AttributeKind;

const QDate firstDate(2022, 1, 1);
constexpr int mostLag = 80;

}  // namespace

ShopSimulator::ShopSimulator(quint64 seed) : random_(seed * 2654435761U + 12345) {}

double ShopSimulator::uniform(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random_);
}

double ShopSimulator::normal(double spread) {
    return std::normal_distribution<double>(0, spread)(random_);
}

double ShopSimulator::gammaAround1(double dispersion) {
    if (dispersion < 1e-4)
        return 1;
    return std::gamma_distribution<double>(1 / dispersion, dispersion)(random_);
}

int ShopSimulator::poisson(double mean) {
    return mean <= 0 ? 0 : std::poisson_distribution<int>(mean)(random_);
}

size_t ShopSimulator::pick(const std::vector<double>& weights) {
    return std::discrete_distribution<size_t>(weights.begin(), weights.end())(random_);
}

std::vector<ShopSimulator::Place> ShopSimulator::makePlaces(const char* name, int count) {
    std::vector<Place> places;
    for (int i = 0; i < count; ++i)
        places.push_back({QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(i),
                          uniform(0.2, 1) / (i + 1), std::exp(normal(0.35))});
    return places;
}

void ShopSimulator::makeShop(int days) {
    shop_.firstDay = issues::dayNumber(firstDate);
    shop_.lastDay = shop_.firstDay + days - 1;
    // Between some fifty and some five thousand complaints a year.
    const double complaintsPerDay = std::exp(uniform(std::log(0.15), std::log(14.0)));
    complaintRate_ = std::exp(uniform(std::log(0.02), std::log(0.12)));
    ordersPerDay_ = complaintsPerDay / complaintRate_;
    growth_ = uniform(-0.3, 0.6);
    summer_ = uniform(0, 0.35);
    christmas_ = uniform(0, 1) < 0.7 ? uniform(0.5, 3) : 0;
    dailyNoise_ = uniform(0, 1) < 0.5 ? uniform(0, 0.4) : 0;
    slowNoise_ = uniform(0, 1) < 0.5 ? uniform(0, 0.2) : 0;
    rateSeason_ = uniform(0, 0.25);
    lagMean_ = uniform(5, 18);
    const int count = static_cast<int>(std::exp(uniform(std::log(8.0), std::log(600.0))));
    for (int i = 0; i < count; ++i) {
        const bool isNew = uniform(0, 1) < 0.25;
        products_.push_back({QStringLiteral("SKU-%1").arg(i),
                             uniform(0.3, 1) / std::pow(i + 1, 0.7), std::exp(normal(0.4)),
                             isNew ? static_cast<int>(uniform(0, days)) : -1});
    }
    carriers_ = makePlaces("Carrier", static_cast<int>(uniform(1, 5)));
    regions_ = makePlaces("Region", static_cast<int>(uniform(1, 13)));
    for (size_t topic = 0; topic < allTopics().size(); ++topic)
        topics_.push_back(uniform(0.1, 1));
    topicMood_.assign(topics_.size(), 1);
    ordersOn_.resize(static_cast<size_t>(days));
}

// Of orders: growth, summer or winter, Christmas, the days of the week.
double ShopSimulator::season(int day) const {
    static constexpr double weekdays[] = {1.2, 1.1, 1.0, 1.0, 0.9, 0.8, 1.0};
    const double year = day / 365.25;
    const int ofYear = day % 365;
    const double christmas = ofYear > 325 && ofYear < 357 ? christmas_ * (ofYear - 325) / 20.0 : 0;
    return (1 + growth_ * year) * (1 + summer_ * std::sin(2 * std::numbers::pi * year)) *
           (1 + std::min(christmas, christmas_)) * weekdays[(shop_.firstDay + day) % 7];
}

ShopSimulator::Order ShopSimulator::makeOrder(int day) {
    Order order{day, {}, 0, 0};
    const int items = 1 + poisson(0.4);
    if (day != assortmentDay_) {
        std::vector<double> weights;
        for (const Product& product : products_)
            weights.push_back(product.launched > day ? 0 : product.popularity);
        assortment_ = std::discrete_distribution<size_t>(weights.begin(), weights.end());
        assortmentDay_ = day;
    }
    for (int i = 0; i < items; ++i)
        order.products.push_back(assortment_(random_));
    const auto place = [this](const std::vector<Place>& places) {
        std::vector<double> shares;
        for (const Place& one : places)
            shares.push_back(one.share);
        return pick(shares);
    };
    order.carrier = place(carriers_);
    order.region = place(regions_);
    return order;
}

std::vector<int> ShopSimulator::attributesOf(const Order& order) {
    std::vector<int> attributes;
    for (const size_t product : order.products)
        attributes.push_back(shop_.facts.attribute(AttributeKind::Product, products_[product].sku));
    attributes.push_back(
        shop_.facts.attribute(AttributeKind::Carrier, carriers_[order.carrier].name));
    attributes.push_back(shop_.facts.attribute(AttributeKind::Region, regions_[order.region].name));
    std::sort(attributes.begin(), attributes.end());
    attributes.erase(std::unique(attributes.begin(), attributes.end()), attributes.end());
    return attributes;
}

void ShopSimulator::complain(const Order& order, Topic topic, int day, qint64 customer) {
    if (shop_.firstDay + day > shop_.lastDay)
        return;
    shop_.facts.addComplaint({CaseId(nextCase_++), CustomerId(customer), topic,
                              shop_.firstDay + day, day - order.day, attributesOf(order)});
}

void ShopSimulator::tradeOn(int day) {
    const int count = poisson(ordersPerDay_ * season(day));
    auto& orders = ordersOn_[static_cast<size_t>(day)];
    for (int i = 0; i < count; ++i) {
        orders.push_back(makeOrder(day));
        shop_.facts.addOrder(shop_.firstDay + day, attributesOf(orders.back()));
    }
}

// Each order is complained of at its own rate; when, by the shop's lag; more or less on some days.
void ShopSimulator::hearOn(int day) {
    static constexpr double weekdays[] = {1.5, 1.2, 1.1, 1.0, 1.0, 0.6, 0.6};
    if (day % 7 == 0) {
        slow_ = 0.8 * slow_ + normal(slowNoise_ * 0.6);
        for (double& mood : topicMood_)
            mood = gammaAround1(dailyNoise_ / 6);
    }
    const double mood = std::exp(slow_) * gammaAround1(dailyNoise_) *
                        weekdays[(shop_.firstDay + day) % 7] *
                        (1 + rateSeason_ * std::cos(2 * std::numbers::pi * day / 365.25));
    std::vector<double> topics = topics_;
    for (size_t i = 0; i < topics.size(); ++i)
        topics[i] *= topicMood_[i];
    for (int lag = 0; lag <= mostLag && lag <= day; ++lag) {
        const double share =
            (lag + 1) * std::exp(-2.0 * lag / lagMean_) * 4 / (lagMean_ * lagMean_);
        const auto& orders = ordersOn_[static_cast<size_t>(day - lag)];
        const int complaints =
            poisson(mood * complaintRate_ * share * static_cast<double>(orders.size()));
        for (int i = 0; i < complaints; ++i) {
            const Order& order =
                orders[static_cast<size_t>(uniform(0, static_cast<double>(orders.size())))];
            const double trouble = products_[order.products.front()].trouble *
                                   carriers_[order.carrier].trouble *
                                   regions_[order.region].trouble;
            if (uniform(0, 3) < trouble * 1.5)
                complain(order, Topic(pick(topics) + 1), day, nextCustomer_++);
        }
    }
}

// Some complain again and again of the same, which is no common issue.
void ShopSimulator::addChronicCustomers(int days) {
    const int count = poisson(shop_.complaintsPerYear / 250);
    for (int i = 0; i < count; ++i) {
        const int from = static_cast<int>(uniform(0, days - 30));
        const auto& orders = ordersOn_[static_cast<size_t>(from)];
        if (orders.empty())
            continue;
        const Topic topic = Topic(1 + pick(topics_));
        const qint64 customer = nextCustomer_++;
        for (int time = 0; time < 6; ++time)
            complain(orders.front(), topic, from + static_cast<int>(uniform(0, 20)), customer);
    }
}

void ShopSimulator::chooseSubject(const SimulatedSurge& surge) {
    using Kind = SimulatedSurge::Kind;
    // Sold before: neither the most nor the least popular of those that are.
    surgeProduct_ = 0;
    for (size_t i = 0; i < products_.size() && i < 12; ++i) {
        if (products_[i].launched < 0)
            surgeProduct_ = i;
    }
    surgeCarrier_ = carriers_.size() - 1;
    shop_.topic = surge.kind == Kind::FaultyBatch     ? Topic::Defective
                  : surge.kind == Kind::CarrierStrike ? Topic::Late
                  : surge.kind == Kind::LostParcels   ? Topic::NotReceived
                                                      : Topic::Billing;
    if (surge.kind == Kind::FaultyBatch)
        shop_.subject = {AttributeKind::Product, products_[surgeProduct_].sku, {}};
    else if (surge.kind == Kind::CarrierStrike)
        shop_.subject = {AttributeKind::Region, regions_.back().name, {}};
    else if (surge.kind == Kind::LostParcels)
        shop_.subject = {AttributeKind::Carrier, carriers_[surgeCarrier_].name, {}};
}

void ShopSimulator::surgeOn(int day, const SimulatedSurge& surge) {
    using Kind = SimulatedSurge::Kind;
    if (surge.kind == Kind::None || day < surge.firstDay || day >= surge.firstDay + surge.days)
        return;
    const int count = poisson(surge.perDay);
    for (int i = 0; i < count; ++i) {
        Order order = makeOrder(std::max(0, day - static_cast<int>(uniform(2, 14))));
        if (surge.kind == Kind::FaultyBatch)
            order.products = {surgeProduct_};
        else if (surge.kind == Kind::CarrierStrike)
            order.region = regions_.size() - 1;
        else if (surge.kind == Kind::LostParcels)
            order.carrier = surgeCarrier_;
        complain(order, shop_.topic, day, nextCustomer_++);
        shop_.surgeDays.push_back(shop_.firstDay + day);
    }
}

// Counted in what was simulated without the surge, over half a year before it.
double ShopSimulator::truth(const SimulatedSurge& surge) const {
    constexpr int days = 182;
    int count = 0;
    for (const auto& complaint : shop_.facts.complaints()) {
        const int day = complaint.day - shop_.firstDay;
        if (day >= surge.firstDay || day < surge.firstDay - days || complaint.topic != shop_.topic)
            continue;
        const auto isSubject = [&](int attribute) {
            const auto& one = shop_.facts.attributes()[static_cast<size_t>(attribute)];
            return one.kind == shop_.subject.kind && one.value == shop_.subject.value;
        };
        if (shop_.subject.value.isEmpty() ||
            std::any_of(complaint.attributes.begin(), complaint.attributes.end(), isSubject))
            ++count;
    }
    return (count + 0.5) / days;
}

SimulatedShop ShopSimulator::simulate(int days, SimulatedSurge surge) {
    makeShop(days);
    chooseSubject(surge);
    for (int day = 0; day < days; ++day) {
        tradeOn(day);
        hearOn(day);
        surgeOn(day, surge);
    }
    shop_.complaintsPerYear = static_cast<double>(shop_.facts.complaints().size()) * 365.0 / days;
    shop_.usualPerDay = truth(surge);
    addChronicCustomers(days);
    return std::move(shop_);
}

}  // namespace goodfaith::tests

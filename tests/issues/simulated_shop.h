// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up shops of every kind, calm or with one surge whose truth is known: what they sell, ship
// and hear of it, day by day. The same seed gives the same shop.
#pragma once

#include "models/issues/issue_facts.h"

#include <random>

namespace goodfaith::tests {

// What goes wrong in a shop, beside what always does.
struct SimulatedSurge {
    enum class Kind { None, FaultyBatch, CarrierStrike, LostParcels, BillingError };
    Kind kind = Kind::None;
    int firstDay = 0;  // complaints of it may come from here on
    int days = 0;
    double perDay = 0;  // complaints of it, on average
};

struct SimulatedShop {
    issues::IssueFacts facts;
    int firstDay = 0;
    int lastDay = 0;
    double complaintsPerYear = 0;
    // Of the surge: what is truly usual a day in its topic and attribute, and which they are.
    issues::Attribute subject;  // no value: the topic alone
    Topic topic = Topic::None;
    double usualPerDay = 0;
    std::vector<int> surgeDays;  // of its complaints
};

class ShopSimulator {
public:
    explicit ShopSimulator(quint64 seed);
    SimulatedShop simulate(int days, SimulatedSurge surge = {});

private:
    struct Product {
        QString sku;
        double popularity;
        double trouble;  // complaints against the average
        int launched;
    };
    struct Place {
        QString name;
        double share;
        double trouble;
    };
    struct Order {
        int day;
        std::vector<size_t> products;
        size_t carrier, region;
    };

    double uniform(double low, double high);
    double normal(double spread);
    double gammaAround1(double dispersion);
    int poisson(double mean);
    size_t pick(const std::vector<double>& weights);
    void makeShop(int days);
    std::vector<Place> makePlaces(const char* name, int count);
    double season(int day) const;
    Order makeOrder(int day);
    std::vector<int> attributesOf(const Order& order);
    void complain(const Order& order, Topic topic, int day, qint64 customer);
    void tradeOn(int day);
    void hearOn(int day);
    void addChronicCustomers(int days);
    void surgeOn(int day, const SimulatedSurge& surge);
    void chooseSubject(const SimulatedSurge& surge);
    double truth(const SimulatedSurge& surge) const;

    std::mt19937_64 random_;
    SimulatedShop shop_;
    std::vector<Product> products_;
    std::vector<Place> carriers_, regions_;
    std::vector<double> topics_;                // shares, by topic from 1 on
    std::vector<std::vector<Order>> ordersOn_;  // by day
    std::vector<Order> sold_;                   // recent ones, for surges
    double ordersPerDay_ = 0, complaintRate_ = 0, growth_ = 0, summer_ = 0, christmas_ = 0;
    double dailyNoise_ = 0, slowNoise_ = 0, rateSeason_ = 0, lagMean_ = 0;
    double slow_ = 0;
    std::vector<double> topicMood_;  // of the week
    qint64 nextCustomer_ = 1;
    qint64 nextCase_ = 1;
    std::discrete_distribution<size_t> assortment_;  // of a day
    int assortmentDay_ = -1;
    size_t surgeProduct_ = 0, surgeCarrier_ = 0;
};

}  // namespace goodfaith::tests

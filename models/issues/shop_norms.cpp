// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/issues/shop_norms.h"

#include <algorithm>

namespace goodfaith::issues {
namespace {

// Of a Gamma distribution with this shape: a third differ by more than half from the mean.
constexpr double usualLikeness = 3;
constexpr double leastLikeness = 0.5;
constexpr double greatestLikeness = 10;
constexpr double usualDispersion = 0.08;
constexpr double leastDispersion = 0.01;
constexpr double greatestDispersion = 3;
constexpr double weightOfUsual = 20;  // in squared counts

class NormsFit {
public:
    NormsFit(const IssueFacts& facts, const KeyBook& book, const Exposure& exposure,
             const Explained& explained, int from, int day)
        : facts_(facts),
          book_(book),
          exposure_(exposure),
          explained_(explained),
          from_(from),
          last_(day - 1) {}

    ShopNorms fit() {
        countComplaints();
        countOrders();
        fitRates();
        fitLikeness();
        fitDispersion();
        return norms_;
    }

private:
    using ByTopic = std::array<double, topicCount>;

    void countComplaints();
    void countOrders();
    void fitRates();
    void fitLikeness();
    void fitDispersion();
    void addUnevenness(const KeyHistory& history);
    std::vector<double> countsByDay(const KeyHistory& history) const;

    const IssueFacts& facts_;
    const KeyBook& book_;
    const Exposure& exposure_;
    const Explained& explained_;
    int from_;
    int last_;
    ShopNorms norms_;
    std::vector<ByTopic> complaints_;  // by attribute
    ByTopic complaintsOfShop_{};
    std::vector<double> orders_;  // by attribute
    std::array<std::array<double, windows.size()>, keyClasses> excess_{}, squares_{};
};

void NormsFit::countComplaints() {
    complaints_.resize(facts_.attributes().size());
    const auto add = [](ByTopic& counts, Topic topic) {
        counts[0] += 1;
        if (topic != Topic::None)
            counts[static_cast<size_t>(topic)] += 1;
    };
    const KeyHistory& all = book_.key(KeyBook::total);
    const auto [first, end] = all.between(from_, last_);
    for (size_t i = first; i < end; ++i) {
        const auto place = static_cast<size_t>(all.entries[i].complaint);
        if (!all.entries[i].isCounted || explained_[place])
            continue;
        const auto& complaint = facts_.complaints()[place];
        add(complaintsOfShop_, complaint.topic);
        for (const int attribute : complaint.attributes)
            add(complaints_[static_cast<size_t>(attribute)], complaint.topic);
    }
}

void NormsFit::countOrders() {
    orders_.resize(facts_.attributes().size());
    for (size_t i = 0; i < orders_.size(); ++i) {
        const auto& days = facts_.orderDaysOf(static_cast<int>(i));
        orders_[i] = static_cast<double>(std::upper_bound(days.begin(), days.end(), last_) -
                                         std::lower_bound(days.begin(), days.end(), from_));
    }
}

// A topic of which nothing was heard yet is expected like any other of the shop.
void NormsFit::fitRates() {
    constexpr double ordersAssumed = 50;  // with one complaint
    const double orders = exposure_.between(Exposure::allOrders, from_, last_);
    std::array<ByTopic, attributeKinds> complaints{};
    std::array<double, attributeKinds> ordersOf{};
    for (size_t i = 0; i < orders_.size(); ++i) {
        const auto kind = static_cast<size_t>(facts_.attributes()[i].kind);
        ordersOf[kind] += orders_[i];
        for (size_t topic = 0; topic < topicCount; ++topic)
            complaints[kind][topic] += complaints_[i][topic];
    }
    const auto fitTopics = [&](ByTopic& rates, const ByTopic& counts, double exposed) {
        rates[0] = (counts[0] + 1) / (exposed + ordersAssumed);
        const double ordersForOne = (topicCount - 1) / rates[0];
        for (size_t topic = 1; topic < topicCount; ++topic)
            rates[topic] = (counts[topic] + 1) / (exposed + ordersForOne);
    };
    fitTopics(norms_.topicRates, complaintsOfShop_, orders);
    for (size_t kind = 0; kind < attributeKinds; ++kind)
        fitTopics(norms_.attributeRates[kind], complaints[kind], ordersOf[kind]);
}

// By moments, drawn towards what is usual where there is little to learn from.
void NormsFit::fitLikeness() {
    std::array<double, keyClasses> excess{}, squares{};
    for (size_t i = 0; i < orders_.size(); ++i) {
        const auto kind = static_cast<size_t>(facts_.attributes()[i].kind);
        for (size_t topic = 0; topic < topicCount; ++topic) {
            const size_t group = 2 + 2 * kind + (topic == 0 ? 0 : 1);
            const double mean = norms_.attributeRates[kind][topic] * orders_[i];
            const double off = complaints_[i][topic] - mean;
            excess[group] += off * off - mean;
            squares[group] += mean * mean;
        }
    }
    norms_.likeness.fill(1);  // topics are not alike
    for (size_t group = 2; group < keyClasses; ++group)
        norms_.likeness[group] =
            std::clamp((squares[group] + weightOfUsual) /
                           std::max(excess[group] + weightOfUsual / usualLikeness, 1e-9),
                       leastLikeness, greatestLikeness);
}

std::vector<double> NormsFit::countsByDay(const KeyHistory& history) const {
    std::vector<double> counts(static_cast<size_t>(last_ - from_ + 1));
    const auto [first, end] = history.between(from_, last_);
    for (size_t i = first; i < end; ++i) {
        const auto& entry = history.entries[i];
        if (entry.isCounted && !explained_[static_cast<size_t>(entry.complaint)])
            counts[static_cast<size_t>(entry.day - from_)] += 1;
    }
    return counts;
}

void NormsFit::addUnevenness(const KeyHistory& history) {
    const auto counts = countsByDay(history);
    const int attribute = history.key.attribute;
    double sum = 0;
    for (const double count : counts)
        sum += count;
    const double rate = sum / std::max(exposure_.between(attribute, from_, last_), 1e-9);
    const size_t group = ShopNorms::classOf(facts_, history.key);
    for (size_t w = 0; w < windows.size(); ++w) {
        for (int end = last_; end - windows[w] + 1 >= from_; end -= windows[w]) {
            double count = 0;
            for (int day = end - windows[w] + 1; day <= end; ++day)
                count += counts[static_cast<size_t>(day - from_)];
            const double mean = rate * exposure_.between(attribute, end - windows[w] + 1, end);
            excess_[group][w] += (count - mean) * (count - mean) - mean;
            squares_[group][w] += mean * mean;
        }
    }
}

void NormsFit::fitDispersion() {
    constexpr size_t mostOfClass = 40;  // those with the most complaints tell the most
    constexpr size_t leastComplaints = 6;
    std::array<std::vector<std::pair<size_t, int>>, keyClasses> byClass;
    for (int number = 0; number < book_.keyCount(); ++number) {
        const auto [first, end] = book_.key(number).between(from_, last_);
        if (end - first >= leastComplaints)
            byClass[ShopNorms::classOf(facts_, book_.key(number).key)].emplace_back(end - first,
                                                                                    number);
    }
    for (auto& keys : byClass) {
        std::sort(keys.begin(), keys.end(), std::greater());
        keys.resize(std::min(keys.size(), mostOfClass));
        for (const auto& [count, number] : keys)
            addUnevenness(book_.key(number));
    }
    for (size_t group = 0; group < keyClasses; ++group) {
        for (size_t w = 0; w < windows.size(); ++w)
            norms_.dispersion[group][w] =
                std::clamp((excess_[group][w] + weightOfUsual * usualDispersion) /
                               (squares_[group][w] + weightOfUsual),
                           leastDispersion, greatestDispersion);
    }
}

}  // namespace

size_t ShopNorms::classOf(const IssueFacts& facts, const IssueKey& key) {
    if (key.attribute < 0)
        return key.topic == Topic::None ? 0 : 1;
    const auto kind =
        static_cast<size_t>(facts.attributes()[static_cast<size_t>(key.attribute)].kind);
    return 2 + 2 * kind + (key.topic == Topic::None ? 0 : 1);
}

double ShopNorms::rateOf(const IssueFacts& facts, const IssueKey& key) const {
    const auto topic = static_cast<size_t>(key.topic);
    // A topic's own past says the rest.
    if (key.attribute < 0)
        return topic == 0 ? topicRates[0] : topicRates[0] / (topicCount - 1);
    const auto& attribute = facts.attributes()[static_cast<size_t>(key.attribute)];
    return attributeRates[static_cast<size_t>(attribute.kind)][topic];
}

ShopNorms normsBefore(const IssueFacts& facts, const KeyBook& book, const Exposure& exposure,
                      const Explained& explained, int from, int day) {
    return NormsFit(facts, book, exposure, explained, from, day).fit();
}

}  // namespace goodfaith::issues

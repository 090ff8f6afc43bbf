// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/issues/issue_facts.h"

#include <algorithm>

namespace goodfaith::issues {
namespace {

// Of several titles of one product always the same, whichever came first.
const QString& betterTitle(const QString& a, const QString& b) {
    return a.isEmpty() || (!b.isEmpty() && b < a) ? b : a;
}

}  // namespace

int IssueFacts::attribute(AttributeKind kind, const QString& value, const QString& title) {
    auto& numbers = numbers_[static_cast<size_t>(kind)];
    const auto known = numbers.constFind(value);
    if (known == numbers.constEnd()) {
        const auto number = static_cast<int>(attributes_.size());
        numbers.insert(value, number);
        attributes_.push_back({kind, value, title});
        orderDaysOf_.emplace_back();
        return number;
    }
    auto& attribute = attributes_[static_cast<size_t>(*known)];
    if (attribute.title != title)
        attribute.title = QString(betterTitle(attribute.title, title));
    return *known;
}

void IssueFacts::addOrder(int day, const std::vector<int>& attributes) {
    orderDays_.push_back(day);
    for (const int attribute : attributes)
        orderDaysOf_[static_cast<size_t>(attribute)].push_back(day);
}

void IssueFacts::addComplaint(SightedComplaint complaint) {
    auto& attributes = complaint.attributes;
    std::sort(attributes.begin(), attributes.end());
    attributes.erase(std::unique(attributes.begin(), attributes.end()), attributes.end());
    complaints_.push_back(std::move(complaint));
}

void IssueFacts::add(const IssueFacts& other) {
    std::vector<int> numbers;
    numbers.reserve(other.attributes_.size());
    for (const auto& [kind, value, title] : other.attributes_)
        numbers.push_back(attribute(kind, value, title));
    const auto append = [](auto& all, const auto& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    append(orderDays_, other.orderDays_);
    for (size_t i = 0; i < numbers.size(); ++i)
        append(orderDaysOf_[static_cast<size_t>(numbers[i])], other.orderDaysOf_[i]);
    for (SightedComplaint complaint : other.complaints_) {
        for (int& attribute : complaint.attributes)
            attribute = numbers[static_cast<size_t>(attribute)];
        addComplaint(std::move(complaint));
    }
}

void IssueFacts::sort(int asOf) {
    const auto sortDays = [asOf](std::vector<int>& days) {
        std::erase_if(days, [asOf](int day) { return day > asOf; });
        std::sort(days.begin(), days.end());
    };
    std::erase_if(complaints_, [asOf](const auto& complaint) { return complaint.day > asOf; });
    std::sort(complaints_.begin(), complaints_.end(),
              [](const SightedComplaint& a, const SightedComplaint& b) {
                  return std::pair(a.day, a.matter) < std::pair(b.day, b.matter);
              });
    sortDays(orderDays_);
    for (auto& days : orderDaysOf_)
        sortDays(days);
}

}  // namespace goodfaith::issues

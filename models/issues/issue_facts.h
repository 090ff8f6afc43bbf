// SPDX-License-Identifier: GPL-3.0-or-later
// What common issues are found in: complaints, and the orders that could have been complained of,
// each with its day and attributes (product, carrier, region). Filled in any order.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/understanding.h"

#include <QDate>
#include <QHash>
#include <QString>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace goodfaith::issues {

enum class AttributeKind { Product, Carrier, Region };
inline constexpr size_t attributeKinds = 3;

struct Attribute {
    AttributeKind kind = AttributeKind::Product;
    QString value;
    QString title;
};

// Days are Julian day numbers, of the shop's calendar.
struct SightedComplaint {
    CaseId matter;
    CustomerId customer;
    Topic topic = Topic::Other;
    int day = 0;
    std::optional<int> lag;       // days since the order was shipped
    std::vector<int> attributes;  // of the orders it is about, each once
};

inline int dayNumber(QDate day) {
    return static_cast<int>(day.toJulianDay());
}
inline QDate dateOf(int day) {
    return QDate::fromJulianDay(day);
}

class IssueFacts {
public:
    // The number of an attribute, to be named in orders and complaints.
    int attribute(AttributeKind kind, const QString& value, const QString& title = {});
    // `day`: when it was shipped, or else ordered.
    void addOrder(int day, const std::vector<int>& attributes);
    void addComplaint(SightedComplaint complaint);
    void add(const IssueFacts& other);
    // By day, whatever order they came in, and without what is later than `asOf`.
    void sort(int asOf);

    const std::vector<Attribute>& attributes() const { return attributes_; }
    const std::vector<SightedComplaint>& complaints() const { return complaints_; }
    const std::vector<int>& orderDays() const { return orderDays_; }
    const std::vector<int>& orderDaysOf(int attribute) const {
        return orderDaysOf_[static_cast<size_t>(attribute)];
    }

private:
    std::vector<Attribute> attributes_;
    std::array<QHash<QString, int>, attributeKinds> numbers_;
    std::vector<SightedComplaint> complaints_;
    std::vector<int> orderDays_;                 // one for each order
    std::vector<std::vector<int>> orderDaysOf_;  // the same by attribute
};

}  // namespace goodfaith::issues

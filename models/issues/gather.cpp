// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/issues/gather.h"

#include <algorithm>
#include <unordered_map>

namespace goodfaith::issues {
namespace {

struct Sold {
    int day = 0;  // shipped, or else ordered
    std::vector<int> attributes;
};

class Gathering {
public:
    Gathering(const CustomerFacts& facts, const QTimeZone& zone, IssueFacts& into)
        : zone_(zone), into_(into) {
        for (const auto& shipment : facts.shipments)
            shipments_[shipment.order].push_back(&shipment);
        for (const auto& order : facts.orders) {
            if (order.isPurchase())
                sold_.emplace(order.id, soldAs(order));
        }
    }

    void addOrders(const CustomerFacts& facts) {
        for (const auto& order : facts.orders) {
            if (const auto found = sold_.find(order.id); found != sold_.end())
                into_.addOrder(found->second.day, found->second.attributes);
        }
    }

    void addCase(CustomerId customer, const Case& matter) {
        SightedComplaint complaint{matter.id, customer, matter.topic, day(matter.openedAt), {}, {}};
        for (const EventId order : matter.orders) {
            const auto found = sold_.find(order);
            if (found == sold_.end())
                continue;
            const auto& [shipped, attributes] = found->second;
            complaint.lag =
                std::min(complaint.lag.value_or(complaint.day), complaint.day - shipped);
            complaint.attributes.insert(complaint.attributes.end(), attributes.begin(),
                                        attributes.end());
        }
        into_.addComplaint(std::move(complaint));
    }

private:
    int day(Instant at) const { return dayNumber(dayOf(at, zone_)); }

    void add(Sold& sold, AttributeKind kind, const QString& value, const QString& title = {}) {
        if (!value.isEmpty())
            sold.attributes.push_back(into_.attribute(kind, value, title));
    }

    Sold soldAs(const OrderFact& order) {
        Sold sold;
        std::optional<Instant> shippedAt;
        for (const ShipmentFact* shipment : shipments_[order.id]) {
            add(sold, AttributeKind::Carrier, shipment->carrier);
            if (shipment->shippedAt && (!shippedAt || *shipment->shippedAt < *shippedAt))
                shippedAt = shipment->shippedAt;
        }
        sold.day = day(shippedAt.value_or(order.orderedAt));
        for (const auto& item : order.items)
            add(sold, AttributeKind::Product, item.sku.isEmpty() ? item.title : item.sku,
                item.title);
        add(sold, AttributeKind::Region, order.country);
        auto& attributes = sold.attributes;
        std::sort(attributes.begin(), attributes.end());
        attributes.erase(std::unique(attributes.begin(), attributes.end()), attributes.end());
        return sold;
    }

    const QTimeZone& zone_;
    IssueFacts& into_;
    std::unordered_map<EventId, std::vector<const ShipmentFact*>> shipments_;
    std::unordered_map<EventId, Sold> sold_;
};

}  // namespace

void gather(const CustomerFacts& facts, const Understanding& understanding, const QTimeZone& zone,
            IssueFacts& into) {
    Gathering gathering(facts, zone, into);
    gathering.addOrders(facts);
    for (const Case& matter : understanding.cases)
        gathering.addCase(facts.id, matter);
}

}  // namespace goodfaith::issues

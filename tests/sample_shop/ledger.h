// SPDX-License-Identifier: GPL-3.0-or-later
// One customer's dealings as the shop's books have them: orders, parcels, returns, money back.
// Times are true times; what lies after the last day is not in the books yet.
#pragma once

#include "tests/sample_shop/shop.h"

#include <optional>
#include <vector>

namespace goodfaith::sample_shop {

struct OrderLine {
    const Product* product = nullptr;
    int quantity = 1;
};

struct Order {
    QString key;
    Instant at;
    std::vector<OrderLine> lines;  // never empty
    qint64 total = 0;              // pence, or cents, with shipping
    qint64 shipping = 0;
    const Carrier* carrier = nullptr;
    QString tracking;
    Instant shippedAt;
    Instant promisedAt;
    std::optional<Instant> deliveredAt;
    QString currency;

    const Product& product() const { return *lines.front().product; }
};

enum class Delivery { Usual, OnTime, Late, Lost, Damaged };

struct OrderWish {
    Instant at;
    const Product* product = nullptr;  // none: anything
    Delivery delivery = Delivery::Usual;
    QString proof;          // "": as the carrier happens to have it
    QString replacesOrder;  // a free replacement for that order
    bool bigSpender = false;
    const Carrier* carrier = nullptr;  // none: any
    bool lossIsNoted = true;           // by the carrier
};

struct ReturnedItem {
    Instant requestedAt;
    std::optional<Instant> receivedAt;
    QString reason;
    QString condition;
    QString fault;
    QString outcome;
};

class Ledger {
public:
    Ledger(Shop& shop, Random& random) : shop_(shop), random_(random) {}

    // Writes order, items and shipment.
    Order order(const Customer& customer, const OrderWish& wish);
    Order cancelledOrder(const Customer& customer, Instant at);
    void refund(const Order& order, Instant at, qint64 pence, const QString& kind,
                const QString& reason);
    // Returns the return's number.
    QString returned(const Order& order, const ReturnedItem& item);

private:
    std::vector<OrderLine> drawLines(const OrderWish& wish);
    void writeOrder(const Customer& customer, const Order& order, const OrderWish& wish,
                    const QString& status);
    void ship(Order& order, const OrderWish& wish);
    Instant deliveryTime(const Order& order, Delivery delivery);

    Shop& shop_;
    Random& random_;
};

}  // namespace goodfaith::sample_shop

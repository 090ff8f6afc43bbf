// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/ledger.h"

namespace goodfaith::sample_shop {
namespace {

constexpr qint64 deliveryCharge = 495;
constexpr qint64 freeDeliveryFrom = 7500;
constexpr int eveningOfPromise = 20 * 3600;

const Carrier& drawCarrier(Random& random) {
    int left = random.below(1000);
    for (const Carrier& carrier : carriers()) {
        left -= carrier.share;
        if (left < 0)
            return carrier;
    }
    return badCarrier();
}

QString drawProof(Random& random) {
    static const QStringList proofs{QStringLiteral("none"),      QStringLiteral("none"),
                                    QStringLiteral("photo"),     QStringLiteral("photo"),
                                    QStringLiteral("signature"), QStringLiteral("locker")};
    return random.pick(proofs);
}

// Of whoever gets the present: no customer of ours.
QString giftPhone(Random& random) {
    return random.chance(400) ? QStringLiteral("01632 960%1").arg(random.between(100, 999))
                              : QString();
}

// What the carrier's record says on the last day.
QString shipmentStatus(const Order& order, Delivery delivery, bool lossIsNoted) {
    const Instant known = endOfStory();
    if (order.deliveredAt && *order.deliveredAt <= known)
        return delivery == Delivery::Damaged ? QStringLiteral("damaged")
                                             : QStringLiteral("delivered");
    if (delivery == Delivery::Lost && lossIsNoted &&
        order.promisedAt + std::chrono::days(5) <= known)
        return QStringLiteral("lost");
    return order.shippedAt + std::chrono::hours(20) <= known ? QStringLiteral("in_transit")
                                                             : QStringLiteral("shipped");
}

void addUp(Order& order) {
    for (const OrderLine& line : order.lines)
        order.total += static_cast<qint64>(line.product->pricePence) * line.quantity;
    order.shipping = order.total < freeDeliveryFrom ? deliveryCharge : 0;
    order.total += order.shipping;
}

QString timeUnlessLater(std::optional<Instant> at) {
    return at && *at <= endOfStory() ? isoLondon(*at) : QString();
}

}  // namespace

std::vector<OrderLine> Ledger::drawLines(const OrderWish& wish) {
    std::vector<OrderLine> lines;
    const bool several = random_.chance(500);
    const int count = several ? 1 + random_.below(wish.bigSpender ? 4 : 3) : 1;
    for (int i = 0; i < count; ++i) {
        const Product* product = &random_.pick(catalogue());
        if (wish.bigSpender && product->pricePence < 5000)
            product = &random_.pick(catalogue());
        lines.push_back({product, random_.chance(150) ? random_.between(2, 4) : 1});
    }
    // The one with the faulty batch was on the front page then.
    if (isFromFaultyBatch(faultyProduct(), londonDay(wish.at)) && random_.chance(120))
        lines.front() = {&faultyProduct(), 1};
    if (wish.product != nullptr)
        lines.front() = {wish.product, 1};
    return lines;
}

void Ledger::writeOrder(const Customer& customer, const Order& order, const OrderWish& wish,
                        const QString& status) {
    static const QStringList channels{QStringLiteral("web"), QStringLiteral("web"),
                                      QStringLiteral("app"), QStringLiteral("web"),
                                      QStringLiteral("phone")};
    const bool replacement = !wish.replacesOrder.isEmpty();
    const bool gift = !replacement && random_.chance(40);
    shop_.files.addRow(
        Table::Orders, order.at,
        {order.key, customer.customerNumber, isoLondon(order.at), customer.name.full(),
         customer.email, customer.phone.asWritten(random_), customer.street, customer.postcode,
         customer.city, customer.country, customer.currency, decimal(order.total),
         QStringLiteral("0.00"), decimal(order.shipping), status,
         replacement ? QStringLiteral("service") : random_.pick(channels),
         gift ? drawName(random_).full() : QString(), gift ? giftPhone(random_) : QString(),
         wish.replacesOrder});
    int number = 0;
    for (const OrderLine& line : order.lines) {
        const qint64 price = replacement ? 0 : line.product->pricePence;
        shop_.files.addRow(
            Table::OrderItems, order.at,
            {order.key, QString::number(++number), QString::fromUtf8(line.product->sku),
             QString::fromUtf8(line.product->title), QString::number(line.quantity),
             decimal(price)});
    }
}

Instant Ledger::deliveryTime(const Order& order, Delivery delivery) {
    const QDate promised = londonDay(order.promisedAt);
    const bool badTime = order.carrier == &badCarrier() && isBadQuarter(londonDay(order.at));
    const bool late = delivery == Delivery::Late ||
                      (delivery == Delivery::Usual && random_.chance(badTime ? 330 : 35));
    const int days = late ? random_.between(3, badTime ? 12 : 8) : -random_.below(2);
    const QDate shipped = londonDay(order.shippedAt);
    const QDate day = workingDayFrom(std::max(promised.addDays(days), shipped.addDays(1)));
    return londonTime(day, random_.between(8 * 3600, late ? 19 * 3600 : 18 * 3600));
}

void Ledger::ship(Order& order, const OrderWish& wish) {
    const QDate shippingDay = workingDayFrom(londonDay(order.at).addDays(1));
    order.carrier = wish.carrier != nullptr ? wish.carrier : &drawCarrier(random_);
    order.shippedAt = londonTime(shippingDay, random_.between(14 * 3600, 17 * 3600));
    order.promisedAt =
        londonTime(addWorkingDays(shippingDay, random_.between(2, 3)), eveningOfPromise);
    order.tracking = QLatin1String(order.carrier->trackingPrefix) +
                     QString::number(random_.between(100000000, 999999999)) + QStringLiteral("GB");
    if (wish.delivery != Delivery::Lost)
        order.deliveredAt = deliveryTime(order, wish.delivery);
    const QString status = shipmentStatus(order, wish.delivery, wish.lossIsNoted);
    const bool arrived = order.deliveredAt && *order.deliveredAt <= endOfStory();
    const QString proof = wish.proof.isEmpty() ? drawProof(random_) : wish.proof;
    shop_.files.addRow(Table::Shipments, order.shippedAt,
                       {shop_.files.nextKey(QStringLiteral("SH"), order.shippedAt), order.key,
                        QString::fromUtf8(order.carrier->name), order.tracking,
                        isoLondon(order.shippedAt), isoLondon(order.promisedAt),
                        timeUnlessLater(order.deliveredAt), status, arrived ? proof : QString()});
}

Order Ledger::order(const Customer& customer, const OrderWish& wish) {
    Order order;
    order.at = wish.at;
    order.key = shop_.files.nextKey(QStringLiteral("EW"), wish.at);
    order.lines = drawLines(wish);
    order.currency = customer.currency;
    if (wish.replacesOrder.isEmpty()) {
        addUp(order);
    } else {
        order.lines.resize(1);
    }
    writeOrder(customer, order, wish, QStringLiteral("fulfilled"));
    ship(order, wish);
    return order;
}

Order Ledger::cancelledOrder(const Customer& customer, Instant at) {
    Order order;
    order.at = at;
    order.key = shop_.files.nextKey(QStringLiteral("EW"), at);
    OrderWish wish;
    wish.at = at;
    order.lines = drawLines(wish);
    order.currency = customer.currency;
    addUp(order);
    writeOrder(customer, order, wish, QStringLiteral("cancelled"));
    return order;
}

void Ledger::refund(const Order& order, Instant at, qint64 pence, const QString& kind,
                    const QString& reason) {
    if (pence <= 0)
        return;
    shop_.files.addRow(Table::Refunds, at,
                       {shop_.files.nextKey(QStringLiteral("RF"), at), order.key, isoLondon(at),
                        decimal(pence), order.currency, kind, reason});
}

QString Ledger::returned(const Order& order, const ReturnedItem& item) {
    const QString key = shop_.files.nextKey(QStringLiteral("RMA"), item.requestedAt);
    const bool received = item.receivedAt && *item.receivedAt <= endOfStory();
    shop_.files.addRow(
        Table::Returns, item.requestedAt,
        {key, order.key, QString::fromUtf8(order.product().sku), isoLondon(item.requestedAt),
         timeUnlessLater(item.receivedAt), item.reason, received ? item.condition : QString(),
         received ? item.fault : QString(), received ? item.outcome : QStringLiteral("open")});
    return key;
}

}  // namespace goodfaith::sample_shop

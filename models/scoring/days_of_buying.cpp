// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/days_of_buying.h"

namespace goodfaith::scoring {
namespace {

double weeksBetween(QDate from, QDate to) {
    return static_cast<double>(from.daysTo(to)) / 7;
}

}  // namespace

std::optional<BuyingHistory> buyingHistory(const History& history) {
    if (history.orders().empty())
        return std::nullopt;
    const QTimeZone& zone = history.settings().timeZone;
    const QDate first = dayOf(history.orders().front()->orderedAt, zone);
    QDate last = first;
    BuyingHistory buying;
    for (const OrderFact* order : history.orders()) {
        const QDate day = dayOf(order->orderedAt, zone);
        buying.repeats += day > last ? 1 : 0;
        last = day;
    }
    buying.last = weeksBetween(first, last);
    buying.observed = weeksBetween(first, dayOf(history.asOf(), zone));
    return buying;
}

SpendingHistory spendingHistory(const History& history, Currency currency) {
    const QTimeZone& zone = history.settings().timeZone;
    SpendingHistory spending;
    if (history.orders().empty())
        return spending;
    const QDate first = dayOf(history.orders().front()->orderedAt, zone);
    QDate last = first;
    double spent = 0;
    for (const OrderFact* order : history.orders()) {
        const QDate day = dayOf(order->orderedAt, zone);
        const bool counts = day > first && order->total && order->total->currency == currency &&
                            order->total->minor > 0;
        if (!counts)
            continue;
        spending.days += day > last ? 1 : 0;
        last = day;
        spent += static_cast<double>(order->total->minor);
    }
    if (spending.days > 0)
        spending.mean = spent / spending.days;
    return spending;
}

}  // namespace goodfaith::scoring

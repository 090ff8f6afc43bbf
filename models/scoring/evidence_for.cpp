// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/evidence_for.h"

#include "models/scoring/evidence_of_case.h"

#include <algorithm>
#include <array>

namespace goodfaith::scoring {
namespace {

using Events = std::vector<EventId>;

// Every order that it could be about: a failure of ours with one of them may be what is meant.
const std::vector<EventId>& possibleOrders(const Case& matter) {
    return matter.isGuessed() ? matter.couldBe : matter.orders;
}

bool isException(const ShipmentFact& shipment) {
    return shipment.status == ShipmentStatus::Lost || shipment.status == ShipmentStatus::Damaged ||
           shipment.status == ShipmentStatus::ReturnedToSender;
}

template <class Is>
Events shipmentsWhere(const History& history, const Case& matter, Is is) {
    Events found;
    for (const EventId order : possibleOrders(matter)) {
        for (const auto* shipment : history.shipmentsOf(order)) {
            if (is(*shipment))
                found.push_back(shipment->id);
        }
    }
    return found;
}

// The same amount more than once, and more in all than the order costs.
Events chargedTwice(const History& history, const OrderFact& order) {
    Events found;
    qint64 inAll = 0;
    bool isRepeated = false;
    std::vector<qint64> amounts;
    for (const auto* payment : history.paymentsOf(order.id)) {
        if (!isCharged(*payment) || !order.total ||
            payment->amount.currency != order.total->currency)
            continue;
        isRepeated |=
            std::find(amounts.begin(), amounts.end(), payment->amount.minor) != amounts.end();
        amounts.push_back(payment->amount.minor);
        inAll += payment->amount.minor;
        found.push_back(payment->id);
    }
    return isRepeated && inAll > order.total->minor ? found : Events();
}

// No money back, after the goods were or the order was cancelled, within the grace we have.
bool isRefundMissing(const History& history, EventId order, Instant owedSince) {
    const Instant due = owedSince + history.grace();
    const auto refunds = history.refundsOf(order);
    const bool isPaid = std::any_of(refunds.begin(), refunds.end(),
                                    [&](const RefundFact* refund) { return refund->at <= due; });
    return !isPaid && history.isKnownThroughout(RecordKind::Refund, order, owedSince, due);
}

// Not for goods that came back used, empty or as another item, nor where something else than money
// was agreed.
bool isMoneyOwedFor(const ReturnFact& fact) {
    static const std::array otherwise = {u"replac", u"exchang", u"repair",
                                         u"reject", u"declin",  u"refus"};
    return fact.condition != ReturnCondition::Empty &&
           fact.condition != ReturnCondition::OtherItem &&
           fact.condition != ReturnCondition::Used &&
           std::none_of(otherwise.begin(), otherwise.end(), [&](const char16_t* word) {
               return fact.outcome.contains(QStringView(word), Qt::CaseInsensitive);
           });
}

Events refundNotPaid(const History& history, const OrderFact& order) {
    Events found;
    const bool isReplaced = !history.replacementsOf(order).empty();
    for (const auto* fact : history.returnsOf(order.id)) {
        if (fact->receivedAt && !isReplaced && isMoneyOwedFor(*fact) &&
            isRefundMissing(history, order.id, *fact->receivedAt))
            found.push_back(fact->id);
    }
    const auto payments = history.paymentsOf(order.id);
    const bool wasCharged = std::any_of(payments.begin(), payments.end(),
                                        [](const PaymentFact* p) { return isCharged(*p); });
    if (order.status == OrderStatus::Cancelled && order.cancelledAt && wasCharged &&
        isRefundMissing(history, order.id, *order.cancelledAt))
        found.push_back(order.id);
    return found;
}

}  // namespace

Events lateDelivery(const History& history, const Case& matter) {
    return shipmentsWhere(history, matter,
                          [&](const ShipmentFact& s) { return history.isLate(s); });
}

Events carrierException(const History& history, const Case& matter) {
    return shipmentsWhere(history, matter, isException);
}

Events returnConfirms(const History& history, const Case& matter) {
    Events found;
    for (const EventId order : possibleOrders(matter)) {
        for (const auto* fact : history.returnsOf(order)) {
            const bool isFaulty = fact->condition == ReturnCondition::Damaged ||
                                  fact->condition == ReturnCondition::Defective ||
                                  fact->condition == ReturnCondition::WrongItem;
            // Where nobody wrote down whose fault it was, the customer is believed.
            if (fact->receivedAt && isFaulty && fact->fault != ReturnFault::Customer)
                found.push_back(fact->id);
        }
    }
    return found;
}

Events billingConfirms(const History& history, const Case& matter) {
    Events found;
    for (const EventId id : possibleOrders(matter)) {
        const OrderFact* order = history.order(id);
        if (order == nullptr)
            continue;
        for (const Events& events : {chargedTwice(history, *order), refundNotPaid(history, *order)})
            found.insert(found.end(), events.begin(), events.end());
    }
    return found;
}

Events weAdmitted(const History& history, const Case& matter) {
    Events found;
    for (const EventId event : matter.events) {
        const MessageFact* message = history.message(event);
        const Reading* reading = history.reading(event);
        if (message != nullptr && message->direction == Direction::Outbound && reading != nullptr &&
            reading->admits)
            found.push_back(event);
    }
    // A replacement that was kept beside the refund says nothing about the complaint.
    if (!replacementBesideRefund(history, matter).empty())
        return found;
    for (const EventId id : possibleOrders(matter)) {
        const OrderFact* order = history.order(id);
        if (order == nullptr)
            continue;
        for (const auto* replacement : history.replacementsOf(*order)) {
            if (history.belongs(matter, id, replacement->orderedAt))
                found.push_back(replacement->id);
        }
    }
    return found;
}

Events slowReply(const History& history, const Case& matter) {
    Events found;
    for (const auto* wait : history.waitsOf(matter)) {
        if (history.countedElapsed(*wait) > history.settings().replyTarget)
            found.push_back(wait->inquiry);
    }
    return found;
}

}  // namespace goodfaith::scoring

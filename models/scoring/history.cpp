// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/history.h"

#include "models/scoring/promise_record.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::scoring {
namespace {

template <class When>
auto earlier(When when) {
    return [when](const auto& a, const auto& b) {
        return std::make_tuple(when(a), a.id) < std::make_tuple(when(b), b.id);
    };
}

// visit(list, what comes before what) for each list of facts.
template <class Facts, class Visit>
void forEachList(Facts& facts, Visit visit) {
    const auto at = earlier([](const auto& fact) { return fact.at; });
    visit(facts.orders, earlier([](const OrderFact& order) { return order.orderedAt; }));
    visit(facts.payments, at);
    visit(facts.refunds, at);
    visit(facts.returns, earlier([](const ReturnFact& fact) { return fact.requestedAt; }));
    visit(facts.shipments,
          earlier([](const ShipmentFact& shipment) { return shipment.shippedAt; }));
    visit(facts.messages, at);
    visit(facts.calls, at);
}

template <class Map>
typename Map::mapped_type listIn(const Map& lists, const typename Map::key_type& key) {
    const auto found = lists.find(key);
    return found == lists.end() ? typename Map::mapped_type{} : found->second;
}

// A copy as known then and sorted, unless the facts are so already: most are, and texts are many.
std::optional<CustomerFacts> copyIfNeeded(const CustomerFacts& facts, Instant asOf) {
    bool isSorted = true;
    forEachList(facts, [&](const auto& list, auto before) {
        isSorted = isSorted && std::is_sorted(list.begin(), list.end(), before);
    });
    if (isSorted && !reachBeyond(facts, asOf))
        return std::nullopt;
    CustomerFacts copy = factsAsOf(facts, asOf);
    forEachList(copy, [](auto& list, auto before) { std::sort(list.begin(), list.end(), before); });
    return copy;
}

Instant endOfPromise(Instant promised, const QTimeZone& zone) {
    const QDate day = dayOf(promised, zone);
    return promised == startOfDay(day, zone) ? endOfDay(day, zone) : promised;
}

}  // namespace

Instant answersKnownTo(const Coverage& coverage, const ShopSettings& settings, Instant asOf) {
    std::optional<Instant> known;
    for (const auto& period : coverage.periods()) {
        if (period.kind == RecordKind::Message || period.kind == RecordKind::Call)
            known = std::max(known.value_or(period.to), period.to);
    }
    return known ? std::min(asOf, *known + std::chrono::days(settings.graceDays)) : asOf;
}

History::History(const CustomerFacts& facts, const Understanding& understanding,
                 const Coverage& coverage, const ShopSettings& settings, Instant asOf,
                 const CommonIssues* issues)
    : copy_(copyIfNeeded(facts, asOf)),
      facts_(copy_ ? *copy_ : facts),
      cases_(understanding.cases),
      waits_(understanding.waits),
      calendar_(calendarOf(settings)),
      understanding_(understanding),
      coverage_(coverage),
      settings_(settings),
      asOf_(asOf),
      issues_(issues),
      windowStart_(monthsBefore(asOf, settings.windowMonths)),
      answersKnownTo_(scoring::answersKnownTo(coverage, settings, asOf)) {
    std::sort(cases_.begin(), cases_.end(),
              earlier([](const Case& matter) { return matter.openedAt; }));
    std::sort(waits_.begin(), waits_.end(), [](const Wait& a, const Wait& b) {
        return std::make_tuple(a.since, a.inquiry) < std::make_tuple(b.since, b.inquiry);
    });
    index();
    for (const Promise& promise : understanding.promises)
        promises_.push_back(judged(promise, *this));
}

void History::index() {
    for (const auto& order : facts_.orders) {
        ordersById_.emplace(order.id, &order);
        if (order.isPurchase())
            orders_.push_back(&order);
        if (!order.replacesOrderKey.isEmpty())
            replacements_[order.replacesOrderKey].push_back(&order);
    }
    for (const auto& message : facts_.messages) {
        messagesById_.emplace(message.id, &message);
        const Reading* said = reading(message.id);
        if (message.direction == Direction::Inbound && said != nullptr &&
            (said->saysReceived || said->saysWorks))
            goodNews_.push_back(&message);
    }
    for (const auto& shipment : facts_.shipments)
        shipments_[shipment.order].push_back(&shipment);
    for (const auto& fact : facts_.returns)
        returns_[fact.order].push_back(&fact);
    for (const auto& refund : facts_.refunds)
        refunds_[refund.order].push_back(&refund);
    for (const auto& payment : facts_.payments)
        payments_[payment.order].push_back(&payment);
    for (auto& matter : cases_) {
        std::sort(matter.orders.begin(), matter.orders.end());
        std::sort(matter.couldBe.begin(), matter.couldBe.end());
        for (const EventId order : matter.isGuessed() ? std::vector<EventId>() : matter.orders)
            casesByOrder_[order].push_back(&matter);
    }
    for (const auto& wait : waits_)
        waitsByInquiry_.emplace(wait.inquiry, &wait);
}

std::vector<const OrderFact*> History::ordersOfWindow() const {
    std::vector<const OrderFact*> inside;
    std::copy_if(orders_.begin(), orders_.end(), std::back_inserter(inside),
                 [&](const OrderFact* order) { return order->orderedAt >= windowStart_; });
    return inside;
}

bool History::isMature(const OrderFact& order) const {
    const Instant usual = order.orderedAt + std::chrono::days(settings_.deliveryDays);
    std::optional<Instant> due;
    for (const auto* shipment : shipmentsOf(order.id)) {
        const Instant its = shipment->deliveredAt.value_or(shipment->promisedAt.value_or(usual));
        due = std::max(due.value_or(its), its);
    }
    return due.value_or(usual) + std::chrono::days(settings_.matureDays) <= asOf_;
}

std::vector<const ShipmentFact*> History::shipmentsOf(EventId order) const {
    return listIn(shipments_, order);
}

std::vector<const ReturnFact*> History::returnsOf(EventId order) const {
    return listIn(returns_, order);
}

std::vector<const RefundFact*> History::refundsOf(EventId order) const {
    return listIn(refunds_, order);
}

std::vector<const PaymentFact*> History::paymentsOf(EventId order) const {
    return listIn(payments_, order);
}

std::vector<const OrderFact*> History::replacementsOf(const OrderFact& order) const {
    auto found =
        order.key.isEmpty() ? std::vector<const OrderFact*>() : listIn(replacements_, order.key);
    // Two shops may both have an order 1001.
    std::erase_if(found, [&](const OrderFact* other) {
        return other->source != order.source || other->status == OrderStatus::Cancelled;
    });
    return found;
}

std::vector<const Wait*> History::waitsOf(const Case& matter) const {
    std::vector<const Wait*> found;
    for (const EventId event : matter.events) {
        if (const auto at = waitsByInquiry_.find(event); at != waitsByInquiry_.end())
            found.push_back(at->second);
    }
    return found;
}

bool History::belongs(const Case& matter, EventId order, Instant at) const {
    const auto found = casesByOrder_.find(order);
    if (found == casesByOrder_.end())
        return matter.isGuessed();
    const Case* owner = found->second.front();
    for (const Case* candidate : found->second) {
        if (candidate->openedAt <= at)
            owner = candidate;
    }
    return owner->id == matter.id;
}

bool History::isLate(const ShipmentFact& shipment) const {
    if (!shipment.promisedAt)
        return false;
    const Instant promise = endOfPromise(*shipment.promisedAt, settings_.timeZone);
    if (shipment.deliveredAt)
        return *shipment.deliveredAt > promise;
    return shipment.status != ShipmentStatus::Delivered &&
           isKnownThroughout(RecordKind::Shipment, shipment.order, promise, promise + grace());
}

bool History::isAnswered(const Wait& wait) const {
    return wait.answeredAt && *wait.answeredAt <= asOf_;
}

Instant History::endOf(const Wait& wait) const {
    return isAnswered(wait) ? *wait.answeredAt : answersKnownTo_;
}

Duration History::elapsed(const Wait& wait) const {
    return std::max(endOf(wait) - wait.since, Duration::zero());
}

Duration History::businessElapsed(const Wait& wait) const {
    return calendar_.businessTime(wait.since, endOf(wait));
}

Duration History::countedElapsed(const Wait& wait) const {
    return counted(wait.since, endOf(wait));
}

Duration History::counted(Instant from, Instant to) const {
    return countedForTargets(settings_, calendar_, from, to);
}

bool History::isKnownThroughout(RecordKind kind, EventId id, Instant from, Instant to) const {
    const OrderFact* its = order(id);
    return its != nullptr && to <= asOf_ && coverage_.covers(kind, its->source, from, to);
}

}  // namespace goodfaith::scoring

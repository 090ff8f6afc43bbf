// SPDX-License-Identifier: GPL-3.0-or-later
// One customer as known at an instant, in a fixed order whatever order the facts came in, with the
// look-ups that scores need. Refers to what it is made of: that outlives it.
#pragma once

#include "models/domain/business_calendar.h"
#include "models/domain/common_issue.h"
#include "models/domain/facts.h"
#include "models/domain/settings.h"
#include "models/domain/understanding.h"

#include <unordered_map>
#include <vector>

namespace goodfaith::scoring {

// How far an answer of ours would be known: until messages and calls are covered, and the grace
// after it.
Instant answersKnownTo(const Coverage& coverage, const ShopSettings& settings, Instant asOf);

class History {
public:
    // `understanding` is as of `asOf`; `facts` may reach beyond it.
    History(const CustomerFacts& facts, const Understanding& understanding,
            const Coverage& coverage, const ShopSettings& settings, Instant asOf,
            const CommonIssues* issues = nullptr);
    History(const History&) = delete;
    History& operator=(const History&) = delete;

    const CustomerFacts& facts() const { return facts_; }
    const std::vector<Case>& cases() const { return cases_; }  // by openedAt
    const std::vector<Wait>& waits() const { return waits_; }  // by since
    // By madeAt; judged by what is covered (promise_record.h).
    const std::vector<Promise>& promises() const { return promises_; }
    const std::vector<Judgement>& judgements() const { return understanding_.judgements; }
    // What people said of what waits, by time.
    const std::vector<QueueWord>& queueWords() const { return understanding_.queueWords; }
    const BusinessCalendar& calendar() const { return calendar_; }
    const Coverage& coverage() const { return coverage_; }
    const ShopSettings& settings() const { return settings_; }
    Instant asOf() const { return asOf_; }
    Instant windowStart() const { return windowStart_; }
    Duration grace() const { return std::chrono::days(settings_.graceDays); }

    // What many others complain of too, and this case with them; nullptr where there is none.
    const CommonIssue* issueOf(const Case& matter) const {
        return issues_ == nullptr ? nullptr : issues_->of(matter.id);
    }

    // Those that count: neither cancelled nor unpaid, nor credit notes. By date.
    const std::vector<const OrderFact*>& orders() const { return orders_; }
    std::vector<const OrderFact*> ordersOfWindow() const;
    // Whether it was delivered or due long enough ago to have been complained of.
    bool isMature(const OrderFact& order) const;

    const OrderFact* order(EventId id) const { return find(ordersById_, id); }
    const MessageFact* message(EventId id) const { return find(messagesById_, id); }
    const Reading* reading(EventId id) const { return understanding_.reading(id); }
    // Messages of theirs that say that something arrived or works, oldest first.
    const std::vector<const MessageFact*>& goodNews() const { return goodNews_; }
    std::vector<const ShipmentFact*> shipmentsOf(EventId order) const;
    std::vector<const ReturnFact*> returnsOf(EventId order) const;
    std::vector<const RefundFact*> refundsOf(EventId order) const;
    std::vector<const PaymentFact*> paymentsOf(EventId order) const;
    // The orders sent in place of this one.
    std::vector<const OrderFact*> replacementsOf(const OrderFact& order) const;
    // The waits that began with one of the case's events.
    std::vector<const Wait*> waitsOf(const Case& matter) const;
    // Whether what happened to the order then belongs to this case: of several about one order, the
    // last one opened before; if none was, the first. To one that is only guessed to be about it
    // what belongs to no other.
    bool belongs(const Case& matter, EventId order, Instant at) const;

    // Delivered after the promise, or not by then although we would know. A day alone that is
    // promised, which begins at midnight, lasts until that day ends.
    bool isLate(const ShipmentFact& shipment) const;
    // How long a wait lasted, or has lasted so far: as far as we would know of an answer, which is
    // until messages and calls are known and the grace after it.
    Duration elapsed(const Wait& wait) const;
    // The same in open hours.
    Duration businessElapsed(const Wait& wait) const;
    // As it counts for targets: as elapsed or as businessElapsed.
    Duration countedElapsed(const Wait& wait) const;
    Duration counted(Instant from, Instant to) const;
    // How far we would know of an answer.
    Instant answersKnownTo() const { return answersKnownTo_; }
    bool isAnswered(const Wait& wait) const;
    // Whether nothing of that kind about the order can have come within the span, which is over,
    // and remained unknown to us: absence is evidence only there.
    bool isKnownThroughout(RecordKind kind, EventId order, Instant from, Instant to) const;

private:
    template <class Fact>
    using ById = std::unordered_map<EventId, const Fact*>;
    template <class Fact>
    using ByOrder = std::unordered_map<EventId, std::vector<const Fact*>>;

    template <class Fact>
    static const Fact* find(const ById<Fact>& facts, EventId id) {
        const auto found = facts.find(id);
        return found == facts.end() ? nullptr : found->second;
    }
    void index();
    Instant endOf(const Wait& wait) const;

    std::optional<CustomerFacts> copy_;  // where the facts had to be cut off or sorted
    const CustomerFacts& facts_;
    std::vector<Case> cases_;
    std::vector<Wait> waits_;
    std::vector<Promise> promises_;
    BusinessCalendar calendar_;
    const Understanding& understanding_;
    const Coverage& coverage_;
    const ShopSettings& settings_;
    Instant asOf_;
    const CommonIssues* issues_;
    Instant windowStart_;
    Instant answersKnownTo_;
    std::vector<const OrderFact*> orders_;
    std::vector<const MessageFact*> goodNews_;
    ById<OrderFact> ordersById_;
    ById<MessageFact> messagesById_;
    ByOrder<ShipmentFact> shipments_;
    ByOrder<ReturnFact> returns_;
    ByOrder<RefundFact> refunds_;
    ByOrder<PaymentFact> payments_;
    std::unordered_map<EventId, std::vector<const Case*>> casesByOrder_;
    std::unordered_map<EventId, const Wait*> waitsByInquiry_;
    std::map<QString, std::vector<const OrderFact*>> replacements_;  // by the key they replace
};

}  // namespace goodfaith::scoring

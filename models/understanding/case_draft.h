// SPDX-License-Identifier: GPL-3.0-or-later
// A case while it is put together, and what it comes to in the end: topic, orders, state.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/understanding.h"
#include "models/understanding/contacts.h"

#include <optional>
#include <set>
#include <vector>

namespace goodfaith::understanding {

// What a record says that was done about an order.
struct Deed {
    EventId event;
    Instant at;
    size_t order = 0;      // place in CustomerFacts::orders
    bool settles = false;  // money back or goods again, from us
    CaseOutcome outcome = CaseOutcome::None;
    bool isDispute = false;
    bool isOfGoods = false;            // a return for no reason of theirs
    std::optional<Topic> claims = {};  // what it says that they claimed
};

class CaseDraft {
public:
    void add(const Contact& contact, size_t place);
    void add(const Deed& deed);
    // By a record that is a claim in itself; nobody waits for an answer to it.
    void open(const Deed& claim);
    // What it could be about if nothing says more.
    void suppose(std::set<size_t> orders) { supposed_ = std::move(orders); }
    // A record of ours about that order answers it.
    void identify(size_t order) { identified_.insert(order); }

    Instant lastAt() const { return entries_.back().at; }
    bool hasTopic(Topic topic) const;
    Instant openedAt() const { return entries_.front().at; }
    // Whether complaints named orders themselves.
    bool namesOrders() const { return !named_.empty(); }
    bool isAbout(size_t order) const { return known().contains(order); }
    bool couldBeAbout(size_t order) const { return known().empty() && supposed_.contains(order); }
    // Those named, else of the thread, else those that records tell.
    const std::set<size_t>& known() const;
    // Nothing is left to do, as far as the words and records so far say.
    bool isSettled() const { return settled_; }
    std::vector<size_t> contacts() const;

    Case finish(const std::vector<OrderFact>& orders, Instant asOf) const;

private:
    struct Entry {
        Instant at;
        EventId event;
        std::optional<size_t> contact;  // place among the contacts
        bool complains = false;
    };

    void follow(const Contact& contact);
    void collect(const Reading& reading);
    void settle(Instant at);
    bool wasResolved(Instant at) const;
    void answer(const Contact& contact);
    std::optional<CaseOutcome> outcomeOf(CaseState state) const;
    bool isOnTheSpot() const;
    Topic mainTopic() const;
    CaseState stateAt(Instant asOf) const;

    std::vector<Entry> entries_;
    std::vector<Topic> topics_;  // of the complaints, by time
    std::vector<Topic> told_;    // by the records of what was claimed
    std::set<Ask> asks_;
    std::set<size_t> named_, ofThread_, identified_, supposed_;
    std::optional<Instant> lastOurs_;
    bool threat_ = false;
    bool theirTurnOver_ = false;  // ours was the last word of substance
    bool settled_ = false;
    Instant settledAt_{};
    int reopenings_ = 0;
    std::optional<Instant> firstAnswer_;
    bool askedAfterAnswer_ = false;
    bool asksThem_ = false;  // our last word
    bool refused_ = false;
    std::vector<Deed> given_;
};

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/case_draft.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::understanding {
namespace {

bool isAboutDelivery(Topic topic) {
    return topic == Topic::NotReceived || topic == Topic::Late || topic == Topic::MissingPart ||
           topic == Topic::WrongItem || topic == Topic::RefundNotPaid;
}

// Every matter can end in "nobody answers": the specific topic names the case.
int generality(Topic topic) {
    if (topic == Topic::Other || topic == Topic::None)
        return 2;
    return topic == Topic::Service ? 1 : 0;
}

}  // namespace

void CaseDraft::add(const Contact& contact, size_t place) {
    entries_.push_back({contact.at, contact.event, place, contact.complains()});
    auto& orders = contact.complains() ? named_ : ofThread_;
    orders.insert(contact.orders.begin(), contact.orders.end());
    if (contact.complains())
        topics_.push_back(contact.topic());
    if (contact.isInbound() && contact.isHuman() && contact.reading)
        collect(*contact.reading);
    follow(contact);
}

void CaseDraft::add(const Deed& deed) {
    entries_.push_back({deed.at, deed.event, std::nullopt, false});
    if (deed.claims)
        told_.push_back(*deed.claims);
    // Who complains and is asked to send it back complained of the goods.
    else if (deed.isOfGoods)
        told_.push_back(Topic::Defective);
    if (!deed.settles)
        return;
    settle(deed.at);
    given_.push_back(deed);
}

void CaseDraft::open(const Deed& claim) {
    add(claim);
    entries_.back().complains = true;
    topics_.push_back(*claim.claims);
    identified_.insert(claim.order);
    theirTurnOver_ = true;
    lastOurs_ = claim.at;
    // Who disputes a payment wants it back; what was paid back was wanted.
    const bool isAboutMoney = claim.outcome != CaseOutcome::None || claim.isDispute;
    if (isAboutMoney)
        asks_.insert(Ask::Refund);
}

void CaseDraft::collect(const Reading& reading) {
    asks_.insert(reading.asks.begin(), reading.asks.end());
    threat_ = threat_ || reading.threat;
}

void CaseDraft::settle(Instant at) {
    if (!settled_)
        settledAt_ = at;
    settled_ = true;
}

// By what was known then.
bool CaseDraft::wasResolved(Instant at) const {
    return settled_ || (theirTurnOver_ && lastOurs_ && at - *lastOurs_ >= silenceThatResolves);
}

void CaseDraft::answer(const Contact& contact) {
    settled_ = settled_ && !contact.complains();
    theirTurnOver_ = true;
    lastOurs_ = contact.at;
    firstAnswer_ = firstAnswer_.value_or(contact.at);
    const Reading* reading = contact.isOutbound() ? contact.reading : nullptr;
    asksThem_ = reading != nullptr && reading->asksThem;
    refused_ = refused_ || (reading != nullptr && reading->refuses);
}

void CaseDraft::follow(const Contact& contact) {
    const Reading* reading = contact.reading;
    const bool isTheirs = contact.isInbound() && contact.isHuman();
    const bool ends = isTheirs && reading && !contact.complains() &&
                      (reading->thanks || reading->saysWorks ||
                       (reading->saysReceived && isAboutDelivery(mainTopic())));
    if (ends) {
        settle(contact.at);
        theirTurnOver_ = true;
    } else if (contact.isAnswer()) {
        answer(contact);
    } else if (contact.isInquiry() || contact.complains()) {
        reopenings_ += wasResolved(contact.at) ? 1 : 0;
        askedAfterAnswer_ = askedAfterAnswer_ || firstAnswer_;
        settled_ = false;
        theirTurnOver_ = false;
    }
}

bool CaseDraft::hasTopic(Topic topic) const {
    return std::find(topics_.begin(), topics_.end(), topic) != topics_.end();
}

const std::set<size_t>& CaseDraft::known() const {
    if (!named_.empty())
        return named_;
    return ofThread_.empty() ? identified_ : ofThread_;
}

std::vector<size_t> CaseDraft::contacts() const {
    std::vector<size_t> places;
    for (const Entry& entry : entries_) {
        if (entry.contact)
            places.push_back(*entry.contact);
    }
    return places;
}

Topic CaseDraft::mainTopic() const {
    auto best = Topic::Other;
    auto bestRank = std::tuple(3, std::ptrdiff_t{0});
    for (const Topic topic : topics_) {
        // The most specific, then the most frequent, then the first.
        const auto rank =
            std::tuple(generality(topic), -std::count(topics_.begin(), topics_.end(), topic));
        if (rank < bestRank)
            std::tie(best, bestRank) = std::tie(topic, rank);
    }
    // Where words name nothing, the books may.
    if (best == Topic::Other) {
        for (const Topic topic : told_) {
            if (generality(topic) == 0)
                return topic;
        }
    }
    return best;
}

CaseState CaseDraft::stateAt(Instant asOf) const {
    if (wasResolved(asOf))
        return CaseState::Resolved;
    if (theirTurnOver_)
        return asksThem_ ? CaseState::WaitingForThem : CaseState::Answered;
    return reopenings_ > 0 ? CaseState::Reopened : CaseState::Open;
}

// What was given most: money back, else goods again, else a sum for the trouble.
std::optional<CaseOutcome> CaseDraft::outcomeOf(CaseState state) const {
    for (const CaseOutcome outcome :
         {CaseOutcome::Refund, CaseOutcome::Replacement, CaseOutcome::Compensation}) {
        if (std::any_of(given_.begin(), given_.end(),
                        [&](const Deed& deed) { return deed.outcome == outcome; }))
            return outcome;
    }
    if (refused_)
        return CaseOutcome::Refused;
    if (state != CaseState::Resolved)
        return std::nullopt;
    return firstAnswer_ ? CaseOutcome::Explained : CaseOutcome::None;
}

bool CaseDraft::isOnTheSpot() const {
    constexpr Duration nextDay = std::chrono::days(1);
    if (askedAfterAnswer_ || (!firstAnswer_ && given_.empty()))
        return false;
    const Instant first = firstAnswer_.value_or(entries_.front().at);
    return std::all_of(given_.begin(), given_.end(),
                       [&](const Deed& deed) { return deed.at - first <= nextDay; });
}

Case CaseDraft::finish(const std::vector<OrderFact>& orders, Instant asOf) const {
    auto entries = entries_;
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.at, a.event) < std::tie(b.at, b.event);
    });
    Case result;
    result.id = entries.front().event;
    result.openedAt = entries.front().at;
    result.lastAt = entries.back().at;
    for (const Entry& entry : entries) {
        result.events.push_back(entry.event);
        if (entry.complains)
            result.complaints.push_back(entry.event);
    }
    result.beganOnRecord = !entries.front().contact;
    result.topic = mainTopic();
    result.asks.assign(asks_.begin(), asks_.end());
    result.threat = threat_;
    const auto idsOf = [&](const std::set<size_t>& places) {
        std::vector<EventId> ids;
        for (const size_t place : places)
            ids.push_back(orders[place].id);
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    result.orders = idsOf(known());
    if (result.orders.empty()) {
        result.couldBe = idsOf(supposed_);
        if (supposed_.size() == 1)
            result.orders = result.couldBe;
    }
    result.state = stateAt(asOf);
    result.answeredAt = lastOurs_;
    result.reopenings = reopenings_;
    result.outcome = outcomeOf(result.state);
    result.isOnTheSpot = result.state == CaseState::Resolved && isOnTheSpot();
    if (result.state == CaseState::Resolved)
        result.settledAt = settled_ ? settledAt_ : *lastOurs_ + silenceThatResolves;
    return result;
}

}  // namespace goodfaith::understanding

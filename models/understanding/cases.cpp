// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/cases.h"

#include "models/understanding/case_draft.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace goodfaith::understanding {
namespace {

using std::chrono::days;
constexpr Duration matterReach = days(60);    // later, another topic is another matter
constexpr Duration topicReach = days(30);     // the same topic again, without an order named
constexpr Duration prologueReach = days(30);  // an inquiry before the first complaint
constexpr Duration orderReach = days(45);     // an order before a complaint that names none
constexpr Duration deedReach = days(90);      // a refund after the last word

// What usually follows from an earlier complaint rather than opening a matter of its own.
bool followsFromOthers(Topic topic) {
    return topic == Topic::RefundNotPaid || topic == Topic::ReturnRefused ||
           topic == Topic::Service || topic == Topic::Other;
}

// Late today, not received tomorrow: one matter.
Topic family(Topic topic) {
    return topic == Topic::Late ? Topic::NotReceived : topic;
}

CaseOutcome outcomeOf(RefundKind kind) {
    switch (kind) {
        case RefundKind::Refund:
            return CaseOutcome::Refund;
        case RefundKind::Compensation:
        case RefundKind::StoreCredit:
            return CaseOutcome::Compensation;
        case RefundKind::Chargeback:
            break;
    }
    return CaseOutcome::None;
}

// Replacements are none, nor is what was cancelled.
EventId firstOrderAfter(const CustomerFacts& facts, Instant at) {
    const OrderFact* first = nullptr;
    for (const OrderFact& order : facts.orders) {
        const bool counts =
            order.orderedAt > at && order.isPurchase() && order.replacesOrderKey.isEmpty();
        if (counts && (first == nullptr || order.orderedAt < first->orderedAt))
            first = &order;
    }
    return first == nullptr ? EventId() : first->id;
}

std::vector<Deed> deedsOf(const CustomerFacts& facts, const std::vector<RecordedClaim>& claims) {
    QHash<EventId, size_t> byId;
    QHash<QString, size_t> byKey;
    for (size_t at = 0; at < facts.orders.size(); ++at) {
        byId.insert(facts.orders[at].id, at);
        byKey.insert(facts.orders[at].key, at);
    }
    std::vector<Deed> deeds;
    for (const RefundFact& refund : facts.refunds) {
        if (const auto order = byId.constFind(refund.order); order != byId.cend())
            deeds.push_back({refund.id, refund.at, *order, refund.kind != RefundKind::Chargeback,
                             outcomeOf(refund.kind), refund.kind == RefundKind::Chargeback});
    }
    for (const ReturnFact& fact : facts.returns) {
        if (const auto order = byId.constFind(fact.order); order != byId.cend())
            deeds.push_back({fact.id, fact.requestedAt, *order, false, CaseOutcome::None, false,
                             !reasonDeniesFailure(fact.reason)});
    }
    for (const OrderFact& fact : facts.orders) {
        if (const auto order = byKey.constFind(fact.replacesOrderKey);
            !fact.replacesOrderKey.isEmpty() && order != byKey.cend())
            deeds.push_back({fact.id, fact.orderedAt, *order, true, CaseOutcome::Replacement});
    }
    for (Deed& deed : deeds) {
        for (const RecordedClaim& claim : claims) {
            if (claim.event == deed.event)
                deed.claims = claim.topic;
        }
    }
    std::sort(deeds.begin(), deeds.end(), [](const Deed& a, const Deed& b) {
        return std::tie(a.at, a.event) < std::tie(b.at, b.event);
    });
    return deeds;
}

class CaseFinder {
public:
    CaseFinder(const CustomerFacts& facts, const std::vector<Contact>& contacts,
               const std::vector<RecordedClaim>& claims)
        : facts_(facts), contacts_(contacts), deeds_(deedsOf(facts, claims)) {
        for (size_t at = 0; at < facts.orders.size(); ++at) {
            if (facts.orders[at].replacesOrderKey.isEmpty())
                ordersByTime_.push_back(at);
        }
        std::sort(ordersByTime_.begin(), ordersByTime_.end(), [&](size_t a, size_t b) {
            return facts_.orders[a].orderedAt < facts_.orders[b].orderedAt;
        });
    }

    std::vector<CaseDraft> find() {
        for (size_t at = 0; at < contacts_.size(); ++at) {
            takeDeedsUntil(contacts_[at].at);
            take(at);
        }
        takeDeedsUntil(Instant::max());
        return std::move(drafts_);
    }

private:
    using Place = std::optional<size_t>;

    void take(size_t at) {
        const Contact& contact = contacts_[at];
        if (contact.complains())
            add(caseOfComplaint(contact).value_or(drafts_.size()), at);
        else if (const Place related = relatedCase(contact))
            add(*related, at);
        else if (contact.thread >= 0)
            loose_[contact.thread].push_back(at);
    }

    void takeDeedsUntil(Instant until) {
        for (; nextDeed_ < deeds_.size() && deeds_[nextDeed_].at <= until; ++nextDeed_) {
            const Deed& deed = deeds_[nextDeed_];
            Place about = latestAbout(deed.order);
            const auto isNear = [&](Place place) {
                return place && deed.at - drafts_[*place].lastAt() <= deedReach;
            };
            if (!isNear(about) && (about = onlyOpenThatCouldBeAbout(deed.order))) {
                drafts_[*about].identify(deed.order);
                byOrder_[deed.order] = *about;
            }
            if (isNear(about))
                drafts_[*about].add(deed);
            else if (deed.claims)
                open(deed);
        }
    }

    // Whose complaint named no order, and then something was done about this one.
    Place onlyOpenThatCouldBeAbout(size_t order) const {
        Place found;
        const Instant at = deeds_[nextDeed_].at;
        for (size_t place = drafts_.size(); place-- > 0;) {
            const CaseDraft& draft = drafts_[place];
            if (at - draft.lastAt() > matterReach || !draft.couldBeAbout(order) ||
                draft.isSettled())
                continue;
            if (found)
                return std::nullopt;
            found = place;
        }
        return found;
    }

    // A place beyond the last opens a new case.
    void add(size_t place, size_t at) {
        const Contact& contact = contacts_[at];
        if (place == drafts_.size()) {
            open(contact);
        }
        CaseDraft& draft = drafts_[place];
        draft.add(contact, at);
        if (contact.thread >= 0)
            byThread_[contact.thread] = place;
        for (const size_t order : draft.known())
            byOrder_[order] = place;
        if (contact.complains())
            byTopic_[family(contact.topic())] = place;
    }

    void open(const Contact& complaint) {
        CaseDraft& draft = drafts_.emplace_back();
        addPrologue(draft, complaint);
        draft.suppose(ordersBefore(complaint.at));
    }

    // The record is a claim in itself: its words are not known.
    void open(const Deed& claim) {
        byOrder_[claim.order] = drafts_.size();
        byTopic_[family(*claim.claims)] = drafts_.size();
        drafts_.emplace_back().open(claim);
    }

    // What they asked in the same thread before they complained, and our answers to it.
    void addPrologue(CaseDraft& draft, const Contact& complaint) {
        const auto loose = loose_.take(complaint.thread);
        bool began = false;
        for (const size_t at : loose) {
            const Contact& contact = contacts_[at];
            if (complaint.at - contact.at > prologueReach)
                continue;
            began = began || contact.isInquiry();
            if (began)
                draft.add(contact, at);
        }
    }

    std::set<size_t> ordersBefore(Instant instant) const {
        auto order = std::upper_bound(
            ordersByTime_.begin(), ordersByTime_.end(), instant,
            [&](Instant at, size_t place) { return at < facts_.orders[place].orderedAt; });
        std::set<size_t> found;
        while (order != ordersByTime_.begin() &&
               instant - facts_.orders[*--order].orderedAt <= orderReach)
            found.insert(*order);
        return found;
    }

    Place caseOfComplaint(const Contact& contact) const {
        const Topic topic = contact.topic();
        const auto goesOn = [&](Place place) {
            return place && (contact.at - drafts_[*place].lastAt() <= matterReach ||
                             drafts_[*place].hasTopic(topic));
        };
        const Place ofThread = latestIn(byThread_, contact.thread);
        if (!contact.orders.empty()) {
            const Place about = latestAbout(contact.orders);
            if (about)
                return goesOn(about) ? about : std::nullopt;
            const Place unnamed = ofThread ? ofThread : caseOfTopic(contact);
            return goesOn(unnamed) && !drafts_[*unnamed].namesOrders() &&
                           (ofThread || drafts_[*unnamed].known().empty())
                       ? unnamed
                       : std::nullopt;
        }
        if (goesOn(ofThread))
            return ofThread;
        return caseOfTopic(contact);
    }

    Place caseOfTopic(const Contact& contact) const {
        const Topic topic = contact.topic();
        const auto isRecent = [&](Place place) {
            return place && contact.at - drafts_[*place].lastAt() <= topicReach;
        };
        if (const Place same = latestIn(byTopic_, family(topic));
            isRecent(same) &&
            (followsFromOthers(topic) || !isOverBeforeNewOrder(*same, contact.at)))
            return same;
        const Place latest = latestCase();
        return followsFromOthers(topic) && isRecent(latest) ? latest : std::nullopt;
    }

    // Once a matter is settled, the same complaint after a further order is about that one.
    bool isOverBeforeNewOrder(size_t place, Instant at) const {
        const CaseDraft& draft = drafts_[place];
        const auto& known = draft.known();
        if (!draft.isSettled() || known.empty())
            return false;
        const auto orderedAt = [&](size_t order) { return facts_.orders[order].orderedAt; };
        Instant latest = orderedAt(*known.begin());
        for (const size_t order : known)
            latest = std::max(latest, orderedAt(order));
        const auto later = ordersBefore(at);
        return std::any_of(later.begin(), later.end(),
                           [&](size_t order) { return orderedAt(order) > latest; });
    }

    Place relatedCase(const Contact& contact) const {
        const auto goesOn = [&](Place place, Duration reach) {
            return place && contact.at - drafts_[*place].lastAt() <= reach;
        };
        if (!contact.orders.empty()) {
            if (const Place about = latestAbout(contact.orders); goesOn(about, matterReach))
                return about;
        }
        if (const Place ofThread = latestIn(byThread_, contact.thread);
            goesOn(ofThread, matterReach) &&
            (contact.orders.empty() || !drafts_[*ofThread].namesOrders()))
            return ofThread;
        const Place latest = latestCase();
        const bool couldBelong =
            contact.orders.empty() && goesOn(latest, topicReach) && !drafts_[*latest].isSettled();
        return couldBelong && isOfUnnamedMatter(contact) ? latest : std::nullopt;
    }

    // Calls, and good news in a mail of its own, say by their time what they are about.
    bool isOfUnnamedMatter(const Contact& contact) const {
        if (!contact.isMessage())
            return contact.call != CallOutcome::None;
        const Reading* reading = contact.reading;
        return contact.isInbound() && contact.isHuman() && !loose_.contains(contact.thread) &&
               reading && (reading->thanks || reading->saysReceived || reading->saysWorks);
    }

    Place latestCase() const { return drafts_.empty() ? std::nullopt : Place(drafts_.size() - 1); }

    template <class Key>
    static Place latestIn(const QHash<Key, size_t>& places, Key key) {
        const auto found = places.constFind(key);
        return found == places.cend() ? std::nullopt : Place(*found);
    }

    Place latestAbout(size_t order) const {
        const Place place = latestIn(byOrder_, order);
        return place && drafts_[*place].isAbout(order) ? place : std::nullopt;
    }

    Place latestAbout(const std::vector<size_t>& orders) const {
        Place latest;
        for (const size_t order : orders) {
            if (const Place place = latestAbout(order); place && (!latest || *place > *latest))
                latest = place;
        }
        return latest;
    }

    const CustomerFacts& facts_;
    const std::vector<Contact>& contacts_;
    std::vector<Deed> deeds_;
    size_t nextDeed_ = 0;
    std::vector<size_t> ordersByTime_;  // replacements left out
    std::vector<CaseDraft> drafts_;
    QHash<int, size_t> byThread_;
    QHash<size_t, size_t> byOrder_;
    QHash<Topic, size_t> byTopic_;
    QHash<int, std::vector<size_t>> loose_;  // contacts of no case, by thread
};

}  // namespace

CaseBook casesOf(const CustomerFacts& facts, const std::vector<Contact>& contacts,
                 const std::vector<RecordedClaim>& claims, Instant asOf) {
    const auto drafts = CaseFinder(facts, contacts, claims).find();
    std::vector<Case> finished;
    for (const CaseDraft& draft : drafts) {
        Case& matter = finished.emplace_back(draft.finish(facts.orders, asOf));
        if (matter.settledAt)
            matter.boughtAgain = firstOrderAfter(facts, *matter.settledAt);
    }
    std::vector<size_t> order(drafts.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        return std::tie(finished[a].openedAt, finished[a].id) <
               std::tie(finished[b].openedAt, finished[b].id);
    });
    CaseBook book;
    book.caseOf.assign(contacts.size(), -1);
    for (const size_t draft : order) {
        for (const size_t contact : drafts[draft].contacts())
            book.caseOf[contact] = int(book.cases.size());
        book.cases.push_back(std::move(finished[draft]));
    }
    return book;
}

}  // namespace goodfaith::understanding

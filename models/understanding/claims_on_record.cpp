// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/claims_on_record.h"

#include "models/understanding/resource.h"

#include <QJsonArray>

#include <algorithm>
#include <set>
#include <tuple>

namespace goodfaith::understanding {
namespace {

using std::chrono::days;

constexpr Duration claimReach = days(30);   // from a complaint to what was done about it
constexpr Duration heardReach = days(60);   // a complaint about the order that is known
constexpr Duration ordersReach = days(45);  // an order that a message could be about
constexpr Duration sameDay = days(1);

// How likely words must at least complain by themselves to be taken for what a record followed
// from: those that name the order, and others. A record that somebody claimed something makes it
// some fifty and some eight times as likely, a small sum without a reason some eight and two times.
struct Least {
    double named = 0;
    double unnamed = 0;
};
constexpr Least ofClaim{0.02, 0.11};
constexpr Least ofGift{0.11, 0.3};

class ReasonBook {
public:
    ReasonBook() {
        const QJsonObject json = languageResource(QStringLiteral("en.reasons"));
        nothing_ = stringsOf(json, QStringLiteral("nothing"));
        for (const QString& name : stringsOf(json, QStringLiteral("order")))
            claims_.emplace_back(topicFromName(name).value_or(Topic::None), stringsOf(json, name));
    }

    bool deniesFailure(const QString& reason) const { return holdsAny(bare(reason), nothing_); }

    Topic topicIn(const QString& written) const {
        const QString reason = bare(written);
        if (holdsAny(reason, nothing_))
            return Topic::None;
        for (const auto& [topic, phrases] : claims_) {
            if (holdsAny(reason, phrases))
                return topic;
        }
        return Topic::None;
    }

private:
    static QString bare(const QString& reason) {
        return reason.toLower().replace(u'_', u' ').replace(u'-', u' ');
    }
    static QStringList stringsOf(const QJsonObject& json, const QString& key) {
        QStringList strings;
        for (const auto& value : json[key].toArray())
            strings.append(value.toString());
        return strings;
    }
    static bool holdsAny(const QString& reason, const QStringList& phrases) {
        return std::any_of(phrases.begin(), phrases.end(),
                           [&](const QString& phrase) { return reason.contains(phrase); });
    }

    QStringList nothing_;
    std::vector<std::pair<Topic, QStringList>> claims_;
};

const ReasonBook& reasons() {
    static const ReasonBook book;
    return book;
}

// Half of the price or more: nobody gets that and keeps the goods without having claimed anything.
bool isOfPrice(const RefundFact& refund, const OrderFact& order) {
    return order.total && order.total->currency == refund.amount.currency &&
           refund.amount.minor >= order.total->minor - order.total->minor / 2;
}

// What was given for an order without saying why: a replacement or money back for goods that did
// not come back, which follow from a claim (Other), or a sum for the trouble (None).
std::vector<RecordedClaim> giftsIn(const CustomerFacts& facts,
                                   const std::vector<RecordedClaim>& claims) {
    const bool isAnythingGiven =
        !facts.refunds.empty() ||
        std::any_of(facts.orders.begin(), facts.orders.end(),
                    [](const OrderFact& order) { return !order.replacesOrderKey.isEmpty(); });
    if (!isAnythingGiven)
        return {};
    QHash<EventId, size_t> orders;
    QHash<QString, size_t> byKey;
    for (size_t at = 0; at < facts.orders.size(); ++at) {
        orders.insert(facts.orders[at].id, at);
        byKey.insert(facts.orders[at].key, at);
    }
    const auto isReturned = [&](EventId order) {
        return std::any_of(facts.returns.begin(), facts.returns.end(),
                           [&](const ReturnFact& fact) { return fact.order == order; });
    };
    const auto isClaim = [&](EventId event) {
        return std::any_of(claims.begin(), claims.end(),
                           [&](const RecordedClaim& claim) { return claim.event == event; });
    };
    std::vector<RecordedClaim> gifts;
    for (const OrderFact& order : facts.orders) {
        if (const auto replaced = byKey.constFind(order.replacesOrderKey);
            !order.replacesOrderKey.isEmpty() && replaced != byKey.cend())
            gifts.push_back({order.id, order.orderedAt, *replaced, Topic::Other});
    }
    for (const RefundFact& refund : facts.refunds) {
        const auto order = orders.constFind(refund.order);
        if (order == orders.cend() || refund.kind == RefundKind::Chargeback || isClaim(refund.id) ||
            reasonDeniesFailure(refund.reason))
            continue;
        const bool isKept = facts.orders[*order].status == OrderStatus::Placed &&
                            (refund.kind == RefundKind::Compensation || !isReturned(refund.order));
        if (isKept)
            gifts.push_back({refund.id, refund.at, *order,
                             isOfPrice(refund, facts.orders[*order]) ? Topic::Other : Topic::None});
    }
    return gifts;
}

class Hearing {
public:
    Hearing(std::vector<Contact>& contacts, const CustomerFacts& facts)
        : contacts_(contacts), facts_(facts) {
        for (const Contact& contact : contacts) {
            if (contact.thread >= 0)
                ordersOfThread_[contact.thread].insert(contact.orders.begin(),
                                                       contact.orders.end());
        }
    }

    void hear(const RecordedClaim& claim) {
        Contact* best = nullptr;
        auto bestRank = std::tuple(false, 0.0);
        for (Contact& contact : contacts_) {
            if (contact.at > claim.at + sameDay)
                break;
            if (contact.complains() && claim.at - contact.at <= heardReach &&
                couldBe(contact, claim))
                return;
            const auto rank = std::tuple(names(contact, claim.order), probabilityOf(contact));
            if (claim.at - contact.at <= claimReach && mayHaveClaimed(contact, claim) &&
                (best == nullptr || rank > bestRank))
                std::tie(best, bestRank) = std::tuple(&contact, rank);
        }
        if (best == nullptr)
            return;
        const Topic read =
            best->reading->topic == Topic::None ? Topic::Other : best->reading->topic;
        const bool namesNone = claim.topic == Topic::None || claim.topic == Topic::Other;
        best->heardAs = namesNone ? read : claim.topic;
    }

private:
    static double probabilityOf(const Contact& contact) {
        return contact.reading == nullptr ? 0 : contact.reading->complaintProbability;
    }

    const std::set<size_t>& ordersOf(const Contact& contact) const {
        static const std::set<size_t> none;
        const auto found = ordersOfThread_.constFind(contact.thread);
        return contact.thread < 0 || found == ordersOfThread_.cend() ? none : *found;
    }

    bool names(const Contact& contact, size_t order) const {
        return std::find(contact.orders.begin(), contact.orders.end(), order) !=
                   contact.orders.end() ||
               (contact.orders.empty() && ordersOf(contact).contains(order));
    }

    bool namesNone(const Contact& contact) const {
        return contact.orders.empty() && ordersOf(contact).empty();
    }

    bool couldBe(const Contact& contact, const RecordedClaim& claim) const {
        return names(contact, claim.order) ||
               (namesNone(contact) && isSoonAfterOrder(contact, claim));
    }

    bool isSoonAfterOrder(const Contact& contact, const RecordedClaim& claim) const {
        const Instant ordered = facts_.orders[claim.order].orderedAt;
        return contact.at >= ordered && contact.at - ordered <= ordersReach;
    }

    bool mayHaveClaimed(const Contact& contact, const RecordedClaim& claim) const {
        if (!contact.isInbound() || !contact.isHuman() || contact.isMereThanks() ||
            contact.complains() || contact.reading == nullptr ||
            contact.at < facts_.orders[claim.order].orderedAt)
            return false;
        const double probability = probabilityOf(contact);
        const Least& least = claim.topic == Topic::None ? ofGift : ofClaim;
        return names(contact, claim.order)
                   ? probability >= least.named
                   : probability >= least.unnamed && couldBe(contact, claim);
    }

    std::vector<Contact>& contacts_;
    const CustomerFacts& facts_;
    QHash<int, std::set<size_t>> ordersOfThread_;
};

}  // namespace

Topic topicClaimedIn(const QString& reason) {
    return reason.isEmpty() ? Topic::None : reasons().topicIn(reason);
}

bool reasonDeniesFailure(const QString& reason) {
    return !reason.isEmpty() && reasons().deniesFailure(reason);
}

std::vector<RecordedClaim> claimsOnRecord(const CustomerFacts& facts) {
    std::vector<RecordedClaim> claims;
    if (facts.returns.empty() && facts.refunds.empty())
        return claims;
    QHash<EventId, size_t> orders;
    for (size_t at = 0; at < facts.orders.size(); ++at)
        orders.insert(facts.orders[at].id, at);
    const auto add = [&](EventId event, Instant at, EventId order, Topic topic) {
        const auto place = orders.constFind(order);
        if (topic != Topic::None && place != orders.cend())
            claims.push_back({event, at, *place, topic});
    };
    for (const ReturnFact& fact : facts.returns)
        add(fact.id, fact.requestedAt, fact.order, topicClaimedIn(fact.reason));
    for (const RefundFact& fact : facts.refunds) {
        const Topic topic = topicClaimedIn(fact.reason);
        const bool isDispute = fact.kind == RefundKind::Chargeback;
        add(fact.id, fact.at, fact.order, isDispute && topic == Topic::None ? Topic::Other : topic);
    }
    std::sort(claims.begin(), claims.end(), [](const RecordedClaim& a, const RecordedClaim& b) {
        return std::tie(a.at, a.event) < std::tie(b.at, b.event);
    });
    return claims;
}

void hearClaims(std::vector<Contact>& contacts, const std::vector<RecordedClaim>& claims,
                const CustomerFacts& facts) {
    const auto gifts = giftsIn(facts, claims);
    if (claims.empty() && gifts.empty())
        return;
    Hearing hearing(contacts, facts);
    for (const RecordedClaim& claim : claims)
        hearing.hear(claim);
    for (const RecordedClaim& gift : gifts)
        hearing.hear(gift);
}

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/evidence_of_customer.h"

#include "models/scoring/complaint_frequency.h"
#include "models/scoring/wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace goodfaith::scoring {
namespace {

constexpr double unlikely = 0.001;
constexpr double timesUsual = 3;
constexpr double farAbove = 0.05;      // of all who spend, where that many or fewer have more
constexpr size_t leastSpenders = 100;  // to compare with
constexpr double mostShare = 100;      // refunds of orders that were not imported have no bound
constexpr int leastOrders = 3;         // of a repeated claim
constexpr int leastGivenBack = 2;      // orders: one that was paid back is no habit

Events idsOf(const std::vector<const Case*>& cases) {
    Events ids;
    for (const Case* matter : cases)
        ids.push_back(matter->id);
    return ids;
}

Instant latestOf(const std::vector<const Case*>& cases) {
    return cases.back()->openedAt;  // by openedAt
}

int exposureOf(const History& history) {
    return static_cast<int>(history.orders().size());
}

QString topicWords(Topic topic) {
    return nameOf(topic).replace(u'_', u' ');
}

QString timesMore(int count) {  // "once more", "3 more times"
    return count > 2 ? QStringLiteral("%1 more times").arg(count)
                     : times(count) + QStringLiteral(" more");
}

std::optional<Currency> currencyOfSpend(const MoneyBag& spent, Currency preferred) {
    if (spent.in(preferred).minor > 0)
        return preferred;
    for (const auto& [currency, minor] : spent.sums()) {
        if (minor > 0)
            return currency;
    }
    return std::nullopt;
}

MoneyBag spendOf(const History& history) {
    MoneyBag spent;
    for (const auto* order : history.orders()) {
        if (order->total)
            spent += *order->total;
    }
    return spent;
}

// "a phone number and a postal address"
QString sharedWords(const std::set<ConnectionKind>& kinds) {
    QStringList words;
    for (const ConnectionKind kind : kinds)
        words << (kind == ConnectionKind::Phone     ? QStringLiteral("a phone number")
                  : kind == ConnectionKind::Address ? QStringLiteral("a postal address")
                                                    : QStringLiteral("a means of payment"));
    return words.join(QStringLiteral(" and "));
}

// The share of spenders who get back more; of those who get back the same, half. Most get back
// nothing.
double shareAbove(const std::vector<double>& ascending, double share, size_t spenders) {
    const auto [first, last] = std::equal_range(ascending.begin(), ascending.end(), share);
    const auto equal = static_cast<double>(last - first);
    const auto above = static_cast<double>(ascending.end() - last);
    return std::max(above + equal / 2, 0.5) / static_cast<double>(spenders);
}

// "3", "fewer than 1".
QString fewOfHundred(double share) {
    const int percent = qRound(share * 100);
    return percent < 1 ? QStringLiteral("fewer than 1") : QString::number(percent);
}

// Within policy: it came back as new, for a reason of the customer's own.
bool isChangeOfMind(const ReturnFact& fact) {
    static const std::array words = {u"mind",    u"no longer", u"not need", u"unwanted",
                                     u"not fit", u"too big",   u"too small"};
    const bool isFine = fact.receivedAt && (fact.condition == ReturnCondition::AsNew ||
                                            fact.condition == ReturnCondition::Unknown);
    const bool isOwnReason = std::any_of(words.begin(), words.end(), [&](const char16_t* word) {
        return fact.reason.contains(QStringView(word), Qt::CaseInsensitive);
    });
    return isFine &&
           (isOwnReason || (fact.reason.isEmpty() && fact.fault == ReturnFault::Customer));
}

bool isGivenBackIn(const History& history, const Case& matter, const RefundFact& refund) {
    const auto returns = history.returnsOf(refund.order);
    return refund.at >= matter.openedAt && history.belongs(matter, refund.order, refund.at) &&
           std::none_of(returns.begin(), returns.end(),
                        [](const ReturnFact* fact) { return isChangeOfMind(*fact); });
}

}  // namespace

std::optional<CustomerFinding> tenure(const CustomerInput& input) {
    const auto& orders = input.history.orders();
    if (orders.empty())
        return std::nullopt;
    const auto age = input.history.asOf() - orders.front()->orderedAt;
    const auto years = std::chrono::floor<std::chrono::years>(age).count();
    if (years < 1)
        return std::nullopt;
    return CustomerFinding{static_cast<double>(years),
                           input.sentence([&] {
                               return QStringLiteral("Customer for %1: first ordered on %2")
                                   .arg(counted(static_cast<int>(years), u"year"),
                                        dayText(orders.front()->orderedAt, input.history.asOf(),
                                                input.history.settings().timeZone));
                           }),
                           {orders.front()->id},
                           {}};
}

std::optional<CustomerFinding> keptBuying(const CustomerInput& input) {
    if (input.cases.empty())
        return std::nullopt;
    const Instant first = input.cases.front().matter->openedAt;
    Events events;
    for (const auto* order : input.history.orders()) {
        if (order->orderedAt > first && order->replacesOrderKey.isEmpty())
            events.push_back(order->id);
    }
    if (events.empty())
        return std::nullopt;
    const int count = static_cast<int>(events.size());
    return CustomerFinding{
        static_cast<double>(count),
        input.sentence([&] {
            return QStringLiteral("Ordered %1 after the first complaint").arg(timesMore(count));
        }),
        std::move(events),
        {}};
}

// Of several topics the one claimed last: were it the first found, one case less of that topic
// could bring forward a fresher one that weighs more.
std::optional<CustomerFinding> repeatedClaim(const CustomerInput& input) {
    std::map<Topic, std::vector<const Case*>> byTopic;
    for (const Case* matter : unsupportedOfWindow(input.history, input.cases))
        byTopic[matter->topic].push_back(matter);
    byTopic.erase(Topic::Other);  // not the same complaint
    const int exposure = exposureOf(input.history);
    std::optional<CustomerFinding> found;
    for (const auto& [topic, alike] : byTopic) {
        const int onOrders = countOnOwnOrders(alike);
        const RatePrior usual = priorOf(input.parameters, topic);
        const bool isChance = onOrders < leastOrders ||
                              rounded(tailProbability(usual, onOrders, exposure)) >= unlikely;
        if (isChance || (found && *found->latest >= latestOf(alike)))
            continue;
        const QString text = input.sentence([&, topic = topic] {
            return QStringLiteral(
                       "The same complaint (%1) came up in %2 of %3, far more often "
                       "than chance explains")
                .arg(topicWords(topic), QString::number(onOrders), counted(exposure, u"order"));
        });
        found = CustomerFinding{1, text, idsOf(alike), latestOf(alike)};
    }
    return found;
}

std::optional<CustomerFinding> complaintRate(const CustomerInput& input) {
    const int exposure = exposureOf(input.history);
    const auto cases = unsupportedOfWindow(input.history, input.cases);
    const int count = static_cast<int>(cases.size());
    const double bound = rounded(timesUsual * input.prior.mean);
    if (cases.empty() || !lowReaches(bound, input.prior, count, exposure))
        return std::nullopt;
    const double low = estimateRate(input.prior, count, exposure).low;
    return CustomerFinding{
        low / (timesUsual * input.prior.mean), input.sentence([&] {
            return QStringLiteral("%1 that no record confirms in %2, where %3 would be usual")
                .arg(counted(count, u"complaint"), counted(exposure, u"order"),
                     decimalText(input.prior.mean * exposure));
        }),
        idsOf(cases), latestOf(cases)};
}

std::optional<GivenBack> givenBack(const History& history, const std::vector<JudgedCase>& cases,
                                   Currency currency) {
    const MoneyBag spent = spendOf(history);
    const auto chosen = currencyOfSpend(spent, currency);
    if (!chosen)
        return std::nullopt;
    GivenBack result;
    MoneyBag sum;
    std::set<EventId> orders;
    for (const Case* matter : unsupportedOfWindow(history, cases)) {
        for (const EventId order : matter->orders) {
            for (const auto* refund : history.refundsOf(order)) {
                if (refund->amount.currency != *chosen || !isGivenBackIn(history, *matter, *refund))
                    continue;
                sum += refund->amount;
                orders.insert(order);
                result.refunds.push_back(refund->id);
                result.latest = matter->openedAt;
            }
        }
    }
    const auto given = static_cast<double>(sum.in(*chosen).minor);
    const auto all = static_cast<double>(spent.in(*chosen).minor);
    result.share = rounded(std::min(given / all, mostShare));
    result.orders = static_cast<int>(orders.size());
    return result;
}

// Counts by how rare it is: once for one spender in twenty, twice for one in four hundred.
std::optional<CustomerFinding> refundRatio(const CustomerInput& input) {
    const ShopParameters& shop = input.parameters;
    const auto given = givenBack(input.history, input.cases, shop.currency);
    const auto spenders = std::max(shop.refundRatios.size(), static_cast<size_t>(shop.spenders));
    if (!given || given->orders < leastGivenBack || spenders < leastSpenders)
        return std::nullopt;
    const double more = shareAbove(shop.refundRatios, given->share, spenders);
    if (more > farAbove)
        return std::nullopt;
    return CustomerFinding{
        std::log(more) / std::log(farAbove), input.sentence([&] {
            return QStringLiteral(
                       "%1 % of the money spent went back in complaints that no record confirms, "
                       "as for %2 of 100 customers")
                .arg(QString::number(qRound(given->share * 100)), fewOfHundred(more));
        }),
        given->refunds, given->latest};
}

std::optional<CustomerFinding> linkedIdentity(const CustomerInput& input) {
    if (input.linked.empty())
        return std::nullopt;
    // One customer, by whatever connects them most; a household that shares three things is one.
    const LinkedCase& latest = input.linked.back();
    std::set<CaseId> cases;
    std::set<EventId> events;
    std::set<ConnectionKind> shared;
    for (const LinkedCase& linked : input.linked) {
        events.insert(linked.connection.event);
        if (linked.connection.other == latest.connection.other) {
            cases.insert(linked.matter);
            shared.insert(linked.connection.kind);
        }
    }
    return CustomerFinding{1, input.sentence([&] {
                               return QStringLiteral("Shares %1 with customer %2 (%3 contradicted)")
                                   .arg(sharedWords(shared),
                                        QString::number(latest.connection.other.value()),
                                        counted(int(cases.size()), u"complaint"));
                           }),
                           Events(events.begin(), events.end()), latest.openedAt};
}

}  // namespace goodfaith::scoring

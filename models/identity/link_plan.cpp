// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/link_plan.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <optional>

namespace goodfaith::identity {
namespace {

// Union by lowest index: the root of a group is its first party.
class Groups {
public:
    explicit Groups(size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), size_t{0});
    }
    size_t rootOf(size_t member) {
        while (parent_[member] != member)
            member = parent_[member] = parent_[parent_[member]];
        return member;
    }
    // The root that is one no longer; nothing when the two were in one group.
    std::optional<size_t> join(size_t a, size_t b) {
        const auto [low, high] = std::minmax({rootOf(a), rootOf(b)});
        if (low == high)
            return std::nullopt;
        parent_[high] = low;
        return high;
    }

private:
    std::vector<size_t> parent_;
};

struct Reason {
    QString rule;
    QString evidence;
};

// Shop numbers are unique within their source only.
QString comparable(const LinkedParty& party, const NormalisedKey& key) {
    const bool ofSource = key.kind == NormalisedKey::Kind::ShopNumber;
    return QString::number(static_cast<int>(key.kind)) + u':' +
           (ofSource ? QString::number(party.source.value()) + u':' : QString()) + key.value;
}

void joinByCustomer(const std::vector<LinkedParty>& parties, Groups& groups) {
    QHash<qint64, size_t> firstOf;
    for (size_t i = 0; i < parties.size(); ++i) {
        if (parties[i].customer.isNone())
            continue;
        const auto first = firstOf.constFind(parties[i].customer.value());
        if (first == firstOf.constEnd())
            firstOf.insert(parties[i].customer.value(), i);
        else
            groups.join(*first, i);
    }
}

// By the root that a group had before: the key that made it part of an earlier group.
std::map<size_t, Reason> joinByKeys(const std::vector<LinkedParty>& parties, Groups& groups) {
    std::map<size_t, Reason> reasons;
    QHash<QString, size_t> firstWith;
    for (size_t i = 0; i < parties.size(); ++i) {
        for (const NormalisedKey& key : parties[i].keys) {
            if (!key.joins)
                continue;
            const QString name = comparable(parties[i], key);
            const auto first = firstWith.constFind(name);
            if (first == firstWith.constEnd())
                firstWith.insert(name, i);
            else if (const auto joined = groups.join(*first, i))
                reasons[*joined] = {nameOf(key.kind), key.value};
        }
    }
    return reasons;
}

// Linked parties first, by customer, so that whoever is new is explained by who was there.
void sortForExplaining(std::vector<LinkedParty>& parties) {
    const auto order = [](const LinkedParty& party) {
        const auto customer =
            party.customer.isNone() ? std::numeric_limits<qint64>::max() : party.customer.value();
        return std::pair(customer, party.party);
    };
    std::sort(parties.begin(), parties.end(),
              [&](const LinkedParty& a, const LinkedParty& b) { return order(a) < order(b); });
}

void addTo(PlannedCustomer& plan, const LinkedParty& party, const Reason& reason) {
    if (party.customer.isNone()) {
        const bool founds = reason.rule.isEmpty();
        plan.links.push_back(
            {party.party, founds ? QStringLiteral("first") : reason.rule, reason.evidence});
    } else if (plan.kept.isNone()) {
        plan.kept = party.customer;
    } else if (party.customer != plan.kept &&
               (plan.absorbed.empty() || plan.absorbed.back().absorbed != party.customer)) {
        plan.absorbed.push_back({party.customer, reason.rule, reason.evidence});
    }
}

}  // namespace

std::vector<PlannedCustomer> planLinks(std::vector<LinkedParty> parties) {
    sortForExplaining(parties);
    Groups groups(parties.size());
    joinByCustomer(parties, groups);
    std::vector<size_t> rootBefore;
    for (size_t i = 0; i < parties.size(); ++i)
        rootBefore.push_back(groups.rootOf(i));
    auto reasons = joinByKeys(parties, groups);
    std::map<size_t, PlannedCustomer> byRoot;
    for (size_t i = 0; i < parties.size(); ++i)
        addTo(byRoot[groups.rootOf(i)], parties[i], reasons[rootBefore[i]]);
    std::vector<PlannedCustomer> plans;
    for (auto& [root, plan] : byRoot) {
        if (!plan.links.empty() || !plan.absorbed.empty())
            plans.push_back(std::move(plan));
    }
    return plans;
}

}  // namespace goodfaith::identity

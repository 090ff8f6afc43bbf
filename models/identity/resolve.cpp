// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/resolve.h"

#include "models/identity/apply_decisions.h"
#include "models/identity/join_by_key.h"
#include "models/identity/party_groups.h"

#include <algorithm>
#include <array>
#include <deque>
#include <tuple>

namespace goodfaith::identity {
namespace {

using Kind = NormalisedKey::Kind;

void sortByContent(std::vector<LinkedParty>& parties) {
    std::sort(parties.begin(), parties.end(), [](const LinkedParty& a, const LinkedParty& b) {
        return std::tie(a.content, a.party) < std::tie(b.content, b.party);
    });
}

// A joining key and one party that bears it. Ordered by the strength of keys: shop number, e-mail,
// phone; then by the key itself. Shop numbers mean something within their source alone.
struct KeyBearer {
    int weakness;
    SourceId source;
    QStringView value;
    const NormalisedKey* key;
    size_t party;

    bool hasSameKey(const KeyBearer& other) const {
        return std::tie(weakness, source, value) ==
               std::tie(other.weakness, other.source, other.value);
    }
    friend bool operator<(const KeyBearer& a, const KeyBearer& b) {
        return std::tie(a.weakness, a.source, a.value, a.party) <
               std::tie(b.weakness, b.source, b.value, b.party);
    }
};

int weaknessOf(Kind kind) {
    constexpr auto strongestFirst = std::to_array({Kind::ShopNumber, Kind::Email, Kind::Phone});
    return static_cast<int>(std::find(strongestFirst.begin(), strongestFirst.end(), kind) -
                            strongestFirst.begin());
}

std::vector<KeyBearer> joiningKeys(const std::vector<LinkedParty>& parties) {
    std::vector<KeyBearer> bearers;
    for (size_t i = 0; i < parties.size(); ++i) {
        for (const NormalisedKey& key : parties[i].keys) {
            if (key.joins) {
                const bool isOfSource = key.kind == Kind::ShopNumber;
                bearers.push_back({weaknessOf(key.kind),
                                   isOfSource ? parties[i].source : SourceId(), key.value, &key,
                                   i});
            }
        }
    }
    std::sort(bearers.begin(), bearers.end());
    return bearers;
}

void joinByKeys(const std::vector<LinkedParty>& parties, PartyGroups& groups) {
    const std::vector<KeyBearer> bearers = joiningKeys(parties);
    KeyJoiner joiner(parties, groups);
    std::vector<size_t> sharing;
    for (auto first = bearers.begin(); first != bearers.end();) {
        const auto next = std::find_if_not(
            first, bearers.end(), [&](const KeyBearer& each) { return each.hasSameKey(*first); });
        sharing.clear();
        std::transform(first, next, std::back_inserter(sharing),
                       [](const KeyBearer& each) { return each.party; });
        joiner.join(*first->key, sharing);
        first = next;
    }
}

// Who founded the lowest number, else the first by content.
size_t namesakeOf(const std::vector<size_t>& members, const std::vector<LinkedParty>& parties) {
    const auto rank = [&](size_t member) {
        const CustomerId founded = parties[member].founded;
        return std::tuple(founded.isNone(), founded, member);
    };
    return *std::min_element(members.begin(), members.end(),
                             [&](size_t a, size_t b) { return rank(a) < rank(b); });
}

// Each party by the join that leads from it towards its cluster's first, nearest first.
class Explanations {
public:
    Explanations(const std::vector<LinkedParty>& parties, const PartyGroups& groups)
        : parties_(parties), joins_(groups.joins()), joinsOf_(parties.size()), of_(parties.size()) {
        for (size_t i = 0; i < joins_.size(); ++i) {
            joinsOf_[joins_[i].one].push_back(i);
            joinsOf_[joins_[i].other].push_back(i);
        }
    }

    void explainFrom(size_t first) {
        of_[first] = {parties_[first].party, QStringLiteral("first"), {}, {}};
        std::deque<size_t> waiting{first};
        for (; !waiting.empty(); waiting.pop_front()) {
            const size_t known = waiting.front();
            for (const size_t index : joinsOf_[known]) {
                const PartyJoin& join = joins_[index];
                const size_t party = join.one == known ? join.other : join.one;
                if (!of_[party].rule.isEmpty())
                    continue;
                of_[party] = {parties_[party].party, join.reason.rule, join.reason.evidence,
                              parties_[known].party};
                waiting.push_back(party);
            }
        }
    }

    const Membership& of(size_t party) const { return of_[party]; }

private:
    const std::vector<LinkedParty>& parties_;
    const std::vector<PartyJoin>& joins_;
    std::vector<std::vector<size_t>> joinsOf_;
    std::vector<Membership> of_;
};

std::vector<Cluster> explainedClusters(const std::vector<LinkedParty>& parties,
                                       const PartyGroups& groups) {
    Explanations explanations(parties, groups);
    std::vector<Cluster> clusters;
    std::vector<bool> isDone(parties.size());
    for (size_t i = 0; i < parties.size(); ++i) {
        if (isDone[groups.rootOf(i)])
            continue;
        isDone[groups.rootOf(i)] = true;
        std::vector<size_t> members = groups.membersOf(i);
        std::sort(members.begin(), members.end());
        const size_t first = namesakeOf(members, parties);
        explanations.explainFrom(first);
        Cluster& cluster = clusters.emplace_back();
        cluster.members.push_back(explanations.of(first));
        for (const size_t member : members) {
            if (member != first)
                cluster.members.push_back(explanations.of(member));
        }
    }
    return clusters;
}

}  // namespace

std::vector<Cluster> resolve(std::vector<LinkedParty> parties,
                             const std::vector<Decision>& decisions) {
    if (parties.size() == 1)
        return {{{{parties.front().party, QStringLiteral("first"), {}, {}}}}};
    sortByContent(parties);
    PartyGroups groups(parties);
    applyDecisions(parties, decisions, groups);
    joinByKeys(parties, groups);
    return explainedClusters(parties, groups);
}

}  // namespace goodfaith::identity

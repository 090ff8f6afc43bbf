// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/party_groups.h"

#include <algorithm>
#include <numeric>

namespace goodfaith::identity {
namespace {

bool isShorterOrLess(QStringView a, QStringView b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace

PartyGroups::PartyGroups(const std::vector<LinkedParty>& parties)
    : rootOf_(parties.size()), groups_(parties.size()) {
    std::iota(rootOf_.begin(), rootOf_.end(), size_t{0});
    for (size_t i = 0; i < parties.size(); ++i) {
        groups_[i].members.push_back(i);
        for (const NormalisedKey& key : parties[i].keys) {
            if (key.joins && key.kind == NormalisedKey::Kind::ShopNumber)
                groups_[i].numbers.emplace_back(parties[i].source, key.value);
        }
    }
}

void PartyGroups::keepApart(size_t one, size_t other) {
    groups_[rootOf_[one]].keptApart.insert(other);
    groups_[rootOf_[other]].keptApart.insert(one);
}

bool PartyGroups::areKeptApart(size_t one, size_t other) const {
    const auto& keptApart = groupOf(one).keptApart;
    const auto& members = groupOf(other).members;
    return !keptApart.empty() && std::any_of(members.begin(), members.end(), [&](size_t member) {
        return keptApart.contains(member);
    });
}

bool PartyGroups::haveOtherNumbers(size_t one, size_t other) const {
    const auto& numbers = groupOf(one).numbers;
    const auto& others = groupOf(other).numbers;
    return std::any_of(numbers.begin(), numbers.end(), [&](const ShopNumber& number) {
        const SourceId source = number.first;
        bool isOfBoth = false;
        for (const ShopNumber& candidate : others) {
            if (candidate.first != source)
                continue;
            isOfBoth = true;
            if (std::find(numbers.begin(), numbers.end(), candidate) != numbers.end())
                return false;
        }
        return isOfBoth;
    });
}

bool PartyGroups::mayJoin(size_t one, size_t other) const {
    return !areKeptApart(one, other) && !haveOtherNumbers(one, other);
}

bool PartyGroups::isBound(size_t party) const {
    return !groupOf(party).numbers.empty() || !groupOf(party).keptApart.empty();
}

QStringView PartyGroups::lowestNumber(size_t party) const {
    QStringView lowest;
    for (const auto& [source, number] : groupOf(party).numbers) {
        if (lowest.isEmpty() || isShorterOrLess(number, lowest))
            lowest = number;
    }
    return lowest;
}

void PartyGroups::join(size_t one, size_t other, const JoinReason& reason) {
    size_t kept = rootOf_[one];
    size_t gone = rootOf_[other];
    if (kept == gone)
        return;
    joins_.push_back({one, other, reason});
    if (groups_[kept].members.size() < groups_[gone].members.size())
        std::swap(kept, gone);
    Group& into = groups_[kept];
    Group from = std::exchange(groups_[gone], {});
    for (const size_t member : from.members)
        rootOf_[member] = kept;
    into.members.insert(into.members.end(), from.members.begin(), from.members.end());
    for (const ShopNumber& number : from.numbers) {
        if (std::find(into.numbers.begin(), into.numbers.end(), number) == into.numbers.end())
            into.numbers.push_back(number);
    }
    into.keptApart.merge(from.keptApart);
}

}  // namespace goodfaith::identity

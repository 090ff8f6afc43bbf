// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/join_by_key.h"

#include <algorithm>

namespace goodfaith::identity {
namespace {

// One party of each group, in the order of the parties.
std::vector<size_t> oneOfEachGroup(const std::vector<size_t>& parties, const PartyGroups& groups) {
    std::vector<size_t> ones;
    std::set<size_t> roots;
    for (const size_t party : parties) {
        if (roots.insert(groups.rootOf(party)).second)
            ones.push_back(party);
    }
    return ones;
}

}  // namespace

KeyJoiner::KeyJoiner(const std::vector<LinkedParty>& parties, PartyGroups& groups)
    : parties_(parties), groups_(groups) {}

void KeyJoiner::join(const NormalisedKey& key, const std::vector<size_t>& bearers) {
    if (bearers.size() < 2)
        return;
    const std::vector<size_t> groups = oneOfEachGroup(bearers, groups_);
    if (groups.size() < 2)
        return;
    reason_ = {goodfaith::nameOf(key.kind), key.value};
    if (key.kind != NormalisedKey::Kind::Phone && nothingStandsAgainst(groups))
        joinAll(groups);
    else
        joinByNames(groups);
}

bool KeyJoiner::nothingStandsAgainst(const std::vector<size_t>& groups) const {
    std::vector<size_t> bound;
    std::copy_if(groups.begin(), groups.end(), std::back_inserter(bound),
                 [&](size_t group) { return groups_.isBound(group); });
    for (size_t i = 0; i < bound.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            if (!groups_.mayJoin(bound[i], bound[j]))
                return false;
        }
    }
    return true;
}

void KeyJoiner::joinAll(const std::vector<size_t>& groups) {
    for (const size_t group : groups)
        groups_.join(groups.front(), group, reason_);
}

// Whoever may be one person with two who are not one person is doubtful. Without the doubtful, the
// others fall into sets within which everybody may be one person with everybody.
void KeyJoiner::joinByNames(const std::vector<size_t>& groups) {
    const std::vector<Neighbours> neighbours = whoMayBeOne(groups);
    Neighbours doubtful(groups.size());
    for (size_t i = 0; i < groups.size(); ++i) {
        for (size_t j = 0; j < groups.size() && !doubtful[i]; ++j)
            doubtful[i] = neighbours[i][j] && !neighbours[i].is_subset_of(neighbours[j]);
    }
    for (size_t i = 0; i < groups.size(); ++i) {
        for (size_t j = i + 1; j < groups.size() && !doubtful[i]; ++j) {
            if (neighbours[i][j] && !doubtful[j])
                groups_.join(groups[i], groups[j], reason_);
        }
    }
    for (size_t i = 0; i < groups.size(); ++i) {
        if (doubtful[i])
            joinDoubtful(i, groups, neighbours, doubtful);
    }
}

// To the lowest of several accounts, but not where these are of two persons.
void KeyJoiner::joinDoubtful(size_t position, const std::vector<size_t>& groups,
                             const std::vector<Neighbours>& neighbours,
                             const Neighbours& doubtful) {
    std::vector<size_t> accounts;
    for (size_t i = 0; i < groups.size(); ++i) {
        if (i == position || !neighbours[position][i])
            continue;
        for (size_t j = 0; j < i; ++j) {
            if (j != position && neighbours[position][j] && areTwoPersons(groups[i], groups[j]))
                return;
        }
        if (!doubtful[i])
            accounts.push_back(groups[i]);
    }
    const auto rank = [&](size_t account) {
        const QStringView number = groups_.lowestNumber(account);
        return std::tuple(number.isEmpty(), number.size(), number);
    };
    const auto lowest = std::min_element(accounts.begin(), accounts.end(),
                                         [&](size_t a, size_t b) { return rank(a) < rank(b); });
    if (lowest != accounts.end() && groups_.mayJoin(*lowest, groups[position]))
        groups_.join(*lowest, groups[position], reason_);
}

std::vector<KeyJoiner::Neighbours> KeyJoiner::whoMayBeOne(const std::vector<size_t>& groups) {
    std::vector<Neighbours> neighbours(groups.size(), Neighbours(groups.size()));
    for (size_t i = 0; i < groups.size(); ++i) {
        neighbours[i].set(i);
        for (size_t j = 0; j < i; ++j) {
            const bool mayBe =
                groups_.mayJoin(groups[i], groups[j]) && namesAgree(groups[i], groups[j]);
            neighbours[i][j] = neighbours[j][i] = mayBe;
        }
    }
    return neighbours;
}

bool KeyJoiner::areTwoPersons(size_t one, size_t other) {
    return groups_.areKeptApart(one, other) || !namesAgree(one, other);
}

// Of a group that bears several names any may be the right one.
bool KeyJoiner::namesAgree(size_t one, size_t other) {
    bool isNamed = false;
    for (const size_t a : groups_.membersOf(one)) {
        for (const size_t b : groups_.membersOf(other)) {
            if (nameOf(a).isEmpty() || nameOf(b).isEmpty())
                continue;
            if (compatible(nameOf(a), nameOf(b)))
                return true;
            isNamed = true;
        }
    }
    return !isNamed;
}

const PersonName& KeyJoiner::nameOf(size_t party) {
    if (names_.empty())
        names_.resize(parties_.size());
    auto& name = names_[party];
    if (!name)
        name = PersonName::read(parties_[party].name);
    return *name;
}

}  // namespace goodfaith::identity

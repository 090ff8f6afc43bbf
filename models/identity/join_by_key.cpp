// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/join_by_key.h"

#include <algorithm>
#include <tuple>

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
    reason_ = {nameOf(key.kind), key.value};
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
    Candidates candidates = candidatesFrom(groups);
    findNeighbours(candidates);
    Neighbours doubtful(candidates.size());
    for (size_t i = 0; i < candidates.size(); ++i) {
        const Neighbours& around = candidates[i].mayBeOne;
        for (size_t j = around.find_first(); j != Neighbours::npos; j = around.find_next(j))
            doubtful[i] = doubtful[i] || !around.is_subset_of(candidates[j].mayBeOne);
    }
    for (size_t i = 0; i < candidates.size(); ++i) {
        if (doubtful[i])
            continue;
        joinAll(candidates[i].groups);
        const Neighbours others = candidates[i].mayBeOne - doubtful;
        for (size_t j = others.find_next(i); j != Neighbours::npos; j = others.find_next(j))
            groups_.join(candidates[i].groups.front(), candidates[j].groups.front(), reason_);
    }
    for (size_t i = doubtful.find_first(); i != Neighbours::npos; i = doubtful.find_next(i))
        joinDoubtful(i, candidates, doubtful);
}

KeyJoiner::Candidates KeyJoiner::candidatesFrom(const std::vector<size_t>& groups) {
    Candidates candidates;
    std::map<Names, size_t> unbound;
    for (const size_t group : groups) {
        Names names = namesOf(group);
        if (!groups_.isBound(group)) {
            const auto [known, isNew] = unbound.try_emplace(names, candidates.size());
            if (!isNew) {
                candidates[known->second].groups.push_back(group);
                continue;
            }
        }
        candidates.push_back({{group}, std::move(names), {}, {}});
    }
    return candidates;
}

void KeyJoiner::findNeighbours(Candidates& candidates) {
    for (Candidate& candidate : candidates) {
        candidate.sameName.resize(candidates.size());
        candidate.mayBeOne.resize(candidates.size());
    }
    for (size_t i = 0; i < candidates.size(); ++i) {
        candidates[i].sameName.set(i);
        candidates[i].mayBeOne.set(i);
        for (size_t j = 0; j < i; ++j) {
            if (!namesAgree(candidates[i].names, candidates[j].names))
                continue;
            candidates[i].sameName.set(j);
            candidates[j].sameName.set(i);
            if (groups_.mayJoin(candidates[i].groups.front(), candidates[j].groups.front())) {
                candidates[i].mayBeOne.set(j);
                candidates[j].mayBeOne.set(i);
            }
        }
    }
}

// To the lowest of several accounts, but not where these are of two persons.
void KeyJoiner::joinDoubtful(size_t doubtful, const Candidates& candidates,
                             const Neighbours& allDoubtful) {
    const Neighbours& around = candidates[doubtful].mayBeOne;
    std::vector<size_t> accounts;
    for (size_t i = around.find_first(); i != Neighbours::npos; i = around.find_next(i)) {
        for (size_t j = around.find_first(); j < i; j = around.find_next(j)) {
            if (areTwoPersons(i, j, candidates))
                return;
        }
        if (!allDoubtful[i])
            accounts.push_back(candidates[i].groups.front());
    }
    if (accounts.empty())
        return;
    const size_t account = lowestOf(accounts);
    for (const size_t group : candidates[doubtful].groups) {
        if (groups_.mayJoin(account, group))
            groups_.join(account, group, reason_);
    }
}

bool KeyJoiner::areTwoPersons(size_t one, size_t other, const Candidates& candidates) const {
    return !candidates[one].sameName[other] ||
           groups_.areKeptApart(candidates[one].groups.front(), candidates[other].groups.front());
}

size_t KeyJoiner::lowestOf(const std::vector<size_t>& accounts) const {
    const auto rank = [&](size_t account) {
        const QStringView number = groups_.lowestNumber(account);
        return std::tuple(number.isEmpty(), number.size(), number);
    };
    return *std::min_element(accounts.begin(), accounts.end(),
                             [&](size_t a, size_t b) { return rank(a) < rank(b); });
}

KeyJoiner::Names KeyJoiner::namesOf(size_t group) {
    Names names;
    for (const size_t member : groups_.membersOf(group)) {
        const QString& text = parties_[member].name;
        if (text.isEmpty())
            continue;
        auto known = indexOfName_.constFind(text);
        if (known == indexOfName_.constEnd()) {
            known = indexOfName_.insert(text, names_.size());
            names_.push_back(PersonName::read(text));
        }
        if (!names_[*known].isEmpty())
            names.push_back(*known);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

// Of a group that bears several names any may be the right one.
bool KeyJoiner::namesAgree(const Names& a, const Names& b) {
    return a.empty() || b.empty() || std::any_of(a.begin(), a.end(), [&](size_t one) {
               return std::any_of(b.begin(), b.end(),
                                  [&](size_t other) { return nameAgrees(one, other); });
           });
}

bool KeyJoiner::nameAgrees(size_t a, size_t b) {
    if (a == b)
        return true;
    const auto [known, isNew] = agreement_.try_emplace(std::minmax(a, b), false);
    if (isNew)
        known->second = compatible(names_[a], names_[b]);
    return known->second;
}

}  // namespace goodfaith::identity

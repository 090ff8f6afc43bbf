// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/phrase_finder.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::understanding {
namespace {

constexpr int nowhere = 0;
constexpr size_t mostStates = 20'000;  // far above what real texts reach

std::vector<PhraseHit> withoutInner(std::vector<PhraseHit> hits) {
    // The longer of two that begin together comes first, so one look at the furthest end suffices.
    std::sort(hits.begin(), hits.end(), [](const PhraseHit& a, const PhraseHit& b) {
        return std::tuple(a.begin, ~a.end, a.group) < std::tuple(b.begin, ~b.end, b.group);
    });
    std::vector<PhraseHit> kept;
    size_t furthest = 0, furthestBegin = 0;
    for (const auto& hit : hits) {
        const bool same = !kept.empty() && hit.begin == furthestBegin && hit.end == furthest;
        const bool isDouble = same && kept.back().group == hit.group;
        if ((hit.end <= furthest && !same) || isDouble)
            continue;
        kept.push_back(hit);
        furthest = hit.end;
        furthestBegin = hit.begin;
    }
    return kept;
}

}  // namespace

void PhraseFinder::Steps::clear() {
    constexpr size_t atFirst = 1 << 14;
    entries_.assign(atFirst, {});
    used_ = 0;
}

const int* PhraseFinder::Steps::find(uint64_t key) const {
    const size_t mask = entries_.size() - 1;
    for (size_t at = size_t(key * 0x9e3779b97f4a7c15ULL >> 32) & mask;; at = (at + 1) & mask) {
        if (entries_[at].key == key)
            return &entries_[at].to;
        if (entries_[at].key == 0)
            return nullptr;
    }
}

PhraseFinder::Steps::Entry& PhraseFinder::Steps::entryFor(uint64_t key) {
    const size_t mask = entries_.size() - 1;
    size_t at = size_t(key * 0x9e3779b97f4a7c15ULL >> 32) & mask;
    while (entries_[at].key != 0)
        at = (at + 1) & mask;
    return entries_[at];
}

void PhraseFinder::Steps::add(uint64_t key, int to) {
    if (++used_ * 2 > entries_.size()) {
        std::vector<Entry> before(entries_.size() * 2);
        before.swap(entries_);
        for (const Entry& entry : before) {
            if (entry.key != 0)
                entryFor(entry.key) = entry;
        }
    }
    entryFor(key) = {key, to};
}

PhraseFinder::PhraseFinder(const PhraseBook& book) : book_(book) {
    forget();
}

void PhraseFinder::forget() {
    known_.clear();
    steps_.clear();
    states_.clear();
    beginnings_.assign(size_t(book_.signs()), -1);
    stateFor({});
}

int PhraseFinder::stateFor(PhraseBook::Reached reached) {
    const uint64_t mask = reached.mask;
    const auto [known, isNew] = known_.try_emplace(
        std::pair(std::move(reached.places), std::move(reached.groups)), int(states_.size()));
    if (isNew)
        states_.push_back({&known->first.first, &known->first.second, mask});
    return known->second;
}

int PhraseFinder::begin(int sign) {
    int& state = beginnings_[size_t(sign)];
    if (state < 0)
        state = stateFor(book_.begin(sign));
    return state;
}

int PhraseFinder::next(int state, int sign) {
    const State& from = states_[size_t(state)];
    if ((from.mask & book_.maskOf(sign)) == 0)
        return nowhere;
    const uint64_t key = uint64_t(state) << 32 | uint64_t(sign);
    if (const int* const to = steps_.find(key))
        return *to;
    const int to = stateFor(book_.advance(*from.places, sign));
    steps_.add(key, to);
    return to;
}

std::vector<PhraseHit> PhraseFinder::find(const Words& words) {
    if (states_.size() > mostStates)
        forget();
    std::vector<PhraseHit> hits;
    const auto& list = words.list;
    for (size_t first = 0; first < list.size(); ++first) {
        int state = begin(list[first].sign);
        for (size_t at = first; state != nowhere;) {
            for (const int group : *states_[size_t(state)].groups)
                hits.push_back({group, first, at + 1});
            if (++at == list.size() || list[at].sentence != list[first].sentence)
                break;
            state = next(state, list[at].sign);
        }
    }
    return withoutInner(std::move(hits));
}

}  // namespace goodfaith::understanding

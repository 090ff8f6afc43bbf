// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/suggestion_queue.h"

#include <algorithm>

namespace goodfaith::items {

void SuggestionQueue::setPairs(const std::vector<SuggestedPair>& pairs) {
    const auto before = current();
    for (Pairs& kind : pairs_)
        kind.clear();
    for (const SuggestedPair& pair : pairs) {
        if (!settled_.contains({pair.a, pair.b}))
            pairs_[static_cast<size_t>(pair.kind)].push_back(pair);
    }
    if (wanted_ && !goTo(*wanted_)) {
        Pairs& shown = pairs_[static_cast<size_t>(kind_)];
        shown.insert(shown.begin() + std::min<std::ptrdiff_t>(position(), std::ssize(shown)),
                     *wanted_);
        goTo(*wanted_);
    }
    if (!wanted_ && before)
        goTo(*before);
}

void SuggestionQueue::show(SuggestionKind kind) {
    kind_ = kind;
    wanted_.reset();
}

int SuggestionQueue::left(SuggestionKind kind) const {
    return static_cast<int>(pairs_[static_cast<size_t>(kind)].size());
}

int SuggestionQueue::position() const {
    return std::clamp(positions_[static_cast<size_t>(kind_)], 0, std::max(0, left(kind_) - 1));
}

std::optional<SuggestedPair> SuggestionQueue::at(int position) const {
    return position < left(kind_) ? std::optional(shown()[static_cast<size_t>(position)])
                                  : std::nullopt;
}

std::optional<SuggestedPair> SuggestionQueue::following() const {
    return left(kind_) > 1 ? at((position() + 1) % left(kind_)) : std::nullopt;
}

void SuggestionQueue::go(int by) {
    wanted_.reset();
    if (const int count = left(kind_); count > 0)
        positions_[static_cast<size_t>(kind_)] = (position() + by + count) % count;
}

void SuggestionQueue::next() {
    go(1);
}

void SuggestionQueue::previous() {
    go(-1);
}

// A pair may be of the other kind after its weights were worked out again.
bool SuggestionQueue::goTo(const SuggestedPair& pair) {
    const Pairs& pairs = shown();
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const SuggestedPair& one) {
        return one.a == pair.a && one.b == pair.b;
    });
    if (found == pairs.end())
        return false;
    positions_[static_cast<size_t>(kind_)] = static_cast<int>(found - pairs.begin());
    return true;
}

void SuggestionQueue::settle(const SuggestedPair& pair) {
    settled_.insert({pair.a, pair.b});
    drop(pair);
}

void SuggestionQueue::drop(const SuggestedPair& pair) {
    const int position = this->position();
    for (Pairs& kind : pairs_)
        std::erase_if(kind,
                      [&](const SuggestedPair& one) { return one.a == pair.a && one.b == pair.b; });
    // After the last one the first comes again.
    positions_[static_cast<size_t>(kind_)] = position < left(kind_) ? position : 0;
    wanted_.reset();
}

void SuggestionQueue::release(const SuggestedPair& pair) {
    settled_.erase({pair.a, pair.b});
}

void SuggestionQueue::returnTo(const SuggestedPair& pair) {
    release(pair);
    kind_ = pair.kind;
    wanted_ = pair;
}

}  // namespace goodfaith::items

// SPDX-License-Identifier: GPL-3.0-or-later
// The pairs of customers that are left to be judged, one of them at a time. Who was just judged is
// out of it at once; the data say later that it is so.
#pragma once

#include "models/domain/suggestion.h"

#include <array>
#include <optional>
#include <set>
#include <vector>

namespace goodfaith::items {

struct SuggestedPair {
    CustomerId a;
    CustomerId b;
    SuggestionKind kind = SuggestionKind::Same;
    friend bool operator==(const SuggestedPair&, const SuggestedPair&) = default;
};

class SuggestionQueue {
public:
    // The likeliest first. Stays at the pair where it was, else at its place.
    void setPairs(const std::vector<SuggestedPair>& pairs);
    // Which kind one goes through.
    void show(SuggestionKind kind);
    SuggestionKind kind() const { return kind_; }

    int left(SuggestionKind kind) const;
    int position() const;  // from 0, among those of the kind shown
    std::optional<SuggestedPair> current() const { return at(position()); }
    std::optional<SuggestedPair> following() const;  // whom next() comes to
    void next();                                     // goes round
    void previous();

    // Judged: the one after it is the current one.
    void settle(const SuggestedPair& pair);
    // The judgement is in the data, or it did not succeed: what they say next counts again.
    void release(const SuggestedPair& pair);
    // They are not two any more, as the data say now.
    void drop(const SuggestedPair& pair);
    // That pair is open again, though the data may say so later; it is the current one until
    // somebody goes elsewhere.
    void returnTo(const SuggestedPair& pair);

private:
    using Pairs = std::vector<SuggestedPair>;
    const Pairs& shown() const { return pairs_[static_cast<size_t>(kind_)]; }
    std::optional<SuggestedPair> at(int position) const;
    bool goTo(const SuggestedPair& pair);
    void go(int by);

    std::array<Pairs, 2> pairs_;  // by kind
    std::array<int, 2> positions_{};
    SuggestionKind kind_ = SuggestionKind::Same;
    std::set<std::pair<CustomerId, CustomerId>> settled_;
    std::optional<SuggestedPair> wanted_;
};

}  // namespace goodfaith::items

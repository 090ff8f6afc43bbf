// SPDX-License-Identifier: GPL-3.0-or-later
// The complaints by what they could have in common: all of them, each topic, each product, carrier
// and region, and each topic of those. A customer who complains of one thing again within four
// weeks is not counted again.
#pragma once

#include "models/issues/issue_facts.h"

namespace goodfaith::issues {

inline constexpr int longestWindow = 28;  // days; also how long a customer is not counted again

// Total is no subject of an issue: it tells what happens to the shop as a whole.
enum class KeyKind { Total, Topic, Attribute, TopicOfAttribute };

struct IssueKey {
    int attribute = -1;         // -1: whatever it is about
    Topic topic = Topic::None;  // None: whatever is wrong
    KeyKind kind() const;
};

struct KeyEntry {
    int day = 0;
    int complaint = 0;  // place among the facts' complaints
    bool isCounted = true;
};

struct KeyHistory {
    IssueKey key;
    std::vector<KeyEntry> entries;  // by day

    // The places of the entries of these days, both included.
    std::pair<size_t, size_t> between(int from, int to) const;
};

class KeyBook {
public:
    explicit KeyBook(const IssueFacts& facts);  // sorted ones

    static constexpr int total = 0;
    const KeyHistory& key(int number) const { return keys_[static_cast<size_t>(number)]; }
    int keyCount() const { return static_cast<int>(keys_.size()); }
    // Who got a counted entry on that day, each once, ascending.
    std::vector<int> keysOf(int day) const;

private:
    int numberOf(IssueKey key);
    void enter(const IssueFacts& facts, IssueKey key, int complaint);

    QHash<qint64, int> numbers_;
    std::vector<KeyHistory> keys_;
    std::vector<std::pair<int, int>> countedOn_;  // day and key
};

}  // namespace goodfaith::issues

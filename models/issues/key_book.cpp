// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/issues/key_book.h"

#include <algorithm>

namespace goodfaith::issues {

KeyKind IssueKey::kind() const {
    if (attribute < 0)
        return topic == Topic::None ? KeyKind::Total : KeyKind::Topic;
    return topic == Topic::None ? KeyKind::Attribute : KeyKind::TopicOfAttribute;
}

std::pair<size_t, size_t> KeyHistory::between(int from, int to) const {
    const auto isBefore = [](const KeyEntry& entry, int day) { return entry.day < day; };
    const auto first = std::lower_bound(entries.begin(), entries.end(), from, isBefore);
    const auto last = std::lower_bound(first, entries.end(), to + 1, isBefore);
    return {static_cast<size_t>(first - entries.begin()),
            static_cast<size_t>(last - entries.begin())};
}

KeyBook::KeyBook(const IssueFacts& facts) {
    numberOf({});
    const auto& complaints = facts.complaints();
    for (size_t i = 0; i < complaints.size(); ++i) {
        const auto& complaint = complaints[i];
        const auto place = static_cast<int>(i);
        enter(facts, {}, place);
        if (complaint.topic != Topic::None)
            enter(facts, {-1, complaint.topic}, place);
        for (const int attribute : complaint.attributes) {
            enter(facts, {attribute, Topic::None}, place);
            if (complaint.topic != Topic::None)
                enter(facts, {attribute, complaint.topic}, place);
        }
    }
    std::sort(countedOn_.begin(), countedOn_.end());
    countedOn_.erase(std::unique(countedOn_.begin(), countedOn_.end()), countedOn_.end());
}

int KeyBook::numberOf(IssueKey key) {
    const qint64 packed = (qint64(key.attribute + 1) << 8) | static_cast<qint64>(key.topic);
    const auto known = numbers_.constFind(packed);
    if (known != numbers_.constEnd())
        return *known;
    const int number = keyCount();
    numbers_.insert(packed, number);
    keys_.push_back({key, {}});
    return number;
}

void KeyBook::enter(const IssueFacts& facts, IssueKey key, int complaint) {
    const auto& complaints = facts.complaints();
    const auto& entered = complaints[static_cast<size_t>(complaint)];
    const int number = numberOf(key);
    auto& entries = keys_[static_cast<size_t>(number)].entries;
    bool isCounted = true;
    for (auto entry = entries.rbegin();
         isCounted && entry != entries.rend() && entry->day > entered.day - longestWindow; ++entry)
        isCounted = !entry->isCounted ||
                    complaints[static_cast<size_t>(entry->complaint)].customer != entered.customer;
    entries.push_back({entered.day, complaint, isCounted});
    if (isCounted)
        countedOn_.emplace_back(entered.day, number);
}

std::vector<int> KeyBook::keysOf(int day) const {
    std::vector<int> keys;
    for (auto entry = std::lower_bound(countedOn_.begin(), countedOn_.end(), std::pair(day, 0));
         entry != countedOn_.end() && entry->first == day; ++entry)
        keys.push_back(entry->second);
    return keys;
}

}  // namespace goodfaith::issues

// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a million customers are worth comparing: those that share one of several cheap keys.
// Each key alone misses whom a slip of the pen changed; all together hardly. The work is bounded: a
// block that is too large is walked along by name, each compared with a few neighbours only
// (Hernández and Stolfo 1995).
#pragma once

#include "models/identity/match_record.h"

#include <functional>

namespace goodfaith::identity {

// Hashes of the keys; the same on every machine. Ascending, each once, a bounded number.
std::vector<quint64> blockingKeys(const MatchRecord& record);

class CandidatePairs {
public:
    // Records are known by the order in which they are added, from 0; at most `mostRecords`.
    // `isNew` ones are compared with everybody, the others only with new ones.
    void add(const MatchRecord& record, bool isNew = true);
    static constexpr size_t mostRecords = size_t{1} << 24;

    // After the last one was added.
    void prepare();
    // Pairs come from blocks, which may be shared among threads. A pair that shares several keys
    // comes once, or seldom a few times; the smaller number is the first of it.
    size_t blockCount() const { return blocks_.size(); }
    void forEachPair(size_t block, const std::function<void(size_t, size_t)>& visit) const;

private:
    struct Block {
        quint32 first = 0;  // in entries_
        quint32 size = 0;
    };
    void addBlock(size_t first, size_t end);
    bool isFirstCommonBlock(quint64 key, size_t a, size_t b) const;
    void walk(const Block& block, const std::function<void(size_t, size_t)>& visit) const;

    std::vector<quint64> entries_;    // key (40 bits) and record (24 bits), sorted
    std::vector<quint64> keys_;       // of each record, ascending; those of walked blocks marked
    std::vector<quint32> keysEnd_;    // where a record's end
    std::vector<quint64> nameOrder_;  // of each record: its name's first letters
    std::vector<bool> isNew_;
    std::vector<Block> blocks_;
};

}  // namespace goodfaith::identity

// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the phrases of a book in one pass over a text's words. Phrases never reach over the end of
// a sentence. The time is linear in the text; nothing backtracks. What the phrases make of words in
// a row is worked out when it is first met, and remembered: a finder belongs to one thread.
#pragma once

#include "models/understanding/phrases.h"
#include "models/understanding/words.h"

#include <cstdint>
#include <map>
#include <vector>

namespace goodfaith::understanding {

struct PhraseHit {
    int group = 0;
    size_t begin = 0;  // words
    size_t end = 0;
};

class PhraseFinder {
public:
    // The book, which is finished, outlives the finder.
    explicit PhraseFinder(const PhraseBook& book);

    // By beginning, then end. A hit that lies within a longer one is left out.
    std::vector<PhraseHit> find(const Words& words);

private:
    using Places = std::vector<PhraseBook::Place>;
    using Groups = std::vector<int>;
    struct State {
        const Places* places = nullptr;
        const Groups* groups = nullptr;
        uint64_t mask = 0;
    };
    // The next state by state and sign, in a table with open addressing.
    class Steps {
    public:
        Steps() { clear(); }
        void clear();
        const int* find(uint64_t key) const;
        void add(uint64_t key, int to);

    private:
        struct Entry {
            uint64_t key = 0;  // 0: free
            int to = 0;
        };
        Entry& entryFor(uint64_t key);

        std::vector<Entry> entries_;
        size_t used_ = 0;
    };

    void forget();
    int begin(int sign);
    int next(int state, int sign);
    int stateFor(PhraseBook::Reached reached);

    const PhraseBook& book_;
    std::map<std::pair<Places, Groups>, int> known_;
    std::vector<State> states_;    // 0: no phrase goes on
    std::vector<int> beginnings_;  // the states to begin with by sign; -1: not known yet
    Steps steps_;
};

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
// Finds many phrases in one pass over a text's words. A phrase is words, where "(a|b c)" means
// either, "[a]" that it may be missing, "@item" any word of that class and ".." up to four words
// of any kind. "@number" is any number. Phrases never reach over the end of a sentence. The time
// is linear in the text and does not depend on what it says; nothing backtracks.
#pragma once

#include "models/understanding/words.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <compare>
#include <set>
#include <vector>

namespace goodfaith::understanding {

struct PhraseHit {
    int group = 0;
    size_t begin = 0;  // words
    size_t end = 0;
};

class PhraseBook {
public:
    void addClass(const QString& name, const QStringList& words);
    // These words are also known when a letter within them is missing, doubled or swapped with its
    // neighbour. Call after all phrases.
    void tolerateTypos(const QStringList& words);
    void addTypo(const QString& wrong, const QString& right);
    // Throws Failure (Unreadable) for a phrase that is malformed.
    void add(const QString& phrase, int group);

    // By beginning, then end. A hit that lies within a longer one is left out.
    std::vector<PhraseHit> find(const Words& words) const;
    // A class by number, for isIn; one that nobody added holds no word.
    int classNamed(const QString& name) const;
    bool isIn(int wordClass, const QString& word) const;

private:
    struct Step {
        int symbol = 0;
        int node = 0;
    };
    struct Node {
        std::vector<int> groups;  // of phrases that may end here
        std::vector<int> same;    // nodes that are reached along with this one
        std::vector<Step> steps;  // few, but for the root, whose are in firstSteps_
        bool mayWait = false;     // within a gap
        bool goesOn() const { return mayWait || !steps.empty(); }
    };
    struct State {
        int node = 0;
        size_t begin = 0;
        int waited = 0;
        friend auto operator<=>(const State&, const State&) = default;
    };
    using Nodes = std::set<int>;
    class Compiler;

    int symbol(const QString& text);
    const QString& asSpelt(const QString& word) const;
    int newNode();
    void addStep(int from, int symbol, int to);
    void enter(const State& state, size_t at, std::vector<State>& next,
               std::vector<PhraseHit>& hits) const;
    // What a word is: itself, a number, a member of classes.
    void collectSymbols(const QString& word, std::vector<int>& symbols) const;
    void begin(const std::vector<int>& symbols, size_t at, std::vector<State>& next,
               std::vector<PhraseHit>& hits) const;
    void advance(const State& state, const std::vector<int>& symbols, size_t at,
                 std::vector<State>& next, std::vector<PhraseHit>& hits) const;

    QHash<QString, int> symbols_;
    QHash<QString, std::vector<int>> classesOf_;
    QHash<QString, QString> typos_;
    std::vector<std::vector<int>> firstSteps_;  // by symbol
    std::vector<Node> nodes_{1};
};

}  // namespace goodfaith::understanding

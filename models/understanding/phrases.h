// SPDX-License-Identifier: GPL-3.0-or-later
// Many phrases as one graph. A phrase is words, where "(a|b c)" means either, "[a]" that it may be
// missing, "@item" any word of that class and ".." up to four words of any kind. "@number" is any
// number. PhraseFinder finds them in a text.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <compare>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goodfaith::understanding {

class PhraseBook {
public:
    void addClass(const QString& name, const QStringList& words);
    // These words are also known when a letter within them is missing, doubled or swapped with its
    // neighbour. Call after all phrases.
    void tolerateTypos(const QStringList& words);
    void addTypo(const QString& wrong, const QString& right);
    // Throws Failure (Unreadable) for a phrase that is malformed.
    void add(const QString& phrase, int group);
    // Call after all of the above: from here on words are told by their signs.
    void finish();

    // Words that no phrase and no class tells apart have the same sign; 0: those that none knows.
    int signOf(std::u16string_view foldedWord) const;
    int signs() const { return int(symbolsOf_.size()); }
    uint64_t maskOf(int sign) const { return masks_[size_t(sign)]; }
    // A class by number, for isIn; one that nobody added holds no word.
    int classNamed(const QString& name) const;
    bool isIn(int wordClass, int sign) const;

    // A place within phrases, and how many words a gap there has let pass.
    struct Place {
        int node = 0;
        int waited = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    struct Reached {
        std::vector<Place> places;  // from where phrases go on
        std::vector<int> groups;    // of phrases that may end here
        // A word leads on only when its sign's mask shares a bit with this; but not each that does.
        uint64_t mask = 0;
    };
    // Where the first word of phrases leads, and any further one. The results are sorted.
    Reached begin(int sign) const;
    Reached advance(const std::vector<Place>& from, int sign) const;

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
    using Nodes = std::set<int>;
    using Symbols = std::vector<int>;
    class Compiler;

    int symbol(const QString& text);
    const QString& asSpelt(const QString& word) const;
    // What a word is: itself, a number, a member of classes.
    Symbols symbolsOf(const QString& word) const;
    size_t placeOf(std::u16string_view word) const;
    int newNode();
    void addStep(int from, int symbol, int to);
    void enter(int node, Reached& reached) const;
    void complete(Reached& reached) const;

    QHash<QString, int> symbols_;
    QHash<QString, std::vector<int>> classesOf_;
    QHash<QString, QString> typos_;
    std::vector<std::vector<int>> firstSteps_;  // by symbol
    std::vector<Node> nodes_{1};
    std::vector<Symbols> symbolsOf_;                     // by sign
    std::vector<uint64_t> masks_;                        // by sign
    std::vector<std::pair<std::u16string, int>> signs_;  // by hash, with open addressing
    int numberSign_ = 0;
};

}  // namespace goodfaith::understanding

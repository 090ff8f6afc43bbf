// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/phrases.h"

#include "models/domain/failure.h"

#include <algorithm>
#include <tuple>

namespace goodfaith::understanding {
namespace {

constexpr int longestGap = 4;
constexpr size_t mostStates = 400;  // far above what our phrases reach at once

[[noreturn]] void refuse(const QString& phrase) {
    throw Failure(FailureKind::Unreadable,
                  QStringLiteral("The language resource has a phrase that cannot be read: \"%1\".")
                      .arg(phrase));
}

bool isNumber(const QString& word) {
    return !word.isEmpty() &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

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

int PhraseBook::symbol(const QString& text) {
    const auto found = symbols_.constFind(text);
    if (found != symbols_.cend())
        return *found;
    const int id = int(symbols_.size()) + 1;
    symbols_.insert(text, id);
    return id;
}

void PhraseBook::addClass(const QString& name, const QStringList& words) {
    const int id = symbol(u'@' + name);
    for (const QString& word : words)
        classesOf_[word].push_back(id);
}

void PhraseBook::addTypo(const QString& wrong, const QString& right) {
    if (!symbols_.contains(wrong) && !classesOf_.contains(wrong))
        typos_.insert(wrong, right);
}

void PhraseBook::tolerateTypos(const QStringList& words) {
    for (const QString& word : words) {
        for (qsizetype at = 1; at + 1 < word.size(); ++at) {
            addTypo(word.left(at) + word.mid(at + 1), word);
            addTypo(word.left(at) + word[at] + word.mid(at), word);
            addTypo(word.left(at) + word[at + 1] + word[at] + word.mid(at + 2), word);
        }
    }
}

// phrase := part*; part := word | "(" phrase ("|" phrase)* ")" | "[" phrase ("|" phrase)* "]"
// Writes the phrase as a graph: every way through it from the root spells a variant, and the ways
// meet again after each part, so that many alternatives cost little.
class PhraseBook::Compiler {
public:
    Compiler(PhraseBook& book, const QString& phrase) : book_(book), phrase_(phrase) {}

    // The nodes where the phrase may end.
    Nodes compile() {
        Nodes ends = sequence({0});
        if (at_ != phrase_.size() || ends.empty() || ends.contains(0))
            refuse(phrase_);
        return ends;
    }

private:
    bool isAtEnd() const {
        return at_ >= phrase_.size() || QStringView(u")]|").contains(phrase_[at_]);
    }

    Nodes sequence(Nodes from) {
        while (!isAtEnd()) {
            if (phrase_[at_] == u' ')
                ++at_;
            else if (phrase_[at_] == u'(' || phrase_[at_] == u'[')
                from = choice(from);
            else
                from = word(from);
        }
        return from;
    }

    Nodes choice(const Nodes& from) {
        const bool mayBeMissing = phrase_[at_] == u'[';
        const int join = book_.newNode();
        Nodes ends{join};
        do {
            ++at_;
            for (const int end : sequence(from)) {
                book_.nodes_[size_t(end)].same.push_back(join);
            }
        } while (at_ < phrase_.size() && phrase_[at_] == u'|');
        if (at_ >= phrase_.size() || phrase_[at_] != (mayBeMissing ? u']' : u')'))
            refuse(phrase_);
        ++at_;
        if (mayBeMissing)
            ends.insert(from.begin(), from.end());
        return ends;
    }

    Nodes word(const Nodes& from) {
        const qsizetype begin = at_;
        while (at_ < phrase_.size() && !QStringView(u" ()[]|").contains(phrase_[at_]))
            ++at_;
        const QString text = phrase_.mid(begin, at_ - begin);
        const int node = book_.newNode();
        if (text == QStringLiteral("..")) {
            book_.nodes_[size_t(node)].mayWait = true;
            for (const int start : from)
                book_.nodes_[size_t(start)].same.push_back(node);
        } else {
            for (const int start : from)
                book_.addStep(start, book_.symbol(text), node);
        }
        return {node};
    }

    PhraseBook& book_;
    QString phrase_;
    qsizetype at_ = 0;
};

int PhraseBook::newNode() {
    nodes_.emplace_back();
    return int(nodes_.size()) - 1;
}

void PhraseBook::addStep(int from, int symbol, int to) {
    if (from != 0) {
        nodes_[size_t(from)].steps.push_back({symbol, to});
        return;
    }
    if (firstSteps_.size() <= size_t(symbol))
        firstSteps_.resize(size_t(symbol) + 1);
    firstSteps_[size_t(symbol)].push_back(to);
}

void PhraseBook::add(const QString& phrase, int group) {
    for (const int end : Compiler(*this, phrase).compile())
        nodes_[size_t(end)].groups.push_back(group);
}

const QString& PhraseBook::asSpelt(const QString& asWritten) const {
    const auto typo = typos_.constFind(asWritten);
    return typo == typos_.cend() ? asWritten : *typo;
}

void PhraseBook::collectSymbols(const QString& asWritten, std::vector<int>& symbols) const {
    symbols.clear();
    const QString& word = asSpelt(asWritten);
    if (const auto classes = classesOf_.constFind(word); classes != classesOf_.cend())
        symbols = *classes;
    if (const auto own = symbols_.constFind(word); own != symbols_.cend())
        symbols.push_back(*own);
    if (isNumber(word)) {
        if (const int number = classNamed(QStringLiteral("number")); number != 0)
            symbols.push_back(number);
    }
}

void PhraseBook::enter(const State& state, size_t at, std::vector<State>& next,
                       std::vector<PhraseHit>& hits) const {
    const Node& node = nodes_[size_t(state.node)];
    for (const int group : node.groups)
        hits.push_back({group, state.begin, at + 1});
    if (node.goesOn())
        next.push_back(state);
    for (const int same : node.same)
        enter({same, state.begin, 0}, at, next, hits);
}

void PhraseBook::begin(const std::vector<int>& symbols, size_t at, std::vector<State>& next,
                       std::vector<PhraseHit>& hits) const {
    for (const int id : symbols) {
        if (size_t(id) >= firstSteps_.size())
            continue;
        for (const int node : firstSteps_[size_t(id)])
            enter({node, at, 0}, at, next, hits);
    }
}

void PhraseBook::advance(const State& state, const std::vector<int>& symbols, size_t at,
                         std::vector<State>& next, std::vector<PhraseHit>& hits) const {
    const Node& from = nodes_[size_t(state.node)];
    for (const Step& step : from.steps) {
        if (std::find(symbols.begin(), symbols.end(), step.symbol) != symbols.end())
            enter({step.node, state.begin, 0}, at, next, hits);
    }
    if (from.mayWait && state.waited < longestGap)
        next.push_back({state.node, state.begin, state.waited + 1});
}

std::vector<PhraseHit> PhraseBook::find(const Words& words) const {
    std::vector<PhraseHit> hits;
    std::vector<State> active, next;
    std::vector<int> symbols;
    for (size_t at = 0; at < words.list.size(); ++at) {
        const Word& word = words.list[at];
        if (at > 0 && word.sentence != words.list[at - 1].sentence)
            active.clear();
        collectSymbols(word.folded, symbols);
        if (symbols.empty() && active.empty())
            continue;
        next.clear();
        begin(symbols, at, next, hits);
        for (const State& state : active)
            advance(state, symbols, at, next, hits);
        // Two ways to the same state are one, so states never multiply.
        if (next.size() > 1)
            std::sort(next.begin(), next.end());
        next.erase(std::unique(next.begin(), next.end()), next.end());
        if (next.size() > mostStates)
            next.resize(mostStates);
        active.swap(next);
    }
    return withoutInner(std::move(hits));
}

int PhraseBook::classNamed(const QString& name) const {
    return symbols_.value(u'@' + name);
}

bool PhraseBook::isIn(int wordClass, const QString& word) const {
    const auto classes = classesOf_.constFind(asSpelt(word));
    return classes != classesOf_.cend() &&
           std::find(classes->begin(), classes->end(), wordClass) != classes->end();
}

}  // namespace goodfaith::understanding

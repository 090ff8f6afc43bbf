// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/phrases.h"

#include "models/domain/failure.h"

#include <algorithm>
#include <bit>
#include <map>

namespace goodfaith::understanding {
namespace {

constexpr int longestGap = 4;

[[noreturn]] void refuse(const QString& phrase) {
    throw Failure(FailureKind::Unreadable,
                  QStringLiteral("The language resource has a phrase that cannot be read: \"%1\".")
                      .arg(phrase));
}

bool isNumber(std::u16string_view word) {
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [](char16_t c) { return QChar::isDigit(c); });
}

std::u16string_view viewOf(const QString& text) {
    return {reinterpret_cast<const char16_t*>(text.utf16()), size_t(text.size())};
}

constexpr int anyWord = 0;  // the symbols of words begin at 1

uint64_t bitOf(int symbol) {
    return symbol == anyWord ? 1 : uint64_t(2) << symbol % 63;
}

void sortOnce(auto& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
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

PhraseBook::Symbols PhraseBook::symbolsOf(const QString& asWritten) const {
    const QString& word = asSpelt(asWritten);
    Symbols symbols = classesOf_.value(word);
    if (const auto own = symbols_.constFind(word); own != symbols_.cend())
        symbols.push_back(*own);
    if (isNumber(viewOf(word))) {
        if (const int number = classNamed(QStringLiteral("number")); number != 0)
            symbols.push_back(number);
    }
    sortOnce(symbols);
    return symbols;
}

void PhraseBook::finish() {
    std::map<Symbols, int> known{{{}, 0}};
    symbolsOf_ = {{}};
    // At most a third full, so that a word is found at once; its size is a power of two.
    const auto most = size_t(symbols_.size() + classesOf_.size() + typos_.size());
    signs_.assign(std::bit_ceil(most * 3 + 1), {});
    const auto signFor = [&](const QString& word) {
        Symbols symbols = symbolsOf(word);
        const auto [sign, isNew] = known.emplace(symbols, int(known.size()));
        if (isNew)
            symbolsOf_.push_back(std::move(symbols));
        return sign->second;
    };
    const auto addAll = [&](const auto& words) {
        for (auto word = words.keyBegin(); word != words.keyEnd(); ++word)
            if (!word->isEmpty())
                signs_[placeOf(viewOf(*word))] = {std::u16string(viewOf(*word)), signFor(*word)};
    };
    addAll(symbols_);
    addAll(classesOf_);
    addAll(typos_);
    numberSign_ = signFor(QStringLiteral("0"));
    masks_.clear();
    for (const Symbols& symbols : symbolsOf_) {
        masks_.push_back(bitOf(anyWord));
        for (const int id : symbols)
            masks_.back() |= bitOf(id);
    }
}

size_t PhraseBook::placeOf(std::u16string_view word) const {
    // FNV-1a: words are short.
    uint64_t hash = 14695981039346656037ULL;
    for (const char16_t c : word)
        hash = (hash ^ c) * 1099511628211ULL;
    const size_t mask = signs_.size() - 1;
    size_t at = size_t(hash ^ hash >> 32) & mask;
    while (!signs_[at].first.empty() && signs_[at].first != word)
        at = (at + 1) & mask;
    return at;
}

int PhraseBook::signOf(std::u16string_view foldedWord) const {
    if (foldedWord.empty() || signs_.empty())
        return 0;
    const auto& [word, sign] = signs_[placeOf(foldedWord)];
    if (!word.empty())
        return sign;
    return isNumber(foldedWord) ? numberSign_ : 0;
}

void PhraseBook::enter(int at, Reached& reached) const {
    const Node& node = nodes_[size_t(at)];
    reached.groups.insert(reached.groups.end(), node.groups.begin(), node.groups.end());
    if (node.goesOn())
        reached.places.push_back({at, 0});
    for (const int same : node.same)
        enter(same, reached);
}

// Every word has the bit of the unknown ones too: a gap lets any pass.
void PhraseBook::complete(Reached& reached) const {
    sortOnce(reached.places);
    sortOnce(reached.groups);
    for (const Place& place : reached.places) {
        const Node& node = nodes_[size_t(place.node)];
        for (const Step& step : node.steps)
            reached.mask |= bitOf(step.symbol);
        if (node.mayWait && place.waited < longestGap)
            reached.mask |= bitOf(anyWord);
    }
}

PhraseBook::Reached PhraseBook::begin(int sign) const {
    Reached reached;
    for (const int id : symbolsOf_[size_t(sign)]) {
        if (size_t(id) >= firstSteps_.size())
            continue;
        for (const int node : firstSteps_[size_t(id)])
            enter(node, reached);
    }
    complete(reached);
    return reached;
}

PhraseBook::Reached PhraseBook::advance(const std::vector<Place>& from, int sign) const {
    const Symbols& symbols = symbolsOf_[size_t(sign)];
    Reached reached;
    for (const Place& place : from) {
        const Node& node = nodes_[size_t(place.node)];
        for (const Step& step : node.steps) {
            if (std::binary_search(symbols.begin(), symbols.end(), step.symbol))
                enter(step.node, reached);
        }
        if (node.mayWait && place.waited < longestGap)
            reached.places.push_back({place.node, place.waited + 1});
    }
    complete(reached);
    return reached;
}

int PhraseBook::classNamed(const QString& name) const {
    return symbols_.value(u'@' + name);
}

bool PhraseBook::isIn(int wordClass, int sign) const {
    const Symbols& symbols = symbolsOf_[size_t(sign)];
    return (masks_[size_t(sign)] & bitOf(wordClass)) != 0 &&
           std::binary_search(symbols.begin(), symbols.end(), wordClass);
}

}  // namespace goodfaith::understanding

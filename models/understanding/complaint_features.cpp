// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/complaint_features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>

namespace goodfaith::understanding {
namespace {

constexpr size_t negationReach = 4;   // words
constexpr size_t conditionReach = 9;  // words
constexpr size_t pairReach = 6;       // words between the two classes of a pair
constexpr size_t featuresAtFirst = 4096;

enum Scope : uint64_t { Stated, Negated, Supposed, Asked, Count };

struct Token {
    explicit Token(WordForm& of) : form(&of), hash(of.hash), classes(of.classes) {}

    WordForm* form;
    uint64_t hash;
    WordClasses classes;
    Scope scope = Stated;
    bool startsSentence = false;
    bool endsSentence = false;
    bool startsClause = false;
};

class Finder {
public:
    Finder(QStringView text, const Words& words, WordForms& forms)
        : words_(words),
          text_(forms.beginText()),
          negation_(forms.lexicon().bitOf(QStringLiteral("negation"))),
          condition_(forms.lexicon().bitOf(QStringLiteral("condition"))),
          turn_(forms.lexicon().bitOf(QStringLiteral("turn"))),
          asking_(forms.lexicon().bitOf(QStringLiteral("asking"))) {
        tokens_.reserve(words.list.size());
        found_.reserve(featuresAtFirst);
        for (const Word& word : words.list)
            tokens_.emplace_back(forms.of(text.mid(word.begin, word.end - word.begin)));
        markBounds();
        markScopes();
    }

    std::vector<Feature> find(const PhraseSigns& phrases) {
        for (size_t at = 0; at < tokens_.size(); ++at) {
            addWord(at);
            addParts(at);
            addPairs(at);
            addClasses(at);
            addClassPairs(at);
        }
        addTriples();
        addPhrases(phrases);
        addPlain();
        return std::move(found_);
    }

private:
    void markBounds() {
        for (size_t at = 0; at < tokens_.size(); ++at) {
            const int sentence = words_.list[at].sentence;
            Token& token = tokens_[at];
            token.startsSentence = at == 0 || words_.list[at - 1].sentence != sentence;
            token.endsSentence =
                at + 1 == tokens_.size() || words_.list[at + 1].sentence != sentence;
            token.startsClause = token.startsSentence || words_.list[at].afterComma;
        }
    }

    // Negations reach to the end of their clause, conditions over commas but not over "but".
    void markScopes() {
        size_t sinceNegation = negationReach, sinceCondition = conditionReach;
        bool asks = false;
        for (size_t at = 0; at < tokens_.size(); ++at) {
            Token& token = tokens_[at];
            const bool turns = (token.classes & turn_) != 0;
            if (token.startsSentence) {
                asks =
                    words_.asks[size_t(words_.list[at].sentence)] || (token.classes & asking_) != 0;
                sinceCondition = conditionReach;
            }
            if (token.startsClause || turns)
                sinceNegation = negationReach;
            if (turns)
                sinceCondition = conditionReach, asks = false;
            token.scope = sinceCondition < conditionReach ? Supposed
                          : asks                          ? Asked
                          : sinceNegation < negationReach ? Negated
                                                          : Stated;
            ++sinceNegation, ++sinceCondition;
            if (token.classes & negation_)
                sinceNegation = 0;
            if (token.classes & condition_)
                sinceCondition = 0;
        }
    }

    void add(FeatureKind kind, uint64_t what, size_t begin, size_t end) {
        addSlot(slotOf(kind, what), begin, end);
    }

    void addSlot(uint16_t slot, size_t begin, size_t end) {
        if (seen_.test(slot))
            return;
        seen_.set(slot);
        found_.push_back({slot, uint32_t(begin), uint32_t(end)});
    }

    void addWord(size_t at) {
        const Token& token = tokens_[at];
        add(FeatureKind::Word, token.hash, at, at + 1);
        add(FeatureKind::Scoped, joined(token.hash, token.scope), at, at + 1);
        if (token.startsSentence)
            add(FeatureKind::First, token.hash, at, at + 1);
        if (token.endsSentence) {
            const bool asks = words_.asks[size_t(words_.list[at].sentence)];
            add(FeatureKind::Last, joined(token.hash, asks), at, at + 1);
        }
    }

    void addParts(size_t at) {
        WordForm& form = *tokens_[at].form;
        if (form.seenInText == text_)
            return;
        form.seenInText = text_;
        for (const uint16_t slot : form.parts)
            addSlot(slot, at, at + 1);
    }

    void addPairs(size_t at) {
        if (tokens_[at].startsSentence)
            return;
        const Token& before = tokens_[at - 1];
        const Token& token = tokens_[at];
        add(FeatureKind::Pair, joined(before.hash, token.hash), at - 1, at + 1);
        eachClass(before.classes, [&](uint64_t named) {
            add(FeatureKind::ClassWord, joined(named, token.hash), at - 1, at + 1);
        });
        eachClass(token.classes, [&](uint64_t named) {
            add(FeatureKind::WordClass, joined(before.hash, named), at - 1, at + 1);
        });
        if (!before.startsSentence)
            add(FeatureKind::SkipPair, joined(tokens_[at - 2].hash, token.hash), at - 2, at + 1);
    }

    template <class Use>
    static void eachClass(WordClasses classes, Use use) {
        for (; classes != 0; classes &= classes - 1)
            use(uint64_t(std::countr_zero(classes)));
    }

    void addClasses(size_t at) {
        const Token& token = tokens_[at];
        eachClass(token.classes, [&](uint64_t named) {
            add(FeatureKind::Class, named, at, at + 1);
            add(FeatureKind::Class, joined(named, 1 + token.scope), at, at + 1);
            if (token.startsSentence)
                add(FeatureKind::First, joined(named, 1), at, at + 1);
        });
    }

    void addClassPairs(size_t at) {
        const Token& token = tokens_[at];
        if (token.classes == 0)
            return;
        for (size_t back = 1; back <= pairReach && back <= at; ++back) {
            if (tokens_[at - back + 1].startsSentence)
                return;
            eachClass(tokens_[at - back].classes, [&](uint64_t first) {
                eachClass(token.classes, [&](uint64_t second) {
                    const auto pair = joined(first, second);
                    add(FeatureKind::ClassPair, pair, at - back, at + 1);
                    add(FeatureKind::ClassPair, joined(pair, 1 + token.scope), at - back, at + 1);
                });
            });
        }
    }

    // Three words with classes in a row, whatever stands between them.
    void addTriples() {
        std::array<size_t, 3> last{};
        size_t count = 0;
        for (size_t at = 0; at < tokens_.size(); ++at) {
            if (tokens_[at].startsSentence)
                count = 0;
            if (tokens_[at].classes == 0)
                continue;
            last = {last[1], last[2], at};
            if (++count >= 3)
                addTriple(last);
        }
    }

    void addTriple(const std::array<size_t, 3>& at) {
        eachClass(tokens_[at[0]].classes, [&](uint64_t first) {
            eachClass(tokens_[at[1]].classes, [&](uint64_t second) {
                eachClass(tokens_[at[2]].classes, [&](uint64_t third) {
                    add(FeatureKind::ClassTriple, joined(joined(first, second), third), at[0],
                        at[2] + 1);
                });
            });
        });
    }

    void addPhrases(const PhraseSigns& phrases) {
        for (const PhraseSign& sign : phrases.found)
            add(FeatureKind::Phrase, sign.kind, sign.begin, sign.end);
        // Each step that the phrases' odds reach: the model says what a step is worth.
        for (int step = -4; step <= 4 && phrases.logOdds >= step; ++step)
            add(FeatureKind::PhraseOdds, uint64_t(step + 4), 0, 0);
    }

    void addPlain() {
        const auto sentences = words_.asks.size();
        const auto asked = size_t(std::count(words_.asks.begin(), words_.asks.end(), true));
        add(FeatureKind::Plain, 0, 0, 0);
        if (sentences > 0 && asked == sentences)
            add(FeatureKind::Plain, 1, 0, 0);
        if (asked == 0)
            add(FeatureKind::Plain, 2, 0, 0);
        add(FeatureKind::Plain, 8 + size_t(std::bit_width(tokens_.size())), 0, 0);
    }

    const Words& words_;
    uint32_t text_;
    WordClasses negation_, condition_, turn_, asking_;
    std::vector<Token> tokens_;
    std::bitset<slotCount> seen_;
    std::vector<Feature> found_;
};

}  // namespace

std::vector<Feature> complaintFeatures(QStringView text, const Words& words,
                                       const PhraseSigns& phrases, WordForms& forms) {
    return Finder(text, words, forms).find(phrases);
}

}  // namespace goodfaith::understanding

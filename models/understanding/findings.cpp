// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/findings.h"

#include <algorithm>

namespace goodfaith::understanding {
namespace {

constexpr size_t negationReach = 3;  // words before a phrase
constexpr size_t conditionReach = 8;
constexpr size_t questionReach = 30;       // words after a phrase
constexpr double conditionalShare = 0.25;  // what is left of a phrase that is only supposed
constexpr double repeatedShare = 0.5;      // what a second phrase of a group still adds

double weightOf(const Found& found) {
    const PhraseGroup& group = *found.group;
    if (found.negated)
        return group.negatedWeight;
    return found.supposed && group.weight > 0 ? group.weight * conditionalShare : group.weight;
}

double topicWeightOf(const Found& found) {
    return found.supposed ? found.group->topicWeight * conditionalShare : found.group->topicWeight;
}

}  // namespace

Findings::Findings(const QString& text, const Language& language, PhraseFinder& finder)
    : text_(text), language_(language), words_(wordsOf(text, language.book)) {
    for (const auto& hit : finder.find(words_))
        all_.push_back(judged(hit));
}

bool Findings::says(Meaning meaning, bool evenAsked) const {
    return std::any_of(all_.begin(), all_.end(), [&](const Found& found) {
        return found.group->meaning == meaning && !found.negated && !found.supposed &&
               (evenAsked || !found.asked);
    });
}

Found Findings::judged(const PhraseHit& hit) const {
    Found found{&language_.groups[size_t(hit.group)], hit};
    found.negated = stands(language_.negations, hit.begin, negationReach);
    found.supposed = stands(language_.conditions, hit.begin, conditionReach);
    found.asked = isAsked(hit);
    return found;
}

// Within the clause that ends with the question mark: "It came, but where is the lid?" tells that
// it came.
bool Findings::isAsked(const PhraseHit& hit) const {
    const int sentence = words_.list[hit.begin].sentence;
    for (size_t at = hit.end; at < words_.list.size() && at < hit.end + questionReach; ++at) {
        const Word& word = words_.list[at];
        if (word.sentence != sentence)
            break;
        if (word.afterComma || turns(word))
            return false;
    }
    return words_.asks[size_t(sentence)];
}

// Whether a word of that class stands before `begin`, in the same clause.
bool Findings::stands(int wordClass, size_t begin, size_t reach) const {
    for (size_t back = 0; back < reach && back < begin; ++back) {
        const Word& after = words_.list[begin - back];
        const Word& word = words_.list[begin - back - 1];
        if (after.afterComma || word.sentence != after.sentence || turns(word))
            return false;
        if (language_.book.isIn(wordClass, word.sign))
            return true;
    }
    return false;
}

Weighing::Weighing(const Findings& findings) {
    std::map<const PhraseGroup*, int> seen;
    for (const Found& found : findings.all()) {
        const double weight = weightOf(found);
        const int count = weight == 0 ? 0 : ++seen[found.group];
        const double share = count == 1 ? 1.0 : count == 2 && weight > 0 ? repeatedShare : 0.0;
        sum_ += weight * share;
        if (found.group->topic != Topic::None && !found.negated)
            topics_[found.group->topic] += topicWeightOf(found) * share;
    }
}

Topic Weighing::topic() const {
    const auto best =
        std::max_element(topics_.begin(), topics_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == topics_.end() || best->second <= 0 ? Topic::Other : best->first;
}

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/complaint_judge.h"

#include "models/understanding/resource.h"

#include <algorithm>
#include <cmath>

namespace goodfaith::understanding {
namespace {

constexpr double leastInQuestion = 0.05;  // below it nobody asks which words moved it
constexpr double leastMove = 0.15;        // log-odds of a word that is worth showing
constexpr qsizetype longestMovedBy = 80;  // characters
constexpr size_t mostMovedBy = 8;

struct Span {
    size_t begin = 0;
    size_t end = 0;
    double moved = 0;
};

// Neighbours in a sentence that moved it the same way, as one.
std::vector<Span> spansOf(const Words& words, const std::vector<double>& moved) {
    std::vector<Span> spans;
    for (size_t at = 0; at < moved.size(); ++at) {
        if (std::abs(moved[at]) < leastMove)
            continue;
        const bool joins = !spans.empty() && spans.back().end == at &&
                           words.list[at - 1].sentence == words.list[at].sentence &&
                           (spans.back().moved > 0) == (moved[at] > 0);
        if (!joins)
            spans.push_back({at, at, 0});
        spans.back().end = at + 1;
        spans.back().moved += moved[at];
    }
    std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
        return std::abs(a.moved) > std::abs(b.moved);
    });
    return spans;
}

std::vector<QString> movedBy(const Findings& findings, const std::vector<double>& moved) {
    const auto& words = findings.words();
    std::vector<QString> texts;
    for (const Span& span : spansOf(words, moved)) {
        const auto begin = words.list[span.begin].begin;
        const auto end = words.list[span.end - 1].end;
        const QString text =
            findings.text().mid(begin, std::min(end - begin, longestMovedBy)).simplified();
        if (texts.size() < mostMovedBy &&
            std::find(texts.begin(), texts.end(), text) == texts.end())
            texts.push_back(text);
    }
    return texts;
}

uint32_t kindOf(const Found& found) {
    const PhraseGroup& group = *found.group;
    const auto what = uint32_t(group.meaning) * 64 + uint32_t(group.topic);
    const uint32_t way = found.negated ? 1 : found.supposed ? 2 : found.asked ? 3 : 0;
    return what * 8 + way * 2 + (group.weight < 0 ? 1 : 0);
}

// What records tell apart no further: whether it is late or lost, damaged or defective.
Topic family(Topic topic) {
    if (topic == Topic::Late)
        return Topic::NotReceived;
    return topic == Topic::Damaged ? Topic::Defective : topic;
}

}  // namespace

Lexicon lexiconOf(const QString& language) {
    return Lexicon(languageResource(language + QStringLiteral(".lexicon")));
}

std::vector<Feature> complaintFeatures(const Findings& findings, double phraseOdds,
                                       WordForms& forms) {
    PhraseSigns phrases;
    phrases.logOdds = phraseOdds;
    for (const Found& found : findings.all())
        phrases.found.push_back({kindOf(found), found.hit.begin, found.hit.end});
    return complaintFeatures(findings.text(), findings.words(), phrases, forms);
}

ComplaintJudge ComplaintJudge::load(const QString& language) {
    return ComplaintJudge(
        lexiconOf(language),
        ComplaintModel(weightsFrom(languageResource(language + QStringLiteral(".weights")))),
        TopicModel(topicWeightsFrom(languageResource(language + QStringLiteral(".topics")))));
}

ComplaintJudge::ComplaintJudge(Lexicon lexicon, ComplaintModel model, TopicModel topics)
    : lexicon_(std::move(lexicon)), model_(std::move(model)), topics_(std::move(topics)) {}

ComplaintJudgement ComplaintJudge::judge(const Findings& findings, const Weighing& weighing,
                                         double phraseOdds, WordForms& forms) const {
    const auto features = complaintFeatures(findings, phraseOdds, forms);
    // Phrases were written to be sure of: what they are sure of, the model does not take back.
    const double logOdds = std::max(model_.logOdds(features), phraseOdds);
    ComplaintJudgement judgement{1 / (1 + std::exp(-logOdds)), Topic::None, {}};
    if (judgement.probability < leastInQuestion)
        return judgement;
    judgement.topic = likelyTopic(topics_, features, weighing.topics());
    judgement.movedBy = movedBy(findings, model_.byWord(features, findings.words().list.size()));
    return judgement;
}

Topic likelyTopic(const TopicModel& model, std::span<const Feature> features,
                  const std::map<Topic, double>& byPhrases) {
    // Chosen on lines of the grammar that were held out: more or less of it changes little.
    constexpr double countsFor = 2.5;
    // A topic that is a mere guess names nothing: records may contradict what was never claimed.
    constexpr double sureFrom = 0.65;
    std::map<Topic, double> told;
    for (const auto& [topic, weight] : byPhrases)
        told[topic] = weight * countsFor;
    const auto likely = model.logProbabilities(features, told);
    const auto most =
        std::max_element(likely.begin(), likely.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    double ofFamily = 0;
    for (const auto& [topic, logProbability] : likely)
        ofFamily += family(topic) == family(most->first) ? std::exp(logProbability) : 0;
    return ofFamily < sureFrom ? Topic::Other : most->first;
}

}  // namespace goodfaith::understanding

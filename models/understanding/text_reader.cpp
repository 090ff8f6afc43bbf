// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/text_reader.h"

#include "models/understanding/language.h"
#include "models/understanding/nature.h"
#include "models/understanding/new_text.h"
#include "models/understanding/phrase_finder.h"
#include "models/understanding/promise_reader.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace goodfaith::understanding {
namespace {

constexpr size_t negationReach = 3;  // words before a phrase
constexpr size_t conditionReach = 8;
constexpr size_t questionReach = 30;        // words after a phrase
constexpr double conditionalShare = 0.25;   // what is left of a phrase that is only supposed
constexpr double repeatedShare = 0.5;       // what a second phrase of a group still adds
constexpr qsizetype longestThanks = 800;    // characters
constexpr size_t mostUnexplainedWords = 5;  // in a text that is nothing but thanks
constexpr qsizetype longestMovedBy = 80;    // characters
constexpr size_t mostMovedBy = 12;

struct Found {
    const PhraseGroup* group = nullptr;
    PhraseHit hit;
    bool negated = false;
    bool supposed = false;  // "if it is broken"
    bool asked = false;     // within a question
};

// The phrases of one text, with what negates or supposes them.
class Findings {
public:
    Findings(const QString& text, const Language& language, PhraseFinder& finder)
        : text_(text), language_(language), words_(wordsOf(text, language.book)) {
        for (const auto& hit : finder.find(words_))
            all_.push_back(judged(hit));
    }

    const std::vector<Found>& all() const { return all_; }
    const Words& words() const { return words_; }

    bool says(Meaning meaning, bool evenAsked = false) const {
        return std::any_of(all_.begin(), all_.end(), [&](const Found& found) {
            return found.group->meaning == meaning && !found.negated && !found.supposed &&
                   (evenAsked || !found.asked);
        });
    }

    QString textOf(const Found& found) const {
        const auto begin = words_.list[found.hit.begin].begin;
        const auto end = words_.list[found.hit.end - 1].end;
        return text_.mid(begin, std::min(end - begin, longestMovedBy)).simplified();
    }

private:
    Found judged(const PhraseHit& hit) const {
        Found found{&language_.groups[size_t(hit.group)], hit};
        found.negated = stands(language_.negations, hit.begin, negationReach);
        found.supposed = stands(language_.conditions, hit.begin, conditionReach);
        found.asked = isAsked(hit);
        return found;
    }

    bool turns(const Word& word) const { return language_.book.isIn(language_.turns, word.sign); }

    // Within the clause that ends with the question mark: "It came, but where is the lid?" tells
    // that it came.
    bool isAsked(const PhraseHit& hit) const {
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
    bool stands(int wordClass, size_t begin, size_t reach) const {
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

    const QString& text_;
    const Language& language_;
    Words words_;
    std::vector<Found> all_;
};

// Weights of all findings, in log-odds; each group in full once, and what speaks for a complaint by
// half once more.
class Weighing {
public:
    explicit Weighing(const Findings& findings) {
        std::map<const PhraseGroup*, int> seen;
        for (const Found& found : findings.all()) {
            const double weight = weightOf(found);
            const int count = weight == 0 ? 0 : ++seen[found.group];
            const double share = count == 1 ? 1.0 : count == 2 && weight > 0 ? repeatedShare : 0.0;
            sum_ += weight * share;
            if (share > 0)
                moved_.emplace_back(weight * share, findings.textOf(found));
            if (found.group->topic != Topic::None && !found.negated)
                topics_[found.group->topic] += topicWeightOf(found) * share;
        }
    }

    double sum() const { return sum_; }

    Topic topic() const {
        const auto best =
            std::max_element(topics_.begin(), topics_.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        return best == topics_.end() || best->second <= 0 ? Topic::Other : best->first;
    }

    std::vector<QString> movedBy() const {
        auto strongest = moved_;
        std::stable_sort(strongest.begin(), strongest.end(), [](const auto& a, const auto& b) {
            return std::abs(a.first) > std::abs(b.first);
        });
        std::vector<QString> texts;
        for (const auto& [weight, text] : strongest) {
            if (texts.size() < mostMovedBy &&
                std::find(texts.begin(), texts.end(), text) == texts.end())
                texts.push_back(text);
        }
        return texts;
    }

private:
    static double weightOf(const Found& found) {
        const PhraseGroup& group = *found.group;
        if (found.negated)
            return group.negatedWeight;
        return found.supposed && group.weight > 0 ? group.weight * conditionalShare : group.weight;
    }

    static double topicWeightOf(const Found& found) {
        return found.supposed ? found.group->topicWeight * conditionalShare
                              : found.group->topicWeight;
    }

    double sum_ = 0;
    std::vector<std::pair<double, QString>> moved_;
    std::map<Topic, double> topics_;
};

std::vector<Ask> asksOf(const Findings& findings) {
    std::vector<Ask> asks;
    for (const Found& found : findings.all()) {
        const auto ask = found.group->ask;
        if (ask && !found.negated && std::find(asks.begin(), asks.end(), *ask) == asks.end())
            asks.push_back(*ask);
    }
    std::sort(asks.begin(), asks.end());
    return asks;
}

// How many words no thanking, confirming or filling phrase explains.
size_t unexplainedWords(const Findings& findings, const Language& language) {
    const auto& words = findings.words().list;
    std::vector<bool> explained(words.size());
    for (const Found& found : findings.all()) {
        const Meaning meaning = found.group->meaning;
        const bool explains = meaning == Meaning::Thanks || meaning == Meaning::Praise ||
                              meaning == Meaning::Received || meaning == Meaning::Works;
        for (size_t at = found.hit.begin; explains && at < found.hit.end; ++at)
            explained[at] = true;
    }
    size_t count = 0;
    for (size_t at = 0; at < words.size(); ++at) {
        if (!explained[at] && !language.book.isIn(language.filler, words[at].sign))
            ++count;
    }
    return count;
}

bool isNothingButThanks(const Findings& findings, const Language& language) {
    const auto& words = findings.words();
    const bool asks = std::find(words.asks.begin(), words.asks.end(), true) != words.asks.end();
    if (asks || words.list.empty() || findings.says(Meaning::ExpectsAnswer) ||
        findings.says(Meaning::Topic) || findings.says(Meaning::Threat))
        return false;
    const bool confirms = findings.says(Meaning::Thanks) || findings.says(Meaning::Praise) ||
                          findings.says(Meaning::Received) || findings.says(Meaning::Works);
    const bool isShortNod = words.list.size() <= 4 && unexplainedWords(findings, language) == 0;
    return isShortNod || (confirms && unexplainedWords(findings, language) <= mostUnexplainedWords);
}

}  // namespace

struct TextReader::Resources {
    Language language = Language::load(QStringLiteral("en"));
    MailLayout layout = MailLayout::load();
    PromiseReader promises;
};

TextReader::TextReader() : TextReader(std::make_shared<const Resources>()) {}
TextReader::TextReader(std::shared_ptr<const Resources> resources)
    : resources_(std::move(resources)),
      finder_(std::make_unique<PhraseFinder>(resources_->language.book)) {}
TextReader::~TextReader() = default;

TextReader TextReader::forAnotherThread() const {
    return TextReader(resources_);
}

Reading TextReader::read(const TextToRead& text) {
    const auto& [language, layout, promises] = *resources_;
    const bool isCall = text.kind == RecordKind::Call;
    Reading reading;
    reading.newText = isCall ? text.text.trimmed() : newText(text.text, layout);
    if (!isCall)
        reading.nature = natureOf(text.automaticHeaders, text.subject, text.text, layout);
    // A reply's subject is the thread's, not this message's.
    const bool hasOwnSubject =
        !isCall && !text.subject.isEmpty() && !isReplySubject(text.subject, layout.replyPrefixes);
    const QString substance = substanceOf(reading.newText, layout);
    const QString whole =
        hasOwnSubject ? QString(text.subject + QStringLiteral("\n\n") + substance) : substance;
    const Findings findings(whole, language, *finder_);
    const bool isOurs = text.direction == Direction::Outbound;
    reading.admits = (isOurs || isCall) && findings.says(Meaning::Admission);
    // A chat holds what both wrote.
    if (isOurs && text.kind == RecordKind::Message && reading.nature == MessageNature::Human)
        reading.promises = promises.read(substance);
    if (reading.nature != MessageNature::Human || isOurs)
        return reading;
    const Weighing weighing(findings);
    reading.complaintProbability = 1 / (1 + std::exp(-(language.bias + weighing.sum())));
    reading.complaint = reading.complaintProbability >= language.threshold;
    if (reading.complaint)
        reading.topic = weighing.topic();
    reading.asks = asksOf(findings);
    reading.threat = findings.says(Meaning::Threat, true);
    reading.saysReceived = findings.says(Meaning::Received);
    reading.saysWorks = findings.says(Meaning::Works);
    reading.thanks =
        !reading.complaint && substance.size() <= longestThanks &&
        (hasOwnSubject ? isNothingButThanks(Findings(substance, language, *finder_), language)
                       : isNothingButThanks(findings, language));
    reading.movedBy = weighing.movedBy();
    return reading;
}

}  // namespace goodfaith::understanding

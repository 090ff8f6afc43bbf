// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/text_reader.h"

#include "models/understanding/answer_reader.h"
#include "models/understanding/complaint_judge.h"
#include "models/understanding/findings.h"
#include "models/understanding/nature.h"
#include "models/understanding/new_text.h"
#include "models/understanding/phrase_finder.h"
#include "models/understanding/promise_reader.h"

#include <algorithm>

namespace goodfaith::understanding {
namespace {

constexpr qsizetype longestThanks = 800;    // characters
constexpr size_t mostUnexplainedWords = 5;  // in a text that is nothing but thanks

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
    AnswerReader answers;
    ComplaintJudge judge = ComplaintJudge::load(QStringLiteral("en"));
};

TextReader::TextReader() : TextReader(std::make_shared<const Resources>()) {}
TextReader::TextReader(std::shared_ptr<const Resources> resources)
    : resources_(std::move(resources)),
      finder_(std::make_unique<PhraseFinder>(resources_->language.book)),
      promises_(new PromiseReader(resources_->promises.forAnotherThread())),
      forms_(new WordForms(resources_->judge.newForms())),
      answers_(new AnswerReader(resources_->answers.forAnotherThread())) {}
TextReader::~TextReader() = default;

TextReader TextReader::forAnotherThread() const {
    return TextReader(resources_);
}

Reading TextReader::read(const TextToRead& text) {
    const auto& language = resources_->language;
    const auto& layout = resources_->layout;
    const auto& judge = resources_->judge;
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
    if (isOurs && text.kind == RecordKind::Message && reading.nature == MessageNature::Human) {
        reading.promises = promises_->read(substance);
        const AnswerWords answer = answers_->read(substance);
        reading.refuses = answer.refuses;
        reading.asksThem = answer.asks;
    }
    if (reading.nature != MessageNature::Human || isOurs)
        return reading;
    const Weighing weighing(findings);
    ComplaintJudgement judgement =
        judge.judge(findings, weighing, language.bias + weighing.sum(), *forms_);
    reading.complaintProbability = judgement.probability;
    reading.complaint = judgement.probability >= language.threshold;
    reading.topic = judgement.topic;
    reading.asks = asksOf(findings);
    reading.threat = findings.says(Meaning::Threat, true);
    reading.saysReceived = findings.says(Meaning::Received);
    reading.saysWorks = findings.says(Meaning::Works);
    reading.thanks =
        !reading.complaint && substance.size() <= longestThanks &&
        (hasOwnSubject ? isNothingButThanks(Findings(substance, language, *finder_), language)
                       : isNothingButThanks(findings, language));
    reading.movedBy = std::move(judgement.movedBy);
    return reading;
}

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
// How likely a text complains, of what, and by which of its words: the trained model's judgement of
// all its words and of the phrases found in it.
#pragma once

#include "models/understanding/complaint_model.h"
#include "models/understanding/findings.h"
#include "models/understanding/topic_model.h"

namespace goodfaith::understanding {

struct ComplaintJudgement {
    double probability = 0;        // 0 to 1
    Topic topic = Topic::None;     // if it is one; None where nobody would ask
    std::vector<QString> movedBy;  // strongest first, whichever way; none where nobody would ask
};

class ComplaintJudge {
public:
    // Throws Failure (Unreadable) when the language's resources are damaged.
    static ComplaintJudge load(const QString& language);
    ComplaintJudge(Lexicon lexicon, ComplaintModel model, TopicModel topics);

    // A judge serves many threads, what it learns of words one.
    WordForms newForms() const { return WordForms(lexicon_); }

    // `phraseOdds`: log-odds of a complaint by the phrases alone, which `weighing` adds up.
    ComplaintJudgement judge(const Findings& findings, const Weighing& weighing, double phraseOdds,
                             WordForms& forms) const;

private:
    Lexicon lexicon_;
    ComplaintModel model_;
    TopicModel topics_;
};

// What a text is most probably about: by its phrases where they name it, else by all its words.
Topic likelyTopic(const TopicModel& model, std::span<const Feature> features,
                  const std::map<Topic, double>& byPhrases);

// resources/language/en.lexicon.json for "en".
Lexicon lexiconOf(const QString& language);
// What the model sees, and is trained on.
std::vector<Feature> complaintFeatures(const Findings& findings, double phraseOdds,
                                       WordForms& forms);

}  // namespace goodfaith::understanding

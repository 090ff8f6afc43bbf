// SPDX-License-Identifier: GPL-3.0-or-later
// How likely a text complains, and by which of its words: the trained model's judgement of all its
// words and of the phrases found in it.
#pragma once

#include "models/understanding/complaint_model.h"
#include "models/understanding/findings.h"

namespace goodfaith::understanding {

struct ComplaintJudgement {
    double probability = 0;        // 0 to 1
    std::vector<QString> movedBy;  // strongest first, whichever way; none where nobody would ask
};

class ComplaintJudge {
public:
    // Throws Failure (Unreadable) when the language's resources are damaged.
    static ComplaintJudge load(const QString& language);
    ComplaintJudge(Lexicon lexicon, ComplaintModel model);

    // A judge serves many threads, what it learns of words one.
    WordForms newForms() const { return WordForms(lexicon_); }

    // `phraseOdds`: log-odds of a complaint by the phrases alone.
    ComplaintJudgement judge(const Findings& findings, double phraseOdds, WordForms& forms) const;

private:
    Lexicon lexicon_;
    ComplaintModel model_;
};

// resources/language/en.lexicon.json for "en".
Lexicon lexiconOf(const QString& language);
// What the model sees, and is trained on.
std::vector<Feature> complaintFeatures(const Findings& findings, double phraseOdds,
                                       WordForms& forms);

}  // namespace goodfaith::understanding

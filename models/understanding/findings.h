// SPDX-License-Identifier: GPL-3.0-or-later
// The phrases of one text with what negates, supposes or asks them, and what they weigh together.
#pragma once

#include "models/understanding/language.h"
#include "models/understanding/phrase_finder.h"

#include <map>
#include <vector>

namespace goodfaith::understanding {

struct Found {
    const PhraseGroup* group = nullptr;
    PhraseHit hit;
    bool negated = false;
    bool supposed = false;  // "if it is broken"
    bool asked = false;     // within a question
};

class Findings {
public:
    // The text and the language must outlive the findings.
    Findings(const QString& text, const Language& language, PhraseFinder& finder);

    const std::vector<Found>& all() const { return all_; }
    const Words& words() const { return words_; }
    const QString& text() const { return text_; }
    bool says(Meaning meaning, bool evenAsked = false) const;

private:
    Found judged(const PhraseHit& hit) const;
    bool isAsked(const PhraseHit& hit) const;
    bool turns(const Word& word) const { return language_.book.isIn(language_.turns, word.sign); }
    bool stands(int wordClass, size_t begin, size_t reach) const;

    const QString& text_;
    const Language& language_;
    Words words_;
    std::vector<Found> all_;
};

// Weights of all findings, in log-odds; each group in full once, and what speaks for a complaint by
// half once more.
class Weighing {
public:
    explicit Weighing(const Findings& findings);

    double sum() const { return sum_; }
    // The topic that the findings speak for most; Other when none does.
    Topic topic() const;
    const std::map<Topic, double>& topics() const { return topics_; }

private:
    double sum_ = 0;
    std::map<Topic, double> topics_;
};

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/word_match.h"

#include "models/domain/resource.h"
#include "models/understanding/words.h"

#include <cmath>
#include <map>
#include <set>

// A static library's resources are only linked in when they are named; outside any namespace.
static void keepUsualWords() {
    Q_INIT_RESOURCE(reply_phrases);
}

namespace goodfaith::scoring {
namespace {

constexpr qsizetype shortestWord = 4;
constexpr qsizetype comparedLetters = 5;
constexpr double inTitle = 2;

// Longer words that say nothing of the matter.
const std::set<QString>& usualWords() {
    static const std::set<QString> words = [] {
        keepUsualWords();
        const QStringList listed =
            stringsOf(jsonResource(QStringLiteral("phrases/en")), QStringLiteral("usual_words"));
        return std::set<QString>(listed.begin(), listed.end());
    }();
    return words;
}

std::set<QString> stemsOf(const QString& text) {
    std::set<QString> stems;
    QString word;
    for (const QChar c : QString(understanding::folded(text) + u' ')) {
        if (c.isLetterOrNumber()) {
            word += c;
            continue;
        }
        const QString stem = word.left(comparedLetters);
        if (word.size() >= shortestWord && usualWords().count(word) == 0)
            stems.insert(stem);
        word.clear();
    }
    return stems;
}

}  // namespace

std::vector<double> sharedWords(const QString& question, const QStringList& titles,
                                const QStringList& texts) {
    std::vector<std::set<QString>> ofTitles, ofTexts;
    std::map<QString, int> frequency;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        ofTitles.push_back(stemsOf(titles[i]));
        ofTexts.push_back(stemsOf(texts[i]));
        std::set<QString> all = ofTitles.back();
        all.insert(ofTexts.back().begin(), ofTexts.back().end());
        for (const QString& stem : all)
            ++frequency[stem];
    }
    std::vector<double> shared(ofTexts.size(), 0);
    for (const QString& stem : stemsOf(question)) {
        const auto known = frequency.find(stem);
        if (known == frequency.end())
            continue;
        const double rarity = std::log(1 + double(texts.size()) / known->second);
        for (size_t i = 0; i < shared.size(); ++i)
            shared[i] += ofTitles[i].count(stem) > 0  ? inTitle * rarity
                         : ofTexts[i].count(stem) > 0 ? rarity
                                                      : 0;
    }
    return shared;
}

}  // namespace goodfaith::scoring

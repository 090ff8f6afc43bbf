// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/training/noise.h"

namespace goodfaith::training {
namespace {

using sample_shop::Random;

// Of a thousand texts.
constexpr int untidy = 300, mistyped = 250, brief = 120, halting = 100, loud = 60;
constexpr qsizetype shortestMistyped = 4;  // letters

QString withoutMarks(const QString& text, Random& random) {
    const bool keepsStops = random.below(2) == 0;
    QString plain;
    for (const QChar c : text.toLower()) {
        const bool isStop = c == u'.' || c == u'?' || c == u'!';
        if (c == u'\'' || c == u',' || (isStop && !keepsStops))
            continue;
        plain += c;
    }
    return plain;
}

QString mistypedWord(QString word, Random& random) {
    const auto at = 1 + random.below(int(word.size()) - 2);
    const int way = random.below(3);
    if (way == 0)
        word.remove(at, 1);
    else if (way == 1)
        word.insert(at, word[at]);
    else
        std::swap(word[at], word[at + 1]);
    return word;
}

QString withTypos(const QString& text, Random& random) {
    auto words = text.split(u' ');
    const int count = 1 + int(words.size()) / 15;
    for (int i = 0; i < count; ++i) {
        QString& word = words[random.below(int(words.size()))];
        if (word.size() >= shortestMistyped)
            word = mistypedWord(word, random);
    }
    return words.join(u' ');
}

}  // namespace

Noise::Noise(const QStringList& shortForms, const QStringList& leftOut)
    : leftOut_(leftOut.begin(), leftOut.end()) {
    for (const QString& line : shortForms)
        shortForms_[line.section(u' ', 0, 0)] << line.section(u' ', 1);
}

QString Noise::shortened(const QString& text, Random& random) const {
    auto words = text.split(u' ');
    for (QString& word : words) {
        const auto form = shortForms_.constFind(word.toLower());
        if (form != shortForms_.cend() && random.below(3) > 0)
            word = random.pick(*form);
    }
    return words.join(u' ');
}

QString Noise::thinned(const QString& text, Random& random) const {
    QStringList kept;
    const auto words = text.split(u' ');
    for (const QString& word : words) {
        if (!leftOut_.contains(word.toLower()) || random.below(2) == 0)
            kept << word;
    }
    return kept.join(u' ');
}

QString Noise::added(const QString& text, Random& random) const {
    QString noisy = text;
    if (random.chance(brief))
        noisy = shortened(noisy, random);
    if (random.chance(halting))
        noisy = thinned(noisy, random);
    if (random.chance(untidy))
        noisy = withoutMarks(noisy, random);
    if (random.chance(mistyped))
        noisy = withTypos(noisy, random);
    if (random.chance(loud))
        noisy += QStringLiteral("!!!");
    return noisy;
}

}  // namespace goodfaith::training

// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of words that matter to complaints ("broken", "waiting", "praise"), so that the model
// learns a pattern of classes instead of every pair of words. Of a language:
// resources/language/en.lexicon.json; an entry that ends with "*" stands for every word that begins
// so.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <bitset>
#include <cstdint>
#include <unordered_map>

namespace goodfaith::understanding {

// One bit a class.
using WordClasses = uint64_t;

class Lexicon {
public:
    // Throws Failure (Unreadable) when there are more classes than bits.
    explicit Lexicon(const QJsonObject& json);

    WordClasses classesOf(const QString& foldedWord) const;
    // 0 for a class that nobody named.
    WordClasses bitOf(const QString& name) const;

private:
    void add(const QString& entry, WordClasses bit);

    QStringList names_;
    // By hash. Most beginnings of most words are in no class, which the bits tell at once.
    std::unordered_map<uint64_t, WordClasses> words_;
    std::unordered_map<uint64_t, WordClasses> beginnings_;
    std::bitset<1 << 14> mayBegin_;
};

}  // namespace goodfaith::understanding

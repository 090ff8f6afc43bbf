// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/lexicon.h"

#include "models/domain/failure.h"
#include "models/domain/resource.h"
#include "models/understanding/text_hash.h"

namespace goodfaith::understanding {

Lexicon::Lexicon(const QJsonObject& json) {
    const auto classes = json[QStringLiteral("classes")].toObject();
    names_ = classes.keys();
    if (names_.size() > 64)
        throw Failure(FailureKind::Unreadable,
                      QStringLiteral("The language's lexicon has more than 64 classes."));
    for (qsizetype number = 0; number < names_.size(); ++number) {
        const auto entries = stringsOf(classes, names_[number]);
        for (const QString& entry : entries)
            add(entry, WordClasses(1) << number);
    }
}

void Lexicon::add(const QString& entry, WordClasses bit) {
    if (!entry.endsWith(u'*')) {
        words_[hashOf(entry)] |= bit;
        return;
    }
    const uint64_t hash = hashOf(entry.chopped(1));
    beginnings_[hash] |= bit;
    mayBegin_.set(hash % mayBegin_.size());
}

WordClasses Lexicon::classesOf(const QString& foldedWord) const {
    const auto found = [](const auto& classes, uint64_t hash) {
        const auto place = classes.find(hash);
        return place == classes.end() ? WordClasses(0) : place->second;
    };
    WordClasses classes = 0;
    TextHash hash;
    for (const QChar c : foldedWord) {
        hash.add(c);
        if (mayBegin_.test(hash.value() % mayBegin_.size()))
            classes |= found(beginnings_, hash.value());
    }
    return classes | found(words_, hash.value());
}

WordClasses Lexicon::bitOf(const QString& name) const {
    const auto number = names_.indexOf(name);
    return number < 0 ? 0 : WordClasses(1) << number;
}

}  // namespace goodfaith::understanding

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/understanding/answer_reader.h"

#include "models/understanding/resource.h"

#include <algorithm>

namespace goodfaith::understanding {
namespace {

enum Group { Asks, Courtesies, Refuses };

std::shared_ptr<const PhraseBook> loadBook() {
    const QJsonObject json = languageResource(QStringLiteral("en.answers"));
    auto book = std::make_shared<PhraseBook>();
    const auto classes = json[QStringLiteral("classes")].toObject();
    for (const QString& name : classes.keys())
        book->addClass(name, stringsOf(classes, name));
    const auto add = [&](const char* key, Group group) {
        for (const QString& phrase : stringsOf(json, QLatin1String(key)))
            book->add(phrase, group);
    };
    add("asks", Asks);
    add("courtesies", Courtesies);
    add("refuses", Refuses);
    book->finish();
    return book;
}

}  // namespace

AnswerReader::AnswerReader() : AnswerReader(loadBook()) {}
AnswerReader::AnswerReader(std::shared_ptr<const PhraseBook> book)
    : book_(std::move(book)),
      conditions_(book_->classNamed(QStringLiteral("conditions"))),
      finder_(*book_) {}

AnswerWords AnswerReader::read(const QString& text) {
    const Words words = wordsOf(text, *book_);
    std::vector<bool> asks = words.asks;
    std::vector<bool> isCourtesy(asks.size());
    AnswerWords found;
    const auto sentenceOf = [&](size_t word) { return size_t(words.list[word].sentence); };
    // "We cannot refund you until it is back" is no refusal.
    const auto isConditional = [&](const PhraseHit& hit) {
        for (size_t at = hit.end; at < words.list.size() && sentenceOf(at) == sentenceOf(hit.begin);
             ++at) {
            if (book_->isIn(conditions_, words.list[at].sign))
                return true;
        }
        return false;
    };
    for (const PhraseHit& hit : finder_.find(words)) {
        const size_t sentence = sentenceOf(hit.begin);
        if (hit.group == Asks)
            asks[sentence] = true;
        else if (hit.group == Courtesies)
            isCourtesy[sentence] = true;
        else if (!words.asks[sentence] && !isConditional(hit))
            found.refuses = true;
    }
    for (size_t sentence = 0; sentence < asks.size(); ++sentence)
        found.asks = found.asks || (asks[sentence] && !isCourtesy[sentence]);
    return found;
}

}  // namespace goodfaith::understanding

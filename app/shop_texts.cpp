// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop_texts.h"

#include "app/act_words.h"
#include "app/customer_acts.h"
#include "models/domain/failure.h"
#include "models/identity/person_name.h"
#include "models/scoring/offered_texts.h"
#include "models/scoring/wording.h"
#include "models/store/act_table.h"
#include "models/store/shop_text_table.h"

#include <QRegularExpression>

#include <algorithm>

namespace goodfaith::app {
namespace {

constexpr qsizetype longestTitle = 300;
constexpr qsizetype longestText = 20'000;

[[noreturn]] void refuse(const QString& sentence) {
    throw Failure(FailureKind::WrongUse, sentence);
}

auto withKey(const std::vector<ShopText>& texts, const QString& key) {
    return std::find_if(texts.begin(), texts.end(),
                        [&](const ShopText& text) { return text.key == key; });
}

}  // namespace

std::vector<ShopText> shopTexts(store::Database& database, ShopTextKind kind) {
    std::vector<ShopText> texts;
    if (kind == ShopTextKind::Phrase)
        texts = scoring::shippedPhrases();
    for (const store::KeptText& kept : store::ShopTextTable(database).all(kind)) {
        const auto known = texts.begin() + (withKey(texts, kept.said.key) - texts.cbegin());
        if (known != texts.end() && kept.isRemoved)
            texts.erase(known);
        else if (known != texts.end())
            *known = kept.said;
        else if (!kept.isRemoved)
            texts.push_back(kept.said);
    }
    return texts;
}

QString firstNameOf(const QString& name) {
    const auto given = identity::PersonName::read(name).givenNames();
    constexpr qsizetype shortest = 2;  // an initial is no name to be called by
    if (given.isEmpty() || given.front().size() < shortest)
        return {};
    static const QRegularExpression apart(QStringLiteral("[\\s,.]+"));
    for (QString word : name.split(apart, Qt::SkipEmptyParts)) {
        if (identity::PersonName::read(word).givenNames() != QStringList{given.front()})
            continue;
        const bool isUneven = word == word.toLower() || word == word.toUpper();
        return scoring::sentenceStart(isUneven ? word.toLower() : word);
    }
    return {};
}

ActNotice CustomerActs::saveText(const ShopText& said) {
    ShopText text = said;
    text.title = said.title.simplified();
    text.text = said.text.trimmed();
    const QString problem = scoring::problemOf(text);
    if (!problem.isEmpty())
        refuse(problem);
    if (text.title.size() > longestTitle || text.text.size() > longestText)
        refuse(QStringLiteral("A title has at most %1 letters, a text %2.")
                   .arg(longestTitle)
                   .arg(longestText));
    return perform([&](ActNotice& notice) {
        notice.act = store::ActTable(database_).add(ActKind::TextSaved, now_, by_);
        store::ShopTextTable(database_).add(notice.act.id, text, false);
        notice.sentence = QStringLiteral("Saved \u201c%1\u201d.").arg(text.title);
    });
}

ActNotice CustomerActs::removeText(ShopTextKind kind, const QString& key) {
    const auto texts = shopTexts(database_, kind);
    const auto known = withKey(texts, key);
    if (known == texts.end())
        throw Failure(FailureKind::NotFound,
                      QStringLiteral("There is no %1 \"%2\".").arg(nameOf(kind), key));
    return perform([&](ActNotice& notice) {
        notice.act = store::ActTable(database_).add(ActKind::TextRemoved, now_, by_);
        store::ShopTextTable(database_).add(notice.act.id, *known, true);
        notice.sentence = QStringLiteral("Removed \u201c%1\u201d.").arg(known->title);
    });
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/text_index.h"

#include <set>

namespace goodfaith::store {
namespace {

QString quoted(QString text) {
    text.remove(QChar(u'\0'));
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString indexedName(const PartyKeys& keys) {
    return foldedName(keys.name % u' ' % keys.company);
}

// In the order of their kinds, however they came: removing needs the same text again.
QString indexedKeys(const std::vector<NormalisedKey>& normalised) {
    std::set<std::pair<NormalisedKey::Kind, QString>> inOrder;
    for (const auto& key : normalised)
        inOrder.emplace(key.kind, key.value);
    QStringList values;
    for (const auto& [kind, value] : inOrder)
        values << value;
    return values.join(u' ');
}

}  // namespace

TextIndex::TextIndex(Database& database)
    : select_(database, "SELECT subject, text FROM record_text WHERE record_id = :id"),
      insert_(database,
              "INSERT INTO record_text (record_id, subject, text) VALUES (:id, :subject, :text)"),
      delete_(database, "DELETE FROM record_text WHERE record_id = :id"),
      insertIndex_(database,
                   "INSERT INTO text_index (rowid, subject, text) VALUES (:id, :subject, :text)"),
      deleteIndex_(database,
                   "INSERT INTO text_index (text_index, rowid, subject, text) "
                   "VALUES ('delete', :id, :subject, :text)") {}

void TextIndex::add(EventId event, const QString& subject, const QString& text) {
    insert_.run(event, subject, text);
    insertIndex_.run(event, subject, text);
}

bool TextIndex::replace(EventId event, const QString& subject, const QString& text) {
    const auto known = select_.one(event);
    if (known && *known == std::tie(subject, text))
        return false;
    if (known) {
        deleteIndex_.run(event, std::get<0>(*known), std::get<1>(*known));
        delete_.run(event);
    }
    const bool hasWords = !subject.isEmpty() || !text.isEmpty();
    if (hasWords)
        add(event, subject, text);
    return known || hasWords;
}

PartyIndex::PartyIndex(Database& database)
    : insert_(database, "INSERT INTO party_index (rowid, name, keys) VALUES (:id, :name, :keys)"),
      delete_(database,
              "INSERT INTO party_index (party_index, rowid, name, keys) "
              "VALUES ('delete', :id, :name, :keys)") {}

void PartyIndex::add(PartyId party, const PartyKeys& keys,
                     const std::vector<NormalisedKey>& normalised) {
    insert_.run(party, indexedName(keys), indexedKeys(normalised));
}

void PartyIndex::remove(PartyId party, const PartyKeys& keys,
                        const std::vector<NormalisedKey>& normalised) {
    delete_.run(party, indexedName(keys), indexedKeys(normalised));
}

QString foldedName(const QString& name) {
    QString folded;
    for (const QChar character : name.normalized(QString::NormalizationForm_KD)) {
        if (character.category() != QChar::Mark_NonSpacing)
            folded += character;
    }
    return folded.toCaseFolded().simplified();
}

QString wordsQuery(const QString& typed) {
    QStringList words;
    for (const QString& word : typed.simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); }))
            words << quoted(word);
    }
    return words.isEmpty() ? QString() : words.join(u' ') + u'*';
}

QString partQuery(const char* column, const QString& part) {
    return QLatin1String(column) % u" : " % quoted(part);
}

}  // namespace goodfaith::store

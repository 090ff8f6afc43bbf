// SPDX-License-Identifier: GPL-3.0-or-later
// Full text, SQLite's FTS5 alone: words of texts, and parts of names and keys. What a user types is
// quoted, so it can never be a query of its own.
#pragma once

#include "models/store/fact_writer.h"
#include "models/store/statement.h"

namespace goodfaith::store {

// The words kept with a record, and their index.
class TextIndex {
public:
    explicit TextIndex(Database& database);
    void add(EventId event, const QString& subject, const QString& text);
    // Returns whether anything changed.
    bool replace(EventId event, const QString& subject, const QString& text);

private:
    Query<QString, QString> select_;
    Statement insert_;
    Statement delete_;
    Statement insertIndex_;
    Statement deleteIndex_;
};

// Parts of the names and keys of parties.
class PartyIndex {
public:
    explicit PartyIndex(Database& database);
    void add(PartyId party, const PartyKeys& keys, const std::vector<NormalisedKey>& normalised);
    // With what it was added with: the index does not keep it.
    void remove(PartyId party, const PartyKeys& keys, const std::vector<NormalisedKey>& normalised);

private:
    Statement insert_;
    Statement delete_;
};

// No case, no accents: what names are compared by.
QString foldedName(const QString& name);

// Every word, the last one as a beginning; "" when there is no word.
QString wordsQuery(const QString& typed);
// A part, 3 characters or more, in a column of party_index.
QString partQuery(const char* column, const QString& part);

}  // namespace goodfaith::store

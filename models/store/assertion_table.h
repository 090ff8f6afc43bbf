// SPDX-License-Identifier: GPL-3.0-or-later
// What each import says of each record, kept as it said it. One that repeats an earlier one is kept
// as a mark.
#pragma once

#include "models/store/fact_writer.h"
#include "models/store/statement.h"

namespace goodfaith::store {

struct StoredAssertion {
    ImportId import;
    std::optional<Instant> ownDate;
    Instant importStarted;
    WriteEffect effect = WriteEffect::Inserted;
    std::string body;
    bool isMark = false;
    QString path;       // of the file that said it
    QString rowHashes;  // of its rows, where several say different things; "" otherwise

    Instant effectiveAt() const { return ownDate.value_or(importStarted); }
};

class AssertionTable {
public:
    AssertionTable(Database& database, ImportId import);

    // The live ones.
    std::vector<StoredAssertion> of(EventId record);
    // This import's, as a mark when one of `others` has the same body.
    void insert(EventId record, std::optional<Instant> ownDate, WriteEffect effect,
                const std::string& body, const std::vector<StoredAssertion>& others);
    // This import says it differently now; marks that pointed to it get the old body.
    void replace(EventId record, std::optional<Instant> ownDate, const std::string& body,
                 const StoredAssertion& previous);
    // Which rows this import's assertion is made of.
    void keepRowHashes(EventId record, const QString& hashes);
    Instant importStarted() const { return importStarted_; }
    const QString& path() const { return path_; }

private:
    ImportId import_;
    Instant importStarted_;
    QString path_;
    Query<ImportId, std::optional<Instant>, Instant, WriteEffect, std::string, bool, QString,
          QString>
        select_;
    Statement insert_;
    Statement keepForMarks_;
    Statement update_;
    Statement updateHashes_;
};

// Of a row, short.
QString hashOfRow(const std::string& body);

}  // namespace goodfaith::store

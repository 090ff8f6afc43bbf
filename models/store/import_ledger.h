// SPDX-License-Identifier: GPL-3.0-or-later
// The imports: who asserted what, when, from which file; their rejected rows and what they cover.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/overview.h"
#include "models/domain/record.h"
#include "models/store/database.h"

namespace goodfaith::store {

struct ImportHeader {
    QString path;  // absolute
    QString source;
    QString templateName;
    QString preset;
    Instant at;
    // When the file was written, where it says so: how fresh its rows without a date are.
    std::optional<Instant> exportedAt = {};
};

struct BegunImport {
    ImportId id;
    bool goesOn = false;  // it was begun before, and never finished
};

class ImportLedger {
public:
    explicit ImportLedger(Database& database) : database_(database) {}

    // The source account of that name, made when it is new.
    SourceId source(const QString& name);
    // A new import, or the unfinished one of the same path, source and template, which then goes
    // on.
    BegunImport begin(const ImportHeader& header);
    // Within the caller's transaction, like all writes: counts so far, and the rows rejected since.
    void addRejects(ImportId id, const std::vector<RejectedRow>& rows);
    void setCounts(ImportId id, const ImportCounts& counts);
    void setState(ImportId id, ImportState state);
    // Forgets the rejected rows of an unfinished import that starts over.
    void clearRejects(ImportId id);

    std::vector<ImportSummary> all() const;  // newest first
    std::vector<RejectedRow> rejects(ImportId id, int limit) const;
    std::vector<CoverageRow> coverage() const;  // by source, then kind
    Coverage coverageLedger() const;            // the same as scoring wants it

private:
    Database& database_;
};

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
// One input's way into the store: batches are written and linked, some of them together in one
// transaction, and the outcome is counted.
#pragma once

#include "app/batch_reader.h"
#include "app/import_service.h"
#include "app/party_linking.h"
#include "app/record_preparation.h"
#include "models/store/fact_writer.h"
#include "models/store/import_ledger.h"

#include <QSet>

#include <set>

namespace goodfaith::app {

class ImportPipeline {
public:
    struct Context {
        store::Database& database;
        const ShopSettings& settings;  // with this import's region
        store::ImportHeader header;
        int input = 1;
        int inputs = 1;
        bool inOneTransaction = false;  // the caller's, as for a dry run
        const ImportObserver& observer;
    };
    explicit ImportPipeline(Context context);

    SourceId source() const { return source_; }
    const ImportCounts& counts() const { return outcome_.summary.counts; }
    void warn(const QString& message);
    void write(const ImportBatch& batch);
    // What was written so far stays, whatever happens next.
    void keep();
    ImportOutcome finish(ImportState state);

private:
    // Rows that would have turned facts back.
    struct StaleRows {
        qint64 count = 0;
        QStringList named;  // the first few
        void add(const ImportedRecord& record);
        QString sentence() const;
    };

    void beginTransaction();
    void commit();
    store::WrittenRecord write(const store::PreparedRecord& record);
    void take(const std::vector<store::PreparedRecord>& records);
    void take(const std::vector<RejectedRow>& rejected);
    void place(const std::vector<store::WrittenRecord>& written);
    void noteConcerned(const std::vector<store::WrittenRecord>& written);
    void link(const std::set<PartyId>& parties);
    void count(PartyId party);
    void count(CustomerId customer);
    void report();

    Context context_;
    store::ImportLedger ledger_;
    SourceId source_;
    ImportId import_;
    bool goesOn_ = false;  // an import that was interrupted
    std::optional<store::Transaction> transaction_;
    qint64 sinceBegin_ = 0;  // records and rejected rows
    qint64 charactersSinceBegin_ = 0;
    std::unique_ptr<store::FactWriter> writer_;
    PartyLinking links_;
    RecordPreparation preparation_;
    QSet<qint64> customersCreated_;
    QSet<qint64> customersTouched_;
    qint64 customersMatched_ = 0;  // touched, not created
    QSet<qint64> placedParties_;   // whose customers are counted already
    StaleRows stale_;
    importers::ReadingProgress reading_;
    ImportOutcome outcome_;
};

}  // namespace goodfaith::app

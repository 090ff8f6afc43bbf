// SPDX-License-Identifier: GPL-3.0-or-later
// One input's way into the store: records are given their keys, direction and counterpart, gathered
// into batches, and each batch is written and linked in one transaction.
#pragma once

#include "app/import_service.h"
#include "models/identity/counterpart.h"
#include "models/identity/phone_number.h"
#include "models/store/fact_writer.h"
#include "models/store/import_ledger.h"
#include "models/store/party_links.h"

#include <QSet>

#include <set>

namespace goodfaith::app {

class ImportPipeline : public importers::RecordSink {
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

    void take(ImportedRecord record) override;
    void reject(RejectedRow row) override;
    void warn(const QString& message) override;
    void progress(const importers::ReadingProgress& progress) override;

    // Writes what is left; the import ends as `state`.
    ImportOutcome finish(ImportState state);

private:
    store::WritableRecord prepare(ImportedRecord record);
    void flush(std::optional<ImportState> endState = {});
    void writeBatch();
    void place(const std::vector<store::WrittenRecord>& written);
    void link(const std::set<PartyId>& parties);
    void count(PartyId party);
    void count(CustomerId customer);
    void report();

    Context context_;
    store::ImportLedger ledger_;
    ImportId import_;
    std::unique_ptr<store::FactWriter> writer_;
    store::PartyLinks links_;
    identity::PhoneReader phones_;
    identity::CounterpartRule counterparts_;
    std::vector<store::WritableRecord> batch_;
    std::vector<RejectedRow> rejectedInBatch_;
    QSet<qint64> customersCreated_;
    QSet<qint64> customersTouched_;
    qint64 customersMatched_ = 0;  // touched, not created
    QSet<qint64> placedParties_;   // whose customers are counted already
    importers::ReadingProgress reading_;
    ImportOutcome outcome_;
};

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_pipeline.h"

#include "models/store/customer_reader.h"
#include "models/store/derived_tables.h"
#include "models/store/record_remaking.h"

#include <QHash>

namespace goodfaith::app {
namespace {

// Pages that many rows touch are written once a transaction: few transactions, but not so few that
// a killed import loses much, or that a setting waits long to be saved.
constexpr qint64 writtenAtOnce = 24'000;
constexpr qint64 charactersAtOnce = 12 * 1024 * 1024;  // of texts, so that they fit into memory
constexpr size_t shownRejects = 100;
constexpr qsizetype mostWarnings = 100;

}  // namespace

void ImportPipeline::StaleRows::add(const ImportedRecord& record) {
    constexpr qsizetype shown = 5;
    ++count;
    if (named.size() < shown)
        named << nameOf(record.kind).replace(u'_', u' ') + u' ' + record.key;
}

QString ImportPipeline::StaleRows::sentence() const {
    const QString rows = count == 1 ? QStringLiteral(
                                          "One row is older than what is known and changes "
                                          "nothing")
                                    : QStringLiteral(
                                          "%1 rows are older than what is known and change "
                                          "nothing")
                                          .arg(count);
    return rows + u": " + named.join(QStringLiteral(", ")) +
           (count > named.size() ? QStringLiteral(", …") : QStringLiteral("."));
}

ImportPipeline::ImportPipeline(Context context)
    : context_(std::move(context)),
      ledger_(context_.database),
      links_(context_.database),
      preparation_(context_.settings) {
    beginTransaction();
    const store::BegunImport begun = ledger_.begin(context_.header);
    import_ = begun.id;
    goesOn_ = begun.goesOn;
    ledger_.clearRejects(import_);
    source_ = ledger_.source(context_.header.source);
    writer_ = std::make_unique<store::FactWriter>(
        context_.database, source_, import_,
        [this](ImportedRecord record) { return preparation_.prepare(std::move(record)); },
        context_.inOneTransaction ? store::WriteScope::EffectsOnly : store::WriteScope::Everything);
    keep();
    ImportSummary& summary = outcome_.summary;
    summary.id = import_;
    summary.path = context_.header.path;
    summary.source = context_.header.source;
    summary.templateName = context_.header.templateName;
    summary.preset = context_.header.preset;
    summary.at = context_.header.at;
}

void ImportPipeline::warn(const QString& message) {
    if (outcome_.warnings.size() < mostWarnings && !outcome_.warnings.contains(message))
        outcome_.warnings << message;
}

// Unless the caller's is open, or ours still is.
void ImportPipeline::beginTransaction() {
    if (!context_.inOneTransaction && !transaction_) {
        transaction_.emplace(context_.database);
        sinceBegin_ = 0;
        charactersSinceBegin_ = 0;
    }
}

void ImportPipeline::keep() {
    if (context_.input < context_.inputs)
        writer_->settle();  // the next input has a writer of its own
    commit();
}

void ImportPipeline::commit() {
    if (!transaction_)
        return;
    ledger_.setCounts(import_, outcome_.summary.counts);
    transaction_->commit();
    transaction_.reset();
}

void ImportPipeline::write(const ImportBatch& batch) {
    for (const QString& warning : batch.warnings)
        warn(warning);
    reading_ = batch.progress;
    outcome_.summary.counts.rowsRead = batch.progress.rowsRead;
    if (!batch.records.empty() || !batch.rejected.empty()) {
        beginTransaction();
        take(batch.records);
        take(batch.rejected);
        sinceBegin_ += static_cast<qint64>(batch.records.size() + batch.rejected.size());
        for (const auto& record : batch.records)
            charactersSinceBegin_ += record.projection.text.size();
        if (sinceBegin_ >= writtenAtOnce || charactersSinceBegin_ >= charactersAtOnce)
            commit();
    }
    report();
}

ImportOutcome ImportPipeline::finish(ImportState state) {
    beginTransaction();
    ledger_.setCounts(import_, outcome_.summary.counts);
    ledger_.setState(import_, state);
    keep();
    if (stale_.count > 0)
        warn(stale_.sentence());
    report();
    outcome_.summary.state = state;
    return std::move(outcome_);
}

void ImportPipeline::take(const std::vector<RejectedRow>& rejected) {
    outcome_.summary.counts.rejected += static_cast<qint64>(rejected.size());
    ledger_.addRejects(import_, rejected);
    for (const RejectedRow& row : rejected) {
        if (context_.observer.rejected)
            context_.observer.rejected(context_.header.path, row);
        if (outcome_.rejects.size() < shownRejects)
            outcome_.rejects.push_back(row);
    }
}

void ImportPipeline::take(const std::vector<store::PreparedRecord>& records) {
    ImportCounts& counts = outcome_.summary.counts;
    std::vector<store::WrittenRecord> written;
    written.reserve(records.size());
    bool changed = false;
    for (const auto& record : records) {
        written.push_back(write(record));
        if (written.back().isStale)
            stale_.add(record.writable.record);
        const store::WriteEffect effect = written.back().effect;
        changed = changed || effect != store::WriteEffect::Unchanged;
        switch (effect) {
            case store::WriteEffect::Inserted:
                ++counts.inserted;
                break;
            case store::WriteEffect::Updated:
                ++counts.updated;
                break;
            case store::WriteEffect::Unchanged:
                ++counts.unchanged;
                break;
        }
    }
    place(written);
    noteConcerned(written);
    if (changed)
        store::DerivedTables(context_.database).advanceFactsRevision();
}

// A row without a date is as fresh as its file.
store::WrittenRecord ImportPipeline::write(const store::PreparedRecord& record) {
    if (!context_.header.exportedAt || record.writable.record.ownDate)
        return writer_->write(record);
    store::PreparedRecord dated = record;
    dated.writable.record.ownDate = context_.header.exportedAt;
    return writer_->write(dated);
}

// Links the parties of a batch and counts whose timelines its records are on. Parties that were
// placed before are counted already.
void ImportPipeline::place(const std::vector<store::WrittenRecord>& written) {
    QHash<EventId, PartyId> partyOf;  // of a record written twice: as it was written last
    std::set<PartyId> parties;
    std::vector<EventId> throughOrders;
    for (const auto& record : written) {
        if (record.event.isNone())
            parties.insert(record.counterpart);  // it waits to be written
        else
            partyOf.insert(record.event, record.counterpart);
    }
    for (auto entry = partyOf.cbegin(); entry != partyOf.cend(); ++entry) {
        if (entry->isNone())
            throughOrders.push_back(entry.key());
        else
            parties.insert(*entry);
    }
    link(parties);
    for (const PartyId party : parties)
        count(party);
    for (const CustomerId customer :
         store::CustomerReader(context_.database).customersOf(throughOrders))
        count(customer);
    outcome_.summary.counts.customersNew = customersCreated_.size();
    outcome_.summary.counts.customersMatched = customersMatched_;
}

// Those whose records say something else now. Who is joined or parted is noted in link().
void ImportPipeline::noteConcerned(const std::vector<store::WrittenRecord>& written) {
    ConcernedCustomers& concerned = outcome_.concerned;
    if (context_.inOneTransaction || concerned.areMany())
        return;
    std::set<PartyId> parties;
    std::vector<EventId> throughOrders;
    for (const auto& record : written) {
        if (record.effect == store::WriteEffect::Unchanged)
            continue;
        if (record.counterpart.isNone())
            throughOrders.push_back(record.event);
        else
            parties.insert(record.counterpart);
    }
    for (const PartyId party : parties)
        concerned.add(links_.customerOf(party));
    for (const CustomerId customer :
         store::CustomerReader(context_.database).customersOf(throughOrders))
        concerned.add(customer);
}

void ImportPipeline::link(const std::set<PartyId>& parties) {
    std::vector<PartyId> unplaced;
    for (const PartyId party : parties) {
        if (!placedParties_.contains(party.value()))
            unplaced.push_back(party);
    }
    std::vector<PartyId> left = writer_->takeLeft();
    const auto moved = store::placeMovedRecords(context_.database, [this](ImportedRecord record) {
        return preparation_.prepare(std::move(record));
    });
    unplaced.insert(unplaced.end(), moved.arrived.begin(), moved.arrived.end());
    left.insert(left.end(), moved.left.begin(), moved.left.end());
    const LinkingResult linked = links_.relink(unplaced, left);
    for (const CustomerId customer : linked.changed)
        outcome_.concerned.add(customer);
    for (const PartyId party : left)
        outcome_.concerned.add(links_.customerOf(party));
    for (const PartyId party : moved.arrived)
        outcome_.concerned.add(links_.customerOf(party));
    for (const CustomerId created : linked.created)
        customersCreated_.insert(created.value());
    for (const CustomerId gone : linked.gone) {
        const bool wasTouched = customersTouched_.remove(gone.value());
        const bool wasCreated = customersCreated_.remove(gone.value());
        customersMatched_ -= wasTouched && !wasCreated ? 1 : 0;
    }
    if (linked.regrouped || !linked.gone.empty())
        placedParties_.clear();  // whoever was unlinked may come back
}

void ImportPipeline::count(PartyId party) {
    if (placedParties_.contains(party.value()))
        return;
    const CustomerId customer = links_.customerOf(party);
    if (customer.isNone())
        return;
    placedParties_.insert(party.value());
    count(customer);
}

void ImportPipeline::count(CustomerId customer) {
    if (customersTouched_.contains(customer.value()))
        return;
    customersTouched_.insert(customer.value());
    // One that goes on made some of them before it was interrupted.
    if (goesOn_ && store::CustomerReader(context_.database).isKnownFromAlone(customer, import_))
        customersCreated_.insert(customer.value());
    customersMatched_ += customersCreated_.contains(customer.value()) ? 0 : 1;
}

void ImportPipeline::report() {
    if (context_.observer.progress)
        context_.observer.progress({context_.header.path, context_.input, context_.inputs, reading_,
                                    outcome_.summary.counts});
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/fact_writer.h"

#include "models/store/assertion_fold.h"
#include "models/store/assertion_table.h"
#include "models/store/coverage_table.h"
#include "models/store/record_projector.h"
#include "models/store/transaction_observer.h"
#include "models/store/waiting_records.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

// Ids are dense, so a bit each.
template <class Id>
class SeenIds {
public:
    bool contains(Id id) const {
        const auto index = static_cast<size_t>(id.value());
        return index < seen_.size() && seen_[index];
    }
    void add(Id id) {
        const auto index = static_cast<size_t>(id.value());
        if (index >= seen_.size())
            seen_.resize(index + index / 2 + 1);
        seen_[index] = true;
    }
    void clear() { seen_.clear(); }

private:
    std::vector<bool> seen_;
};

// What the file said of it when it was imported the last time before.
const StoredAssertion* saidBefore(const std::vector<StoredAssertion>& stored, ImportId import,
                                  const QString& path) {
    const auto found = std::find_if(
        stored.rbegin(), stored.rend(),
        [&](const StoredAssertion& other) { return other.import != import && other.path == path; });
    return found == stored.rend() ? nullptr : &*found;
}

// Whether it would turn back what is known, were it not older.
bool turnsBack(const AssertionBody& known, const std::string& body) {
    return foldAssertions(
               {{Instant(), ImportId(1), known}, {Instant(), ImportId(2), decode(body)}}) != known;
}

}  // namespace

struct FactWriter::Statements final : TransactionObserver {
    Statements(Database& database, SourceId sourceId, ImportId importId,
               PrepareRecord prepareRecord, WriteScope writeScope)
        : TransactionObserver(database),
          scope(writeScope),
          source(sourceId),
          import(importId),
          prepare(std::move(prepareRecord)),
          parties(database, source, writeScope == WriteScope::Everything),
          records(database, source),
          assertions(database, importId),
          details(database),
          texts(database),
          readings(database),
          moved(database),
          coverage(database, importId) {}

    ~Statements() override {
        try {
            coverage.flush();  // the transaction may outlive the writer
        } catch (const Failure&) {
            // Its transaction cannot be committed any more.
        }
    }

    void aboutToCommit() override { coverage.flush(); }
    void rolledBack() override {
        parties.forget();
        coverage.forget();
        seen.clear();
        onTimelines.clear();
        waiting.clear();
    }

    WrittenRecord write(const PreparedRecord& prepared);
    WrittenRecord writeFirst(const PreparedRecord& prepared,
                             const std::optional<KnownRecord>& placeholder);
    WrittenRecord writeAgain(const WritableRecord& writable, const std::string& body,
                             const KnownRecord& known, std::vector<StoredAssertion> stored);
    bool mayWait(const RecordName& name, const Placement& placement,
                 const std::vector<RecordParty>& taking);
    void writeWaiting();
    void writeDetails(EventId id, const PreparedRecord& prepared, const QString& mailbox);
    bool repeatsARow(const std::string& body, EventId id,
                     const std::vector<StoredAssertion>& stored);
    bool saveAssertion(const WritableRecord& writable, std::string body, EventId id,
                       std::vector<StoredAssertion>& stored, WrittenRecord& written);
    void witness(const ImportedRecord& record);

    WriteScope scope;
    SourceId source;
    ImportId import;
    PrepareRecord prepare;
    PartyTable parties;
    RecordTable records;
    AssertionTable assertions;
    DetailTables details;
    TextIndex texts;
    ReadingTable readings;
    MovedEventTable moved;
    CoverageTable coverage;
    RecordProjector projector{parties, records, details, texts, readings, moved};
    SeenIds<EventId> seen;         // which records this run has written
    SeenIds<PartyId> onTimelines;  // whose
    WaitingRecords waiting;
};

WrittenRecord FactWriter::Statements::write(const PreparedRecord& prepared) {
    const ImportedRecord& record = prepared.writable.record;
    if (waiting.mayHave(record.kind, record.key) ||
        waiting.mayHave(RecordKind::Order, prepared.projection.orderKey))
        writeWaiting();
    const auto known = records.find(record.kind, record.key);
    std::vector<StoredAssertion> stored;
    if (known && known->asserted)
        stored = assertions.of(known->id);
    const WrittenRecord written =
        stored.empty() ? writeFirst(prepared, known)
                       : writeAgain(prepared.writable, prepared.body, *known, std::move(stored));
    if (!written.event.isNone())
        seen.add(written.event);
    return written;
}

// One record of each timeline is written, one that stays there, for whoever asks whether there is
// any. What belongs to an order, or has more parties, is asked about too often.
bool FactWriter::Statements::mayWait(const RecordName& name, const Placement& placement,
                                     const std::vector<RecordParty>& taking) {
    return scope == WriteScope::EffectsOnly && placement.order.isNone() && isBuyerAlone(taking) &&
           taking.front().party == placement.party && onTimelines.contains(placement.party) &&
           !moved.names(name) && !waiting.isFull();
}

void FactWriter::Statements::writeWaiting() {
    waiting.takeAll([this](const WaitingRecord& record) {
        const EventId id = records.insert(record.kind, record.key, Projection(), record.placement);
        assertions.insert(id, record.ownDate, WriteEffect::Inserted, record.body, {});
        seen.add(id);
    });
}

// Nobody has said anything of it yet: there is nothing to fold with.
WrittenRecord FactWriter::Statements::writeFirst(const PreparedRecord& prepared,
                                                 const std::optional<KnownRecord>& placeholder) {
    const ImportedRecord& record = prepared.writable.record;
    const Projection& projection = prepared.projection;
    const std::vector<RecordParty> taking = partiesOf(prepared, parties);
    const RecordName name{source, record.kind, record.key};
    const Placement placement =
        projector.place(name, projection, taking, prepared.writable.direction);
    if (!placeholder && mayWait(name, placement, taking)) {
        waiting.add({record.kind, record.key, record.ownDate, placement, prepared.body});
        return {EventId(), WriteEffect::Inserted, placement.party};
    }
    const bool isForGood = scope == WriteScope::Everything;
    if (isForGood)
        witness(record);
    EventId id;
    if (placeholder) {
        id = placeholder->id;
        projector.save(record.kind, *placeholder, projection, taking, placement);
    } else {
        id = records.insert(record.kind, record.key, isForGood ? projection : Projection(),
                            placement);
        records.insertParties(id, taking, placement.party);
        if (isForGood)
            writeDetails(id, prepared, mailboxOf(taking));
    }
    assertions.insert(id, record.ownDate, WriteEffect::Inserted, prepared.body, {});
    if (!placement.party.isNone() && !moved.names(name))
        onTimelines.add(placement.party);
    return {id, WriteEffect::Inserted, placement.inherited ? PartyId() : placement.party};
}

void FactWriter::Statements::writeDetails(EventId id, const PreparedRecord& prepared,
                                          const QString& mailbox) {
    const Projection& projection = prepared.projection;
    details.insert(id, projection.detail, mailbox);
    if (projection.text.isEmpty() && projection.subject.isEmpty())
        return;
    texts.add(id, projection.subject, projection.text);
    if (prepared.reading)
        readings.save(prepared.readingVersion, id, *prepared.reading);
    else
        readings.add(id, prepared.writable.record.kind);
}

WrittenRecord FactWriter::Statements::writeAgain(const WritableRecord& writable,
                                                 const std::string& body, const KnownRecord& known,
                                                 std::vector<StoredAssertion> stored) {
    WrittenRecord written{known.id, WriteEffect::Unchanged,
                          known.placement.inherited ? PartyId() : known.placement.party};
    const ImportedRecord& record = writable.record;
    witness(record);
    const bool nothingNew = std::all_of(
        stored.begin(), stored.end(),
        [&](const StoredAssertion& other) { return other.body == body && other.import != import; });
    if (nothingNew) {
        assertions.insert(known.id, record.ownDate, written.effect, body, stored);
        return written;
    }
    if (repeatsARow(body, known.id, stored))
        return written;
    if (saveAssertion(writable, body, known.id, stored, written)) {
        writeWaiting();  // it may leave a timeline, and then somebody asks what is left there
        const Placement placement = projector.makeAnew(
            {source, record.kind, record.key}, known, foldAssertions(asFirstSaid(stored)), prepare);
        written.counterpart = placement.inherited ? PartyId() : placement.party;
    }
    return written;
}

// A file with several rows of one record repeats itself row by row: none of them is news, though
// what it says as a whole only shows after the last.
bool FactWriter::Statements::repeatsARow(const std::string& body, EventId id,
                                         const std::vector<StoredAssertion>& stored) {
    const StoredAssertion* before = saidBefore(stored, import, assertions.path());
    if (before == nullptr || before->rowHashes.isEmpty() ||
        !before->rowHashes.contains(hashOfRow(body)))
        return false;
    const auto own = std::find_if(stored.begin(), stored.end(), [&](const StoredAssertion& other) {
        return other.import == import;
    });
    if (own == stored.end()) {
        assertions.insert(id, before->ownDate, WriteEffect::Unchanged, before->body, stored);
        assertions.keepRowHashes(id, before->rowHashes);
    }
    return own == stored.end() || own->body == before->body;
}

// Keeps what is said, sets the effect, and returns whether the fold came out differently.
bool FactWriter::Statements::saveAssertion(const WritableRecord& writable, std::string body,
                                           EventId id, std::vector<StoredAssertion>& stored,
                                           WrittenRecord& written) {
    const auto foldAll = [&] { return foldAssertions(asFirstSaid(stored)); };
    const AssertionBody before = foldAll();
    const std::string row = body;
    auto ownDate = writable.record.ownDate;
    const auto own = std::find_if(stored.begin(), stored.end(), [&](const StoredAssertion& other) {
        return other.import == import;
    });
    if (own == stored.end()) {
        const std::vector<StoredAssertion> others = stored;
        stored.push_back({import,
                          ownDate,
                          assertions.importStarted(),
                          WriteEffect::Unchanged,
                          body,
                          false,
                          assertions.path(),
                          {}});
        const bool changed = foldAll() != before;
        written.effect = changed ? WriteEffect::Updated : WriteEffect::Unchanged;
        written.isStale = !changed && turnsBack(before, row);
        assertions.insert(id, ownDate, written.effect, body, others);
        return changed;
    }
    // The second row of a record within one file adds to the first, unless it is dated before it;
    // an import that starts over says it anew.
    const bool isSecondRow = seen.contains(id);
    if (isSecondRow) {
        const Instant at = ownDate.value_or(assertions.importStarted());
        const AssertionBody merged =
            foldAssertions({{own->effectiveAt(), ImportId(1), decode(own->body)},
                            {at, ImportId(2), decode(body)}});
        body = encode(merged.fields, merged.parties);
        if (at < own->effectiveAt())
            ownDate = own->ownDate;
    }
    const StoredAssertion previous = *own;
    if (isSecondRow && row != previous.body && !own->rowHashes.contains(hashOfRow(row))) {
        if (own->rowHashes.isEmpty())
            own->rowHashes = hashOfRow(previous.body);
        own->rowHashes += u' ' + hashOfRow(row);
        assertions.keepRowHashes(id, own->rowHashes);
    }
    own->ownDate = ownDate;
    own->body = body;
    if (body != previous.body || ownDate != previous.ownDate)
        assertions.replace(id, ownDate, body, previous);
    const bool changed = foldAll() != before;
    written.isStale = !changed && turnsBack(before, row);
    written.effect = !isSecondRow ? previous.effect
                     : changed    ? WriteEffect::Updated
                                  : WriteEffect::Unchanged;
    return changed;
}

void FactWriter::Statements::witness(const ImportedRecord& record) {
    coverage.witness(record.kind, mainTime(record.fields), newestTime(record.fields));
}

FactWriter::FactWriter(Database& database, SourceId source, ImportId import, PrepareRecord prepare,
                       WriteScope scope)
    : statements_(
          std::make_unique<Statements>(database, source, import, std::move(prepare), scope)) {}

FactWriter::~FactWriter() = default;

WrittenRecord FactWriter::write(const PreparedRecord& record) {
    return statements_->write(record);
}

std::vector<PartyId> FactWriter::takeLeft() {
    return statements_->projector.takeLeft();
}

void FactWriter::settle() {
    statements_->writeWaiting();
}

}  // namespace goodfaith::store

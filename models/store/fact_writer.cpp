// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/fact_writer.h"

#include "models/store/assertion_fold.h"
#include "models/store/assertion_table.h"
#include "models/store/coverage_table.h"
#include "models/store/detail_tables.h"
#include "models/store/party_keys.h"
#include "models/store/party_table.h"
#include "models/store/reading_queue.h"
#include "models/store/record_table.h"
#include "models/store/text_index.h"
#include "models/store/transaction_observer.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

using Kind = NormalisedKey::Kind;

const QString& rawKey(const PartyKeys& keys, Kind kind) {
    switch (kind) {
        case Kind::Email:
            return keys.email;
        case Kind::Phone:
            return keys.phone;
        case Kind::ShopNumber:
            return keys.shopNumber;
    }
    return keys.email;
}

// Whether what identified somebody still stands after a fold: then it is still them.
bool survivesIn(const PartyKeys& before, const PartyKeys& folded) {
    const auto stands = [&](Kind kind) {
        return rawKey(before, kind).isEmpty() || rawKey(before, kind) == rawKey(folded, kind);
    };
    return stands(Kind::Email) && stands(Kind::Phone) && stands(Kind::ShopNumber);
}

// Which records this run has written: event ids are dense, so a bit each.
class SeenRecords {
public:
    bool contains(EventId id) const {
        const auto index = static_cast<size_t>(id.value());
        return index < seen_.size() && seen_[index];
    }
    void add(EventId id) {
        const auto index = static_cast<size_t>(id.value());
        if (index >= seen_.size())
            seen_.resize(index + index / 2 + 1);
        seen_[index] = true;
    }
    void clear() { seen_.clear(); }

private:
    std::vector<bool> seen_;
};

PartyId counterpartOf(const std::vector<RecordParty>& parties) {
    const auto found = std::find_if(parties.begin(), parties.end(),
                                    [](const RecordParty& party) { return party.isCounterpart; });
    return found == parties.end() ? PartyId() : found->party;
}

// Only the first of several stays the counterpart.
void keepOneCounterpart(std::vector<RecordParty>& parties) {
    bool found = false;
    for (auto& party : parties)
        party.isCounterpart =
            party.isCounterpart && !std::exchange(found, found || party.isCounterpart);
}

// A file that says what it said the last time says nothing new: its word counts from then. Without
// this, importing an old and a new export of the same rows every night would turn facts back and
// forth every night.
std::vector<Assertion> asFirstSaid(const std::vector<StoredAssertion>& inOrderOfImports) {
    std::vector<Assertion> said;
    for (size_t i = 0; i < inOrderOfImports.size(); ++i) {
        const StoredAssertion& one = inOrderOfImports[i];
        said.push_back({one.effectiveAt(), one.import, decode(one.body)});
        for (size_t before = i; before-- > 0;) {
            const StoredAssertion& other = inOrderOfImports[before];
            if (other.path != one.path)
                continue;
            if (other.body == one.body && other.ownDate == one.ownDate) {
                said[i].effectiveAt = said[before].effectiveAt;
                said[i].import = said[before].import;
            }
            break;
        }
    }
    return said;
}

Instant newestOf(const std::vector<Assertion>& said) {
    Instant newest = Instant::min();
    for (const Assertion& one : said)
        newest = std::max(newest, one.effectiveAt);
    return newest;
}

}  // namespace

struct FactWriter::Statements final : TransactionObserver {
    Statements(Database& database, SourceId sourceId, ImportId importId)
        : TransactionObserver(database),
          source(sourceId),
          import(importId),
          parties(database, source),
          records(database, source),
          assertions(database, importId),
          details(database),
          texts(database),
          readings(database),
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
    }

    WrittenRecord write(const PreparedRecord& prepared);
    WrittenRecord writeFirst(const PreparedRecord& prepared,
                             const std::optional<KnownRecord>& placeholder);
    WrittenRecord writeAgain(const WritableRecord& writable, const std::string& body,
                             const KnownRecord& known, std::vector<StoredAssertion> stored);
    bool saveAssertion(const WritableRecord& writable, std::string body, EventId id,
                       std::vector<StoredAssertion>& stored, WrittenRecord& written);
    Placement reproject(const WritableRecord& writable, const KnownRecord& known,
                        const std::vector<StoredAssertion>& stored);
    void witness(const ImportedRecord& record);

    RecordParty resolve(const WritableParty& party, const std::string& hash, bool isCounterpart);
    std::vector<RecordParty> resolveAll(const PreparedRecord& prepared);
    RecordParty resolveFolded(const ImportedParty& folded, const WritableRecord& writable,
                              const std::vector<RecordParty>& current);
    Placement place(const Projection& projection, const std::vector<RecordParty>& taking,
                    Direction direction);
    void saveProjection(const WritableRecord& writable, const KnownRecord& known,
                        const Projection& projection, const std::vector<RecordParty>& taking,
                        const Placement& placement);

    SourceId source;
    ImportId import;
    PartyTable parties;
    RecordTable records;
    AssertionTable assertions;
    DetailTables details;
    TextIndex texts;
    ReadingQueue readings;
    CoverageTable coverage;
    SeenRecords seen;
};

WrittenRecord FactWriter::Statements::write(const PreparedRecord& prepared) {
    const ImportedRecord& record = prepared.writable.record;
    const auto known = records.find(record.kind, record.key);
    std::vector<StoredAssertion> stored;
    if (known && known->asserted)
        stored = assertions.of(known->id);
    const WrittenRecord written =
        stored.empty() ? writeFirst(prepared, known)
                       : writeAgain(prepared.writable, prepared.body, *known, std::move(stored));
    seen.add(written.event);
    return written;
}

// Nobody has said anything of it yet: there is nothing to fold with.
WrittenRecord FactWriter::Statements::writeFirst(const PreparedRecord& prepared,
                                                 const std::optional<KnownRecord>& placeholder) {
    const WritableRecord& writable = prepared.writable;
    const ImportedRecord& record = writable.record;
    const Projection& projection = prepared.projection;
    const std::vector<RecordParty> taking = resolveAll(prepared);
    const Placement placement = place(projection, taking, writable.direction);
    witness(record);
    EventId id;
    if (placeholder) {
        id = placeholder->id;
        saveProjection(writable, *placeholder, projection, taking, placement);
    } else {
        id = records.insert(record.kind, record.key, projection, placement);
        records.insertParties(id, taking);
        details.insert(id, projection.detail, mailboxOf(taking));
        if (!projection.text.isEmpty() || !projection.subject.isEmpty()) {
            texts.add(id, projection.subject, projection.text);
            readings.add(id, record.kind);
        }
    }
    assertions.insert(id, record.ownDate, WriteEffect::Inserted, prepared.body, {});
    return {id, WriteEffect::Inserted, placement.inherited ? PartyId() : placement.party};
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
    if (saveAssertion(writable, body, known.id, stored, written)) {
        const Placement placement = reproject(writable, known, stored);
        written.counterpart = placement.inherited ? PartyId() : placement.party;
    }
    return written;
}

// Keeps what is said, sets the effect, and returns whether the fold came out differently.
bool FactWriter::Statements::saveAssertion(const WritableRecord& writable, std::string body,
                                           EventId id, std::vector<StoredAssertion>& stored,
                                           WrittenRecord& written) {
    const auto foldAll = [&] { return foldAssertions(asFirstSaid(stored)); };
    const AssertionBody before = foldAll();
    auto ownDate = writable.record.ownDate;
    const auto own = std::find_if(stored.begin(), stored.end(), [&](const StoredAssertion& other) {
        return other.import == import;
    });
    if (own == stored.end()) {
        const std::vector<StoredAssertion> others = stored;
        stored.push_back({import, ownDate, assertions.importStarted(), WriteEffect::Unchanged, body,
                          false, assertions.path()});
        const bool changed = foldAll() != before;
        written.effect = changed ? WriteEffect::Updated : WriteEffect::Unchanged;
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
    own->ownDate = ownDate;
    own->body = body;
    if (body != previous.body || ownDate != previous.ownDate)
        assertions.replace(id, ownDate, body, previous);
    const bool changed = foldAll() != before;
    written.effect = !isSecondRow ? previous.effect
                     : changed    ? WriteEffect::Updated
                                  : WriteEffect::Unchanged;
    return changed;
}

Placement FactWriter::Statements::reproject(const WritableRecord& writable,
                                            const KnownRecord& known,
                                            const std::vector<StoredAssertion>& stored) {
    std::vector<Assertion> all = asFirstSaid(stored);
    const Instant newest = newestOf(all);
    const AssertionBody folded = foldAssertions(std::move(all));
    const std::vector<RecordParty> current = records.parties(known.id);
    std::vector<RecordParty> taking;
    for (const auto& party : folded.parties)
        taking.push_back(resolveFolded(party, writable, current));
    keepOneCounterpart(taking);

    const Instant effectiveAt = writable.record.ownDate.value_or(assertions.importStarted());
    const bool isNewest = effectiveAt >= newest && writable.direction != Direction::None;
    const Direction direction = isNewest || known.placement.direction == Direction::None
                                    ? writable.direction
                                    : known.placement.direction;
    const Projection projection =
        project(writable.record.kind, writable.record.key, folded.fields, folded.parties);
    const Placement placement = place(projection, taking, direction);
    saveProjection(writable, known, projection, taking, placement);
    return placement;
}

void FactWriter::Statements::witness(const ImportedRecord& record) {
    coverage.witness(record.kind, mainTime(record.fields), newestTime(record.fields));
}

RecordParty FactWriter::Statements::resolve(const WritableParty& party, const std::string& hash,
                                            bool isCounterpart) {
    return {party.party.role, parties.resolve(hash, party.party.keys, party.keys), party.isOurs,
            isCounterpart, party.party.keys.email};
}

std::vector<RecordParty> FactWriter::Statements::resolveAll(const PreparedRecord& prepared) {
    const WritableRecord& writable = prepared.writable;
    std::vector<RecordParty> taking;
    for (size_t index = 0; index < writable.parties.size(); ++index) {
        const WritableParty& party = writable.parties[index];
        const bool isCounterpart = static_cast<int>(index) == writable.counterpart;
        if (!party.party.keys.isEmpty())
            taking.push_back(resolve(party, prepared.partyHashes[index], isCounterpart));
    }
    std::stable_sort(taking.begin(), taking.end(),
                     [](const RecordParty& a, const RecordParty& b) { return a.role < b.role; });
    return taking;
}

// A folded party is one of those just written, one that was there before, or made of both. Each
// normalised key comes from the one whose key as it arrived stands.
RecordParty FactWriter::Statements::resolveFolded(const ImportedParty& folded,
                                                  const WritableRecord& writable,
                                                  const std::vector<RecordParty>& current) {
    WritableParty party;
    party.party = folded;
    bool isCounterpart = false;
    const auto takeFrom = [&](const PartyKeys& raw, const std::vector<NormalisedKey>& keys) {
        for (const auto& key : keys) {
            const QString& value = rawKey(folded.keys, key.kind);
            const bool isKnown =
                std::find(party.keys.begin(), party.keys.end(), key) != party.keys.end();
            if (!value.isEmpty() && value == rawKey(raw, key.kind) && !isKnown)
                party.keys.push_back(key);
        }
    };
    for (size_t index = 0; index < writable.parties.size(); ++index) {
        const WritableParty& incoming = writable.parties[index];
        const bool isPart = incoming.party.role == folded.role && !incoming.party.keys.isEmpty() &&
                            mergedKeys(folded.keys, incoming.party.keys) == folded.keys;
        if (!isPart)
            continue;
        takeFrom(incoming.party.keys, incoming.keys);
        party.isOurs = party.isOurs || incoming.isOurs;
        isCounterpart = isCounterpart || static_cast<int>(index) == writable.counterpart;
    }
    for (const auto& before : current) {
        if (before.role != folded.role)
            continue;
        const PartyKeys keys = parties.keysOf(before.party);
        takeFrom(keys, parties.normalisedKeysOf(before.party));
        if (survivesIn(keys, folded.keys)) {
            party.isOurs = party.isOurs || before.isOurs;
            isCounterpart = isCounterpart || before.isCounterpart;
        }
    }
    return resolve(party, partyHash(folded.keys, source), isCounterpart);
}

Placement FactWriter::Statements::place(const Projection& projection,
                                        const std::vector<RecordParty>& taking,
                                        Direction direction) {
    Placement placement;
    placement.direction = direction;
    placement.party = counterpartOf(taking);
    if (!projection.orderKey.isEmpty()) {
        const KnownRecord order = records.order(projection.orderKey);
        placement.order = order.id;
        placement.inherited = placement.party.isNone();
        if (placement.inherited)
            placement.party = order.placement.party;
    }
    return placement;
}

void FactWriter::Statements::saveProjection(const WritableRecord& writable,
                                            const KnownRecord& known, const Projection& projection,
                                            const std::vector<RecordParty>& taking,
                                            const Placement& placement) {
    records.update(known.id, projection, placement);
    records.replaceParties(known.id, taking);
    details.replace(known.id, projection.detail, mailboxOf(taking));
    const bool newWords = texts.replace(known.id, projection.subject, projection.text);
    if (newWords || placement.direction != known.placement.direction)
        readings.renew(known.id, writable.record.kind);
    if (writable.record.kind == RecordKind::Order && placement.party != known.placement.party)
        records.passPartyOn(known.id, placement.party);
}

FactWriter::FactWriter(Database& database, SourceId source, ImportId import)
    : statements_(std::make_unique<Statements>(database, source, import)) {}

FactWriter::~FactWriter() = default;

WrittenRecord FactWriter::write(const PreparedRecord& record) {
    return statements_->write(record);
}

}  // namespace goodfaith::store

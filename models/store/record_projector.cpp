// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/record_projector.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

PartyId counterpartOf(const std::vector<RecordParty>& parties) {
    const auto found = std::find_if(parties.begin(), parties.end(),
                                    [](const RecordParty& party) { return party.isCounterpart; });
    return found == parties.end() ? PartyId() : found->party;
}

}  // namespace

Placement RecordProjector::place(const RecordName& name, const Projection& projection,
                                 const std::vector<RecordParty>& taking, Direction direction) {
    Placement placement;
    placement.direction = direction;
    placement.party = counterpartOf(taking);
    if (!projection.orderKey.isEmpty()) {
        const KnownRecord order = records_.order(projection.orderKey);
        placement.order = order.id;
        placement.inherited = placement.party.isNone();
        if (placement.inherited)
            placement.party = order.placement.party;
    }
    if (const PartyId moved = moved_.timelineOf(name); !moved.isNone()) {
        placement.party = moved;
        placement.inherited = false;
    }
    return placement;
}

void RecordProjector::save(RecordKind kind, const KnownRecord& known, const Projection& projection,
                           const std::vector<RecordParty>& taking, const Placement& placement) {
    const Placement& before = known.placement;
    records_.update(known.id, projection, placement);
    records_.replaceParties(known.id, taking, placement.party);
    details_.replace(known.id, projection.detail, mailboxOf(taking));
    const bool newWords = texts_.replace(known.id, projection.subject, projection.text);
    if (newWords || placement.direction != before.direction)
        readings_.renew(known.id, kind);
    if (placement.party == before.party)
        return;
    if (!before.party.isNone())
        left_.push_back(before.party);
    if (kind == RecordKind::Order)
        records_.passPartyOn(known.id, placement.party);
}

Placement RecordProjector::makeAnew(const RecordName& name, const KnownRecord& known,
                                    AssertionBody folded, const PrepareRecord& prepare) {
    ImportedRecord record;
    record.kind = name.kind;
    record.key = name.key;
    record.fields = std::move(folded.fields);
    record.parties = std::move(folded.parties);
    const PreparedRecord ready = prepared(prepare(std::move(record)), name.source);
    const std::vector<RecordParty> taking = partiesOf(ready, parties_);
    const Placement placement = place(name, ready.projection, taking, ready.writable.direction);
    save(name.kind, known, ready.projection, taking, placement);
    return placement;
}

std::vector<RecordParty> partiesOf(const PreparedRecord& prepared, PartyTable& parties) {
    const WritableRecord& writable = prepared.writable;
    std::vector<RecordParty> taking;
    for (size_t index = 0; index < writable.parties.size(); ++index) {
        const WritableParty& party = writable.parties[index];
        const PartyKeys& keys = party.party.keys;
        if (keys.isEmpty())
            continue;
        const PartyId id = parties.resolve(prepared.partyHashes[index], keys, party.keys);
        const bool isCounterpart = static_cast<int>(index) == writable.counterpart;
        taking.push_back({party.party.role, id, party.isOurs, isCounterpart, keys.email});
    }
    std::stable_sort(taking.begin(), taking.end(),
                     [](const RecordParty& a, const RecordParty& b) { return a.role < b.role; });
    return taking;
}

}  // namespace goodfaith::store

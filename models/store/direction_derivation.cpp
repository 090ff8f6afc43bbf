// SPDX-License-Identifier: GPL-3.0-or-later
// Directions and counterparts again, after our own addresses or numbers changed.
#include "models/store/moved_event_table.h"
#include "models/store/reading_table.h"
#include "models/store/record_table.h"
#include "models/store/settings_table.h"
#include "models/store/statement.h"

namespace goodfaith::store {
namespace {

struct DerivableRecord {
    KnownRecord known;
    SourceId source;
    ImportedRecord record;
};

class DirectionDerivation {
public:
    explicit DirectionDerivation(Database& database)
        : select_(database,
                  "SELECT record.id, record.source_id, record.kind, record.key, record.direction, "
                  "record.order_record_id, record.party_id, record.party_inherited, "
                  "COALESCE(m.stated_direction, c.stated_direction), c.from_number, c.to_number, "
                  "m.in_reply_to "
                  "FROM record LEFT JOIN message_detail AS m ON m.record_id = record.id "
                  "LEFT JOIN call_detail AS c ON c.record_id = record.id "
                  "WHERE record.kind IN (:message, :call) AND record.asserted = 1 "
                  "AND record.id > :after ORDER BY record.id LIMIT :limit"),
          owner_(database, "SELECT party_id FROM record WHERE id = :id"),
          update_(database,
                  "UPDATE record SET direction = :direction, party_id = :party, "
                  "party_inherited = :inherited WHERE id = :id"),
          mailbox_(database, "UPDATE message_detail SET mailbox = :mailbox WHERE record_id = :id"),
          records_(database, SourceId()),
          parties_(database, SourceId()),
          readings_(database),
          moved_(database) {}

    std::vector<PartyId> run(const std::function<DerivedDirection(const ImportedRecord&)>& derive) {
        EventId last;
        for (auto page = readAfter(last); !page.empty(); page = readAfter(last)) {
            for (auto& one : page)
                apply(one, derive);
            last = page.back().known.id;
        }
        return std::move(left_);
    }

private:
    std::vector<DerivableRecord> readAfter(EventId last);
    void apply(DerivableRecord& one,
               const std::function<DerivedDirection(const ImportedRecord&)>& derive);

    Query<EventId, SourceId, RecordKind, QString, Direction, EventId, PartyId, bool, QString,
          QString, QString, QString>
        select_;
    Query<PartyId> owner_;
    Statement update_;
    Statement mailbox_;
    RecordTable records_;
    PartyTable parties_;
    ReadingTable readings_;
    MovedEventTable moved_;
    std::vector<PartyId> left_;
};

// A page at a time, so that nothing is changed under an open query.
std::vector<DerivableRecord> DirectionDerivation::readAfter(EventId last) {
    constexpr int pageSize = 2000;
    std::vector<DerivableRecord> page;
    for (const auto& [id, source, kind, key, direction, order, party, inherited, stated, from, to,
                      answered] :
         select_.all(RecordKind::Message, RecordKind::Call, last.value(), pageSize)) {
        DerivableRecord& one = page.emplace_back();
        one.known = {id, true, {direction, order, party, inherited}};
        one.source = source;
        one.record.kind = kind;
        one.record.key = key;
        one.record.fields.set(Field::Direction, stated);
        one.record.fields.set(Field::FromNumber, from);
        one.record.fields.set(Field::ToNumber, to);
        one.record.fields.set(Field::InReplyTo, answered);
    }
    return page;
}

void DirectionDerivation::apply(
    DerivableRecord& one, const std::function<DerivedDirection(const ImportedRecord&)>& derive) {
    const EventId id = one.known.id;
    std::vector<RecordParty> taking = records_.parties(id);
    for (const auto& party : taking)
        one.record.parties.push_back({party.role, parties_.keysOf(party.party)});
    const DerivedDirection derived = derive(one.record);

    Placement placement = one.known.placement;
    placement.direction = derived.direction;
    placement.party = {};
    bool partiesChanged = false;
    for (size_t index = 0; index < taking.size(); ++index) {
        const bool isOurs = index < derived.isOurs.size() && derived.isOurs[index];
        const bool isCounterpart = static_cast<int>(index) == derived.counterpart;
        partiesChanged = partiesChanged || isOurs != taking[index].isOurs ||
                         isCounterpart != taking[index].isCounterpart;
        taking[index].isOurs = isOurs;
        taking[index].isCounterpart = isCounterpart;
        if (isCounterpart)
            placement.party = taking[index].party;
    }
    placement.inherited = placement.party.isNone() && !placement.order.isNone();
    if (placement.inherited)
        placement.party = std::get<0>(owner_.one(placement.order).value_or(std::tuple(PartyId())));
    const PartyId moved = moved_.timelineOf({one.source, one.record.kind, one.record.key});
    if (!moved.isNone()) {
        placement.party = moved;
        placement.inherited = false;
    }
    if (partiesChanged) {
        records_.replaceParties(id, taking, placement.party);
        if (one.record.kind == RecordKind::Message)
            mailbox_.run(mailboxOf(taking), id);
    }
    if (placement == one.known.placement)
        return;
    update_.run(placement.direction, placement.party, placement.inherited, id);
    const PartyId before = one.known.placement.party;
    if (!before.isNone() && before != placement.party)
        left_.push_back(before);
    if (placement.direction != one.known.placement.direction)
        readings_.renew(id, one.record.kind);
}

}  // namespace

std::vector<PartyId> deriveDirectionsAgain(
    Database& database, const std::function<DerivedDirection(const ImportedRecord&)>& derive) {
    return DirectionDerivation(database).run(derive);
}

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/record_remaking.h"

#include "models/store/assertion_fold.h"
#include "models/store/assertion_table.h"
#include "models/store/record_projector.h"

namespace goodfaith::store {
namespace {

class RecordRemaking {
public:
    RecordRemaking(Database& database, SourceId source)
        : database_(database),
          source_(source),
          parties_(database, source),
          records_(database, source),
          assertions_(database, anyImport(database)),
          details_(database),
          texts_(database),
          readings_(database),
          moved_(database) {}

    void makeAnew(const RecordName& name, const PrepareRecord& prepare, RemadeRecords& remade) {
        const auto known = records_.find(name.kind, name.key);
        if (!known || !known->asserted)
            return;
        const auto said = assertions_.of(known->id);
        const Placement placement = projector_.makeAnew({source_, name.kind, name.key}, *known,
                                                        foldAssertions(asFirstSaid(said)), prepare);
        if (!placement.party.isNone())
            remade.arrived.push_back(placement.party);
        const auto left = projector_.takeLeft();
        remade.left.insert(remade.left.end(), left.begin(), left.end());
    }

    // A page at a time, so that nothing is changed under an open query.
    void makeAllAnew(const PrepareRecord& prepare, RemadeRecords& remade) {
        parties_.renewKeys();
        EventId last;
        for (auto page = readAfter(last); !page.empty(); page = readAfter(last)) {
            for (const auto& [id, kind, key] : page)
                makeAnew({source_, kind, key}, prepare, remade);
            last = std::get<0>(page.back());
        }
    }

private:
    static ImportId anyImport(Database& database) {
        Query<ImportId> import(database, "SELECT max(id) FROM import");
        return std::get<0>(import.one().value());
    }
    std::vector<std::tuple<EventId, RecordKind, QString>> readAfter(EventId last) {
        constexpr int pageSize = 2000;
        Query<EventId, RecordKind, QString> page(
            database_,
            "SELECT id, kind, key FROM record WHERE id > :after AND source_id = :source "
            "AND asserted = 1 ORDER BY id LIMIT :limit");
        return page.all(last.value(), source_, pageSize);
    }

    Database& database_;
    SourceId source_;
    PartyTable parties_;
    RecordTable records_;
    AssertionTable assertions_;
    DetailTables details_;
    TextIndex texts_;
    ReadingTable readings_;
    MovedEventTable moved_;
    RecordProjector projector_{parties_, records_, details_, texts_, readings_, moved_};
};

}  // namespace

std::optional<RecordName> recordNamed(Database& database, EventId event) {
    Query<SourceId, RecordKind, QString> query(
        database, "SELECT source_id, kind, key FROM record WHERE id = :id AND asserted = 1");
    const auto found = query.one(event);
    if (!found)
        return std::nullopt;
    const auto& [source, kind, key] = *found;
    return RecordName{source, kind, key};
}

Direction directionOf(Database& database, EventId event) {
    Query<Direction> query(database, "SELECT direction FROM record WHERE id = :id");
    const auto found = query.one(event);
    return found ? std::get<0>(*found) : Direction::None;
}

RemadeRecords makeAnew(Database& database, const std::vector<RecordName>& records,
                       const PrepareRecord& prepare) {
    RemadeRecords remade;
    for (const RecordName& record : records)
        RecordRemaking(database, record.source).makeAnew(record, prepare, remade);
    return remade;
}

RemadeRecords makeEverythingAnew(Database& database, const PrepareRecord& prepare) {
    RemadeRecords remade;
    Query<SourceId> sources(database, "SELECT DISTINCT source_id FROM record WHERE asserted = 1");
    for (const auto& [source] : sources.all())
        RecordRemaking(database, source).makeAllAnew(prepare, remade);
    return remade;
}

RemadeRecords placeMovedRecords(Database& database, const PrepareRecord& prepare) {
    return makeAnew(database, MovedEventTable(database).misplaced(), prepare);
}

}  // namespace goodfaith::store

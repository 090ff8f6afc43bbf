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
          lastImport_(database, "SELECT max(import_id) FROM assertion WHERE record_id = :record"),
          parties_(database, source),
          records_(database, source),
          details_(database),
          texts_(database),
          readings_(database),
          moved_(database) {}

    void makeAnew(const RecordName& name, const PrepareRecord& prepare, RemadeRecords& remade) {
        const auto known = records_.find(name.kind, name.key);
        if (!known || !known->asserted)
            return;
        const ImportId import = std::get<0>(lastImport_.one(known->id).value());
        const auto said = AssertionTable(database_, import).of(known->id);
        const Placement placement = projector_.makeAnew({source_, name.kind, name.key}, *known,
                                                        foldAssertions(asFirstSaid(said)), prepare);
        if (!placement.party.isNone())
            remade.arrived.push_back(placement.party);
        const auto left = projector_.takeLeft();
        remade.left.insert(remade.left.end(), left.begin(), left.end());
    }

private:
    Database& database_;
    SourceId source_;
    Query<ImportId> lastImport_;
    PartyTable parties_;
    RecordTable records_;
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

RemadeRecords makeAnew(Database& database, const std::vector<RecordName>& records,
                       const PrepareRecord& prepare) {
    RemadeRecords remade;
    for (const RecordName& record : records)
        RecordRemaking(database, record.source).makeAnew(record, prepare, remade);
    return remade;
}

RemadeRecords placeMovedRecords(Database& database, const PrepareRecord& prepare) {
    return makeAnew(database, MovedEventTable(database).misplaced(), prepare);
}

}  // namespace goodfaith::store

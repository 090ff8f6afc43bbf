// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/import_undo.h"

#include "models/store/assertion_fold.h"
#include "models/store/assertion_table.h"
#include "models/store/record_projector.h"

#include <algorithm>

namespace goodfaith::store {
namespace {

struct Spoken {
    KnownRecord known;
    RecordKind kind = RecordKind::Order;
    QString key;
    std::string body;  // "" for a mark
};

SourceId sourceOf(Database& database, ImportId import) {
    Query<SourceId> query(database, "SELECT source_id FROM import WHERE id = :id");
    return std::get<0>(query.one(import).value_or(std::tuple(SourceId())));
}

class AssertionRemoval {
public:
    AssertionRemoval(Database& database, ImportId import)
        : import_(import),
          delete_(database,
                  "DELETE FROM assertion WHERE record_id = :record AND import_id = :import"),
          heir_(database,
                "SELECT import_id FROM assertion WHERE record_id = :record "
                "AND same_as_import = :import ORDER BY import_id LIMIT 1"),
          inherit_(database,
                   "UPDATE assertion SET body = :body, same_as_import = NULL "
                   "WHERE record_id = :record AND import_id = :heir"),
          pointToHeir_(database,
                       "UPDATE assertion SET same_as_import = :heir "
                       "WHERE record_id = :record AND same_as_import = :import") {}

    // The first mark that pointed to it says it from now on.
    void remove(EventId record, const std::string& body) {
        delete_.run(record, import_);
        const auto heir = heir_.one(record, import_);
        if (!heir)
            return;
        inherit_.run(body, record, std::get<0>(*heir));
        pointToHeir_.run(std::get<0>(*heir), record, import_);
    }

private:
    ImportId import_;
    Statement delete_;
    Query<ImportId> heir_;
    Statement inherit_;
    Statement pointToHeir_;
};

// A record that nobody asserts any more, with everything derived of it.
class RecordRemoval {
public:
    explicit RecordRemoval(Database& database)
        : isNamed_(database, "SELECT id FROM record WHERE order_record_id = :id LIMIT 1"),
          blank_(database,
                 "UPDATE record SET asserted = 0, at = NULL, direction = 0, title = NULL, "
                 "snippet = NULL, amount_minor = NULL, currency = NULL, status = NULL, "
                 "order_record_id = NULL, party_id = NULL, party_inherited = 0 WHERE id = :id"),
          delete_(database, "DELETE FROM record WHERE id = :id"),
          deleteReading_(database, "DELETE FROM reading WHERE record_id = :id"),
          deleteCase_(database, "DELETE FROM complaint_case WHERE id = :id"),
          deleteCaseEvent_(database, "DELETE FROM case_event WHERE record_id = :id"),
          deleteWait_(database, "DELETE FROM wait WHERE inquiry_id = :id") {}

    // Others may still name it: then a placeholder stays.
    void remove(EventId id) {
        deleteReading_.run(id);
        deleteCase_.run(id);
        deleteCaseEvent_.run(id);
        deleteWait_.run(id);
        if (isNamed_.one(id))
            blank_.run(id);
        else
            delete_.run(id);
    }

private:
    Query<EventId> isNamed_;
    Statement blank_;
    Statement delete_;
    Statement deleteReading_;
    Statement deleteCase_;
    Statement deleteCaseEvent_;
    Statement deleteWait_;
};

class ImportUndo {
public:
    ImportUndo(Database& database, ImportId import, const PrepareRecord& prepare)
        : import_(import),
          source_(sourceOf(database, import)),
          prepare_(prepare),
          select_(database,
                  "SELECT record.id, kind, key, asserted, direction, order_record_id, party_id, "
                  "party_inherited, body FROM assertion "
                  "JOIN record ON record.id = assertion.record_id "
                  "WHERE record_id > :after AND import_id = :import "
                  "ORDER BY record_id LIMIT :limit"),
          parties_(database, source_),
          records_(database, source_),
          assertions_(database, import),
          details_(database),
          texts_(database),
          readings_(database),
          moved_(database),
          said_(database, import),
          removal_(database) {}

    UndoneImport run(const UndoProgress& progress);

private:
    std::vector<Spoken> readAfter(EventId last);
    void takeBack(const Spoken& spoken);
    void remove(const Spoken& spoken);
    void makeAnew(const Spoken& spoken, AssertionBody folded);

    ImportId import_;
    SourceId source_;
    const PrepareRecord& prepare_;
    Query<EventId, RecordKind, QString, bool, Direction, EventId, PartyId, bool, std::string>
        select_;
    PartyTable parties_;
    RecordTable records_;
    AssertionTable assertions_;
    DetailTables details_;
    TextIndex texts_;
    ReadingTable readings_;
    MovedEventTable moved_;
    RecordProjector projector_{parties_, records_, details_, texts_, readings_, moved_};
    AssertionRemoval said_;
    RecordRemoval removal_;
    UndoneImport undone_;
};

// A page at a time, so that nothing is changed under an open query.
std::vector<Spoken> ImportUndo::readAfter(EventId last) {
    constexpr int pageSize = 2000;
    std::vector<Spoken> page;
    for (auto& [id, kind, key, asserted, direction, order, party, inherited, body] :
         select_.all(last.value(), import_, pageSize))
        page.push_back(
            {{id, asserted, {direction, order, party, inherited}}, kind, key, std::move(body)});
    return page;
}

UndoneImport ImportUndo::run(const UndoProgress& progress) {
    EventId last;
    qint64 done = 0;
    for (auto page = readAfter(last); !page.empty(); page = readAfter(last)) {
        for (const Spoken& spoken : page)
            takeBack(spoken);
        last = page.back().known.id;
        done += static_cast<qint64>(page.size());
        if (!progress(done))
            break;
    }
    const auto left = projector_.takeLeft();
    undone_.left.insert(undone_.left.end(), left.begin(), left.end());
    return std::move(undone_);
}

void ImportUndo::takeBack(const Spoken& spoken) {
    std::vector<StoredAssertion> all = assertions_.of(spoken.known.id);
    const AssertionBody before = foldAssertions(asFirstSaid(all));
    std::erase_if(all, [&](const StoredAssertion& one) { return one.import == import_; });
    said_.remove(spoken.known.id, spoken.body);
    if (all.empty())
        return remove(spoken);
    AssertionBody folded = foldAssertions(asFirstSaid(all));
    if (folded != before)
        makeAnew(spoken, std::move(folded));
}

void ImportUndo::remove(const Spoken& spoken) {
    const EventId id = spoken.known.id;
    const PartyId party = spoken.known.placement.party;
    if (!party.isNone())
        undone_.left.push_back(party);
    if (spoken.kind == RecordKind::Order)
        records_.passPartyOn(id, PartyId());
    records_.replaceParties(id, {}, PartyId());
    details_.remove(id, spoken.kind);
    texts_.replace(id, {}, {});
    removal_.remove(id);
    ++undone_.removed;
}

void ImportUndo::makeAnew(const Spoken& spoken, AssertionBody folded) {
    const Placement placement = projector_.makeAnew({source_, spoken.kind, spoken.key},
                                                    spoken.known, std::move(folded), prepare_);
    if (!placement.party.isNone())
        undone_.arrived.push_back(placement.party);
    ++undone_.changed;
}

void dropIdlePlaceholders(Database& database) {
    Statement(database,
              "DELETE FROM record WHERE kind = :order AND asserted = 0 AND NOT EXISTS (SELECT 1 "
              "FROM record AS naming WHERE naming.order_record_id = record.id)")
        .run(RecordKind::Order);
}

}  // namespace

UndoneImport takeBack(Database& database, ImportId import, const PrepareRecord& prepare,
                      const UndoProgress& progress) {
    UndoneImport undone = ImportUndo(database, import, prepare).run(progress);
    dropIdlePlaceholders(database);
    Statement(database, "DELETE FROM coverage WHERE import_id = :import").run(import);
    Statement(database, "UPDATE import SET undone = 1 WHERE id = :import").run(import);
    return undone;
}

void forgetUnusedParties(Database& database) {
    Query<PartyId> unused(database,
                          "SELECT party_id FROM unlinked_party "
                          "WHERE party_id NOT IN (SELECT party_id FROM record_party) "
                          "AND NOT EXISTS (SELECT 1 FROM record "
                          "WHERE record.party_id = unlinked_party.party_id)");
    PartyTable parties(database, SourceId());
    for (const auto& [party] : unused.all())
        parties.remove(party);
}

}  // namespace goodfaith::store

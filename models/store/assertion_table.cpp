// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/assertion_table.h"

#include <QCryptographicHash>

#include <algorithm>

namespace goodfaith::store {
namespace {

std::pair<Instant, QString> startAndPath(Database& database, ImportId import) {
    Query<Instant, QString> query(database, "SELECT started_at, path FROM import WHERE id = :id");
    const auto found = query.one(import);
    if (!found) {
        throw Failure(FailureKind::Database,
                      QStringLiteral("There is no import %1 to write for.").arg(import.value()));
    }
    return {std::get<0>(*found), std::get<1>(*found)};
}

}  // namespace

AssertionTable::AssertionTable(Database& database, ImportId import)
    : import_(import),
      importStarted_(startAndPath(database, import).first),
      path_(startAndPath(database, import).second),
      select_(database,
              "SELECT said.import_id, said.own_date, import.started_at, said.effect, "
              "COALESCE(said.body, original.body), said.same_as_import IS NOT NULL, "
              "import.path, said.row_hashes "
              "FROM assertion AS said "
              "JOIN import ON import.id = said.import_id AND import.undone = 0 "
              "LEFT JOIN assertion AS original ON original.record_id = said.record_id "
              "AND original.import_id = said.same_as_import "
              "WHERE said.record_id = :record ORDER BY said.import_id"),
      insert_(database,
              "INSERT INTO assertion (record_id, import_id, own_date, effect, body, "
              "same_as_import) VALUES (:record, :import, :own, :effect, :body, :same)"),
      keepForMarks_(database,
                    "UPDATE assertion SET body = :body, same_as_import = NULL "
                    "WHERE record_id = :record AND same_as_import = :import"),
      update_(database,
              "UPDATE assertion SET own_date = :own, body = :body, same_as_import = NULL "
              "WHERE record_id = :record AND import_id = :import"),
      updateHashes_(database,
                    "UPDATE assertion SET row_hashes = :hashes "
                    "WHERE record_id = :record AND import_id = :import") {}

std::vector<StoredAssertion> AssertionTable::of(EventId record) {
    std::vector<StoredAssertion> assertions;
    for (auto& [import, ownDate, started, effect, body, isMark, path, hashes] : select_.all(record))
        assertions.push_back({import, ownDate, started, effect, std::move(body), isMark,
                              std::move(path), std::move(hashes)});
    return assertions;
}

void AssertionTable::insert(EventId record, std::optional<Instant> ownDate, WriteEffect effect,
                            const std::string& body, const std::vector<StoredAssertion>& others) {
    const auto same = std::find_if(others.begin(), others.end(), [&](const StoredAssertion& other) {
        return !other.isMark && other.body == body;
    });
    if (same == others.end())
        insert_.run(record, import_, ownDate, effect, body, ImportId());
    else
        insert_.run(record, import_, ownDate, effect, std::string(), same->import);
}

void AssertionTable::replace(EventId record, std::optional<Instant> ownDate,
                             const std::string& body, const StoredAssertion& previous) {
    keepForMarks_.run(previous.body, record, import_);
    update_.run(ownDate, body, record, import_);
}

void AssertionTable::keepRowHashes(EventId record, const QString& hashes) {
    updateHashes_.run(hashes, record, import_);
}

QString hashOfRow(const std::string& body) {
    constexpr qsizetype length = 16;
    const auto hash =
        QCryptographicHash::hash(QByteArray::fromStdString(body), QCryptographicHash::Blake2b_160);
    return QString::fromLatin1(hash.toHex().left(length));
}

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/act_table.h"

#include "models/store/statement.h"

namespace goodfaith::store {
namespace {

using ActQuery = Query<ActId, ActKind, Instant, QString, ActState>;

std::optional<Act> actFrom(const std::optional<ActQuery::Row>& row) {
    if (!row)
        return std::nullopt;
    const auto& [id, kind, at, by, state] = *row;
    return Act{id, kind, at, by, state};
}

}  // namespace

Act ActTable::add(ActKind kind, Instant at, const QString& by) {
    Statement(database_, "UPDATE act SET state = :gone WHERE state = :undone")
        .run(ActState::UndoneForGood, ActState::Undone);
    Statement(database_,
              "INSERT INTO act (kind, at, by_whom, state) VALUES (:kind, :at, :by, :state)")
        .run(kind, at, by, ActState::Stands);
    return {ActId(lastInsertedId(database_)), kind, at, by, ActState::Stands};
}

std::optional<Act> ActTable::latest() const {
    ActQuery query(database_,
                   "SELECT id, kind, at, by_whom, state FROM act WHERE state = :stands "
                   "ORDER BY id DESC LIMIT 1");
    return actFrom(query.one(ActState::Stands));
}

std::optional<Act> ActTable::find(ActId act) const {
    ActQuery query(database_, "SELECT id, kind, at, by_whom, state FROM act WHERE id = :id");
    return actFrom(query.one(act));
}

// Acts are undone from the latest on.
std::optional<Act> ActTable::latestUndone() const {
    ActQuery query(database_,
                   "SELECT id, kind, at, by_whom, state FROM act WHERE state = :undone "
                   "ORDER BY id LIMIT 1");
    return actFrom(query.one(ActState::Undone));
}

void ActTable::setState(ActId act, ActState state) {
    Statement(database_, "UPDATE act SET state = :state WHERE id = :id").run(state, act);
}

}  // namespace goodfaith::store

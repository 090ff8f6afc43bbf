// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/decision_table.h"

#include "models/store/statement.h"

#include <algorithm>
#include <set>

namespace goodfaith::store {

DecisionTable::DecisionTable(Database& database) : database_(database) {
    Query<ActId, ActKind, int, QByteArray> query(
        database,
        "SELECT act.id, act.kind, side, content_hash FROM act "
        "JOIN decision ON decision.act_id = act.id WHERE act.state = :stands "
        "ORDER BY act.id, side, position");
    for (const auto& [act, kind, side, content] : query.all(ActState::Stands)) {
        if (said_.empty() || said_.back().decision.number != act.value()) {
            Said& said = said_.emplace_back();
            said.kind = kind;
            said.decision.number = act.value();
            said.decision.kind =
                kind == ActKind::Same ? Decision::Kind::Same : Decision::Kind::Apart;
        }
        said_.back().decision.sides.at(static_cast<size_t>(side)).push_back(content);
        places_[content].push_back({said_.size() - 1, side});
    }
}

void DecisionTable::add(ActId act, const Sides& sides) {
    Statement insert(database_,
                     "INSERT INTO decision (act_id, side, position, content_hash) "
                     "VALUES (:act, :side, :position, :content)");
    for (size_t side = 0; side < sides.size(); ++side) {
        for (size_t position = 0; position < sides[side].size(); ++position)
            insert.run(act, side, position, sides[side][position]);
    }
}

DecisionTable::Sides DecisionTable::sidesOf(ActId act) const {
    Query<int, QByteArray> query(database_,
                                 "SELECT side, content_hash FROM decision WHERE act_id = :act "
                                 "ORDER BY side, position");
    Sides sides;
    for (const auto& [side, content] : query.all(act))
        sides.at(static_cast<size_t>(side)).push_back(content);
    return sides;
}

std::vector<Decision> DecisionTable::among(const std::vector<QByteArray>& contents) const {
    if (said_.empty())
        return {};
    std::set<size_t> found;
    for (const QByteArray& content : contents) {
        for (const Place& place : places_.value(content)) {
            if (said_[place.said].kind != ActKind::Dismissed)
                found.insert(place.said);
        }
    }
    std::vector<Decision> decisions;
    for (const size_t said : found)
        decisions.push_back(said_[said].decision);
    return decisions;
}

std::vector<QByteArray> DecisionTable::sameAs(const QByteArray& content) const {
    std::vector<QByteArray> others;
    for (const Place& place : places_.value(content)) {
        const Said& said = said_[place.said];
        if (said.kind != ActKind::Same)
            continue;
        for (const auto& side : said.decision.sides)
            others.insert(others.end(), side.begin(), side.end());
    }
    return others;
}

bool DecisionTable::areSaid(ActKind kind, const QByteArray& a, const QByteArray& b) const {
    const auto ofB = places_.value(b);
    for (const auto& [said, side] : places_.value(a)) {
        const bool isMet = said_[said].kind == kind &&
                           std::any_of(ofB.begin(), ofB.end(), [&](const Place& place) {
                               return place.said == said && place.side != side;
                           });
        if (isMet)
            return true;
    }
    return false;
}

std::vector<QByteArray> DecisionTable::contentsOf(CustomerId customer) const {
    Query<QByteArray> query(database_,
                            "SELECT content_hash FROM link JOIN party ON party.id = party_id "
                            "WHERE customer_id = :customer");
    std::vector<QByteArray> contents;
    for (const auto& [content] : query.all(customer))
        contents.push_back(content);
    return contents;
}

bool DecisionTable::areSaid(ActKind kind, CustomerId a, CustomerId b) const {
    if (said_.empty())
        return false;
    const auto ofB = contentsOf(b);
    for (const QByteArray& one : contentsOf(a)) {
        for (const QByteArray& other : ofB) {
            if (areSaid(kind, one, other))
                return true;
        }
    }
    return false;
}

bool DecisionTable::areApart(const QByteArray& a, const QByteArray& b) const {
    return areSaid(ActKind::Apart, a, b);
}

bool DecisionTable::areDismissed(const QByteArray& a, const QByteArray& b) const {
    return areSaid(ActKind::Dismissed, a, b);
}

bool DecisionTable::areApart(CustomerId a, CustomerId b) const {
    return areSaid(ActKind::Apart, a, b);
}

bool DecisionTable::areDismissed(CustomerId a, CustomerId b) const {
    return areSaid(ActKind::Dismissed, a, b);
}

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/statement.h"

#include "models/store/engine.h"

namespace goodfaith::store {
namespace {

template <class Exchange>
void exchangeAs(Cell& cell, Exchange exchange) {
    switch (cell.type) {
        case Cell::Type::Integer:
            return exchange(cell.integer);
        case Cell::Type::Real:
            return exchange(cell.real);
        case Cell::Type::Text:
            return exchange(cell.text);
    }
}

template <class Value>
void set(Value& kept, soci::indicator& state, const auto& found) {
    state = found ? soci::i_ok : soci::i_null;
    if (found)
        kept = *found;
}

void fill(Cell& cell, const engine::Rows& rows, int column) {
    switch (cell.type) {
        case Cell::Type::Integer:
            return set(cell.integer, cell.state, rows.integer(column));
        case Cell::Type::Real:
            return set(cell.real, cell.state, rows.real(column));
        case Cell::Type::Text:
            return set(cell.text, cell.state, rows.text(column));
    }
}

}  // namespace

Statement::Statement(const Database& database, std::string sql)
    : database_(database), sql_(std::move(sql)), statement_(database.session()) {}

Statement::~Statement() = default;

Cell& Statement::addParameter(Cell::Type type) {
    parameters_.emplace_back().type = type;
    return parameters_.back();
}

void Statement::addColumn(Cell::Type type) {
    columns_.emplace_back().type = type;
}

void Statement::prepareOnce() {
    if (prepared_)
        return;
    for (Cell& cell : parameters_) {
        exchangeAs(cell, [&](auto& value) { statement_.exchange(soci::use(value, cell.state)); });
    }
    statement_.alloc();
    statement_.prepare(sql_);
    statement_.define_and_bind();
    prepared_ = true;
}

qint64 Statement::execute() {
    return engine::guarded(database_.path(), [&] {
        prepareOnce();
        statement_.execute(true);
        const qint64 changed = statement_.get_affected_rows();
        engine::reset(statement_);
        return changed;
    });
}

void Statement::open() {
    engine::guarded(database_.path(), [&] {
        prepareOnce();
        statement_.execute(false);
    });
}

bool Statement::fetch() {
    return engine::guarded(database_.path(), [&] {
        engine::Rows rows(statement_);
        if (!rows.next()) {
            engine::reset(statement_);
            return false;
        }
        int place = 0;
        for (Cell& cell : columns_)
            fill(cell, rows, place++);
        return true;
    });
}

void Statement::close() {
    engine::guarded(database_.path(), [&] { engine::reset(statement_); });
}

qint64 lastInsertedId(const Database& database) {
    long long id = 0;
    database.session().get_last_insert_id({}, id);
    return id;
}

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared statement of models/store: values are bound by position, missing ones as NULL, and
// columns come back typed. Made once, run often. Every failure of the engine leaves it as a Failure
// (Database); after one the statement is spent.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/store/database.h"

#include <soci/soci.h>

#include <concepts>
#include <deque>
#include <string>
#include <tuple>
#include <type_traits>

namespace goodfaith::store {

// One parameter or column. SOCI binds parameters by reference, so it stays where it is.
struct Cell {
    enum class Type { Integer, Real, Text };
    Type type = Type::Integer;
    long long integer = 0;
    double real = 0;
    std::string text;
    soci::indicator state = soci::i_null;

    bool isNull() const { return state != soci::i_ok; }
};

// How a type of ours is kept: what it becomes in a cell, and back. Empty texts and ids that are
// none are NULL.
template <class Value>
struct CellTraits;

template <class Value>
requires std::integral<Value> || std::is_enum_v<Value>
struct CellTraits<Value> {
    static constexpr auto type = Cell::Type::Integer;
    static void put(Cell& cell, Value value) {
        cell.integer = static_cast<long long>(value);
        cell.state = soci::i_ok;
    }
    static Value take(const Cell& cell) {
        return cell.isNull() ? Value{} : static_cast<Value>(cell.integer);
    }
};

template <>
struct CellTraits<double> {
    static constexpr auto type = Cell::Type::Real;
    static void put(Cell& cell, double value) {
        cell.real = value;
        cell.state = soci::i_ok;
    }
    static double take(const Cell& cell) { return cell.isNull() ? 0 : cell.real; }
};

template <>
struct CellTraits<std::string> {
    static constexpr auto type = Cell::Type::Text;
    static void put(Cell& cell, const std::string& value) {
        cell.text = value;
        cell.state = value.empty() ? soci::i_null : soci::i_ok;
    }
    static std::string take(const Cell& cell) { return cell.isNull() ? std::string() : cell.text; }
};

template <>
struct CellTraits<QString> {
    static constexpr auto type = Cell::Type::Text;
    static void put(Cell& cell, const QString& value) {
        cell.text = value.toStdString();
        cell.state = value.isEmpty() ? soci::i_null : soci::i_ok;
    }
    static QString take(const Cell& cell) {
        return cell.isNull() ? QString() : QString::fromStdString(cell.text);
    }
};

template <>
struct CellTraits<QByteArray> {
    static constexpr auto type = Cell::Type::Text;
    static void put(Cell& cell, const QByteArray& value) {
        CellTraits<std::string>::put(cell, value.toStdString());
    }
    static QByteArray take(const Cell& cell) {
        return cell.isNull() ? QByteArray() : QByteArray::fromStdString(cell.text);
    }
};

template <>
struct CellTraits<Instant> {
    static constexpr auto type = Cell::Type::Integer;
    static void put(Cell& cell, Instant value) { CellTraits<qint64>::put(cell, toMillis(value)); }
    static Instant take(const Cell& cell) {
        return instantFromMillis(CellTraits<qint64>::take(cell));
    }
};

template <class Tag>
struct CellTraits<Id<Tag>> {
    static constexpr auto type = Cell::Type::Integer;
    static void put(Cell& cell, Id<Tag> value) {
        cell.integer = value.value();
        cell.state = value.isNone() ? soci::i_null : soci::i_ok;
    }
    static Id<Tag> take(const Cell& cell) { return Id<Tag>(CellTraits<qint64>::take(cell)); }
};

template <class Value>
struct CellTraits<std::optional<Value>> {
    static constexpr auto type = CellTraits<Value>::type;
    static void put(Cell& cell, const std::optional<Value>& value) {
        if (value)
            CellTraits<Value>::put(cell, *value);
        else
            cell.state = soci::i_null;
    }
    static std::optional<Value> take(const Cell& cell) {
        return cell.isNull() ? std::nullopt : std::optional(CellTraits<Value>::take(cell));
    }
};

class Statement {
public:
    Statement(const Database& database, std::string sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    // Binds the values in the order of the placeholders and runs it; returns the rows changed.
    // The values' types are the same at every run.
    template <class... Values>
    qint64 run(const Values&... values) {
        bind(values...);
        return execute();
    }

    // For statements whose placeholders are only known at run time: all of them before the first
    // run, which then takes no values.
    template <class Value>
    void add(const Value& value) {
        CellTraits<Value>::put(addParameter(CellTraits<Value>::type), value);
        addedSingly_ = true;
    }

protected:
    template <class... Values>
    void bind(const Values&... values) {
        if (parameters_.empty())
            (addParameter(CellTraits<Values>::type), ...);
        if (!addedSingly_) {
            [[maybe_unused]] auto cell = parameters_.begin();
            (CellTraits<Values>::put(*cell++, values), ...);
        }
    }
    qint64 execute();
    void open();   // for reading
    bool fetch();  // false at the end, which also lets go of the engine's read lock
    void close();
    void addColumn(Cell::Type type);
    const Cell& column(size_t index) const { return columns_[index]; }

private:
    Cell& addParameter(Cell::Type type);
    void prepareOnce();

    const Database& database_;
    std::string sql_;
    std::deque<Cell> parameters_;
    std::deque<Cell> columns_;
    bool addedSingly_ = false;
    bool prepared_ = false;
    soci::statement statement_;
};

// A statement that returns rows of these columns.
template <class... Columns>
class Query : public Statement {
public:
    using Row = std::tuple<Columns...>;

    Query(const Database& database, std::string sql) : Statement(database, std::move(sql)) {
        (addColumn(CellTraits<Columns>::type), ...);
    }

    template <class... Values>
    void start(const Values&... values) {
        bind(values...);
        open();
    }
    bool next() { return fetch(); }
    void stop() { close(); }  // before the end
    Row row() const { return take(std::index_sequence_for<Columns...>()); }

    // The first row, if any; the rest is dropped.
    template <class... Values>
    std::optional<Row> one(const Values&... values) {
        start(values...);
        std::optional<Row> found;
        if (next())
            found = row();
        close();
        return found;
    }

    template <class... Values>
    std::vector<Row> all(const Values&... values) {
        std::vector<Row> rows;
        for (start(values...); next();)
            rows.push_back(row());
        return rows;
    }

private:
    template <size_t... Index>
    Row take(std::index_sequence<Index...>) const {
        return Row(CellTraits<Columns>::take(column(Index))...);
    }
};

// The id that the last INSERT of this connection gave. Ask before inserting into a full-text table.
qint64 lastInsertedId(const Database& database);

}  // namespace goodfaith::store

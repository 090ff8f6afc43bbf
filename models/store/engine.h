// SPDX-License-Identifier: GPL-3.0-or-later
// What is particular to SQLite: opening, scripts, and what its errors mean to the user.
// Everything else in models/store is plain SQL through Statement and Query.
#pragma once

#include "models/domain/failure.h"

#include <QString>

#include <soci/soci.h>

#include <optional>
#include <string_view>
#include <utility>

namespace goodfaith::store::engine {

// Opens the file (which exists) and sets up the connection.
void open(soci::session& session, const QString& path);
// Runs a script of several statements.
void runScript(soci::session& session, const QString& path, const QByteArray& script);
// Ends a statement's run, so that it holds no lock.
void reset(soci::statement& statement);
// The rows of a statement that was executed, one after the other, without SOCI's exchange: whoever
// scores a shop reads tens of millions of values.
class Rows {
public:
    explicit Rows(soci::statement& statement);
    // False at the end. A failure ends the statement's run.
    bool next();

    // Of the row stood on. Nothing where it is NULL.
    std::optional<long long> integer(int column) const;
    std::optional<double> real(int column) const;
    std::optional<std::string_view> text(int column) const;  // until the next row

private:
    soci::statement& statement_;
};
// While it lives, whatever finds the database locked fails at once.
class WithoutWaiting {
public:
    explicit WithoutWaiting(soci::session& session);
    ~WithoutWaiting();
    WithoutWaiting(const WithoutWaiting&) = delete;
    WithoutWaiting& operator=(const WithoutWaiting&) = delete;

private:
    soci::session& session_;
};
// The engine's error as a Failure (Database) that names the file and what to do.
[[noreturn]] void rethrow(const QString& path, const soci::soci_error& error);

template <class Action>
auto guarded(const QString& path, Action action) {
    try {
        return action();
    } catch (const soci::soci_error& error) {
        rethrow(path, error);
    }
}

}  // namespace goodfaith::store::engine

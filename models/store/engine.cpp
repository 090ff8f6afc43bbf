// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/engine.h"

#include <soci/sqlite3/soci-sqlite3.h>

namespace goodfaith::store::engine {
namespace {

constexpr int patience = 10'000;  // milliseconds; switching to WAL may have to wait, too

// WAL: readers beside one writer; NORMAL: a power cut may lose the last commits, never the
// database. Most of a shop's bytes are texts, of which small pages waste a third; the size counts
// for new databases only.
constexpr const char* connectionSettings =
    "PRAGMA page_size = 16384;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = NORMAL;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -65536;"
    "PRAGMA wal_autocheckpoint = 4000;"
    "PRAGMA trusted_schema = OFF;";

// A connection belongs to one thread, so the engine need not lock each for every call; nor count
// its memory. Must come before the engine is first used, and is for the whole program.
void configureOnce() {
    static const bool configured = [] {
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return true;
    }();
    static_cast<void>(configured);
}

sqlite_api::sqlite3* connectionOf(soci::session& session) {
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

sqlite_api::sqlite3_stmt* preparedOf(soci::statement& statement) {
    return static_cast<soci::sqlite3_statement_backend*>(statement.get_backend())->stmt_;
}

// What it means and what to do, by the engine's primary result code.
QString explain(int code, const QString& path, const QString& detail) {
    switch (code) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return QStringLiteral(
                       "The database \"%1\" is locked by another program. Wait until that is done "
                       "or close it, then try again.")
                .arg(path);
        case SQLITE_READONLY:
            return QStringLiteral(
                       "The database \"%1\" cannot be written. Check that you may write the file "
                       "and its folder.")
                .arg(path);
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return QStringLiteral(
                       "The database \"%1\" cannot be opened. Check that the file and its folder "
                       "exist and that you may read and write them.")
                .arg(path);
        case SQLITE_NOTADB:
            return QStringLiteral(
                       "\"%1\" is not a Goodfaith database. Choose another file, or move this one "
                       "away.")
                .arg(path);
        case SQLITE_CORRUPT:
            return QStringLiteral("The database \"%1\" is damaged (%2). Restore a backup.")
                .arg(path, detail);
        case SQLITE_FULL:
            return QStringLiteral(
                       "The disk is full: the database \"%1\" could not be written. Make room, "
                       "then try again; what was saved before is intact.")
                .arg(path);
        default:
            return QStringLiteral(
                       "The database \"%1\" failed: %2. Check the disk, and the database with the "
                       "command \"check\".")
                .arg(path, detail);
    }
}

void execute(soci::session& session, const char* script) {
    sqlite_api::sqlite3* connection = connectionOf(session);
    const int result = sqlite_api::sqlite3_exec(connection, script, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK)
        throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(connection), result);
}

}  // namespace

void open(soci::session& session, const QString& path) {
    configureOnce();
    guarded(path, [&] {
        session.open(soci::sqlite3, "db=\"" + path.toStdString() + "\" nocreate=1");
        sqlite_api::sqlite3_busy_timeout(connectionOf(session), patience);
        execute(session, connectionSettings);
    });
}

void runScript(soci::session& session, const QString& path, const QByteArray& script) {
    guarded(path, [&] { execute(session, script.constData()); });
}

void reset(soci::statement& statement) {
    // The result repeats the error of the last step, which has been thrown already.
    if (sqlite_api::sqlite3_stmt* prepared = preparedOf(statement))
        sqlite_api::sqlite3_reset(prepared);
}

Rows::Rows(soci::statement& statement) : statement_(statement) {}

bool Rows::next() {
    sqlite_api::sqlite3_stmt* prepared = preparedOf(statement_);
    const int result = sqlite_api::sqlite3_step(prepared);
    if (result == SQLITE_ROW || result == SQLITE_DONE)
        return result == SQLITE_ROW;
    const soci::sqlite3_soci_error error(
        sqlite_api::sqlite3_errmsg(sqlite_api::sqlite3_db_handle(prepared)), result);
    sqlite_api::sqlite3_reset(prepared);
    throw error;
}

std::optional<long long> Rows::integer(int column) const {
    sqlite_api::sqlite3_stmt* prepared = preparedOf(statement_);
    const long long value = sqlite_api::sqlite3_column_int64(prepared, column);
    const bool isNull =
        value == 0 && sqlite_api::sqlite3_column_type(prepared, column) == SQLITE_NULL;
    return isNull ? std::nullopt : std::optional(value);
}

std::optional<double> Rows::real(int column) const {
    sqlite_api::sqlite3_stmt* prepared = preparedOf(statement_);
    if (sqlite_api::sqlite3_column_type(prepared, column) == SQLITE_NULL)
        return std::nullopt;
    return sqlite_api::sqlite3_column_double(prepared, column);
}

std::optional<std::string_view> Rows::text(int column) const {
    sqlite_api::sqlite3_stmt* prepared = preparedOf(statement_);
    const unsigned char* text = sqlite_api::sqlite3_column_text(prepared, column);
    if (text == nullptr)
        return std::nullopt;
    const auto bytes = static_cast<size_t>(sqlite_api::sqlite3_column_bytes(prepared, column));
    return std::string_view(reinterpret_cast<const char*>(text), bytes);
}

WithoutWaiting::WithoutWaiting(soci::session& session) : session_(session) {
    sqlite_api::sqlite3_busy_timeout(connectionOf(session_), 0);
}

WithoutWaiting::~WithoutWaiting() {
    sqlite_api::sqlite3_busy_timeout(connectionOf(session_), patience);
}

void rethrow(const QString& path, const soci::soci_error& error) {
    const auto* engineError = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
    constexpr int primaryCode = 0xff;
    const int code = engineError != nullptr ? engineError->result() & primaryCode : 0;
    throw Failure(FailureKind::Database,
                  explain(code, path, QString::fromStdString(error.get_error_message())));
}

}  // namespace goodfaith::store::engine

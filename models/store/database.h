// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to a shop's database. Opening creates the file (mode 0600, its folder 0700) and
// brings an older schema up to date; a newer one is refused. A connection belongs to one thread;
// open another there. Every failure of the engine is thrown as Failure (Database) that names the
// file and what to do.
#pragma once

#include "models/domain/failure.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace soci {
class session;
}

namespace goodfaith::store {

class TransactionObserver;

enum class OpenMode { CreateIfMissing, MustExist };

class Database {
public:
    explicit Database(const QString& path, OpenMode mode = OpenMode::CreateIfMissing);
    ~Database();
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;

    const QString& path() const;
    // Changes whenever another connection (or program) has committed: SQLite's data_version.
    qint64 dataVersion() const;
    // What the engine's own integrity and foreign-key checks find; empty when all is well.
    QStringList check() const;
    // For models/store only: the app never sees SQL.
    soci::session& session() const;
    std::vector<TransactionObserver*>& observers() const;

private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

// A write transaction, begun immediately; rolled back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

}  // namespace goodfaith::store

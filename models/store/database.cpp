// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include "models/store/engine.h"
#include "models/store/schema.h"
#include "models/store/statement.h"
#include "models/store/transaction_observer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace goodfaith::store {
namespace {

constexpr mode_t onlyOwnerFile = 0600;
constexpr mode_t onlyOwnerFolder = 0700;

[[noreturn]] void refuse(const QString& message) {
    throw Failure(FailureKind::Database, message);
}

void makeFolder(const QString& folder) {
    if (QFileInfo(folder).isDir())
        return;
    const QByteArray name = QFile::encodeName(folder);
    makeFolder(QFileInfo(folder).absolutePath());
    // The mode is set again because the umask may have taken bits from it.
    if (::mkdir(name.constData(), onlyOwnerFolder) != 0 ||
        ::chmod(name.constData(), onlyOwnerFolder) != 0) {
        refuse(QStringLiteral("The folder \"%1\" for the database cannot be made: %2.")
                   .arg(folder, QString::fromLocal8Bit(strerror(errno))));
    }
}

// SQLite gives its -wal and -shm files the mode of the database itself.
void makeFile(const QString& path) {
    makeFolder(QFileInfo(path).absolutePath());
    const int file = ::open(QFile::encodeName(path).constData(),
                            O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, onlyOwnerFile);
    if (file < 0 && errno == EEXIST)
        return;
    if (file < 0) {
        refuse(QStringLiteral("The database \"%1\" cannot be made: %2.")
                   .arg(path, QString::fromLocal8Bit(strerror(errno))));
    }
    const bool hasMode = ::fchmod(file, onlyOwnerFile) == 0;
    ::close(file);
    if (!hasMode)
        refuse(QStringLiteral("The database \"%1\" cannot be kept to yourself.").arg(path));
}

QString absolutePath(const QString& path) {
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    // SOCI's connection string has no way to write it.
    if (path.isEmpty() || absolute.contains(u'"'))
        refuse(QStringLiteral("\"%1\" cannot be the name of a database.").arg(path));
    return absolute;
}

void requireFile(const QString& path, OpenMode mode) {
    const QFileInfo file(path);
    if (file.isDir())
        refuse(QStringLiteral("\"%1\" is a folder, not a database.").arg(path));
    if (!file.exists() && mode == OpenMode::MustExist)
        refuse(QStringLiteral("There is no database \"%1\". An import makes one.").arg(path));
    if (!file.exists())
        makeFile(path);
    if (!QFileInfo(path).isReadable() || !QFileInfo(path).isWritable()) {
        refuse(QStringLiteral("The database \"%1\" cannot be opened: you may not read and write "
                              "it. Change its permissions.")
                   .arg(path));
    }
}

// SQLite itself takes a file shorter than its header for an empty database, and writes over it.
// Only the size is asked for: a process that opens the file by other means and closes it again
// loses all the locks that its connections hold (POSIX), and another process, thinking itself
// alone, then takes the write-ahead log away from under them.
void requireOurFormat(const QString& path) {
    constexpr qint64 smallestDatabase = 512;
    const qint64 size = QFileInfo(path).size();
    if (size > 0 && size < smallestDatabase)
        refuse(
            QStringLiteral("\"%1\" is not a Goodfaith database. Choose another file, or move this "
                           "one away.")
                .arg(path));
}

}  // namespace

struct Database::Connection {
    QString path;
    soci::session session;
    std::vector<TransactionObserver*> observers;
};

Database::Database(const QString& path, OpenMode mode)
    : connection_(std::make_unique<Connection>()) {
    connection_->path = absolutePath(path);
    requireFile(connection_->path, mode);
    requireOurFormat(connection_->path);
    engine::open(connection_->session, connection_->path);
    bringSchemaUpToDate(*this);
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

const QString& Database::path() const {
    return connection_->path;
}

soci::session& Database::session() const {
    return connection_->session;
}

std::vector<TransactionObserver*>& Database::observers() const {
    return connection_->observers;
}

qint64 Database::dataVersion() const {
    Query<qint64> query(*this, "PRAGMA data_version");
    return std::get<0>(query.one().value());
}

QStringList Database::check() const {
    QStringList findings;
    Query<QString> integrity(*this, "PRAGMA integrity_check");
    for (const auto& [finding] : integrity.all()) {
        if (finding != u"ok")
            findings << finding;
    }
    Query<QString, qint64, QString> keys(*this, "PRAGMA foreign_key_check");
    for (const auto& [table, row, parent] : keys.all()) {
        findings << QStringLiteral("%1 %2 refers to a missing %3")
                        .arg(table, QString::number(row), parent);
    }
    return findings;
}

Transaction::Transaction(Database& database) : database_(database) {
    Statement(database, "BEGIN IMMEDIATE").run();
}

Transaction::~Transaction() {
    if (!open_)
        return;
    for (TransactionObserver* observer : database_.observers())
        observer->rolledBack();
    try {
        Statement(database_, "ROLLBACK").run();
    } catch (const Failure&) {
        // The engine has rolled back by itself after a grave error: nothing is left to undo.
    }
}

void Transaction::commit() {
    for (TransactionObserver* observer : database_.observers())
        observer->aboutToCommit();
    Statement(database_, "COMMIT").run();
    open_ = false;
}

TransactionObserver::TransactionObserver(Database& database) : database_(database) {
    database.observers().push_back(this);
}

TransactionObserver::~TransactionObserver() {
    std::erase(database_.observers(), this);
}

}  // namespace goodfaith::store

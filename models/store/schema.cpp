// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"

#include "models/store/engine.h"
#include "models/store/statement.h"

#include <QDir>
#include <QFile>

// Qt finds resources of a static library only after this call, which must stand outside of any
// namespace.
static void registerSchemaResource() {
    Q_INIT_RESOURCE(schema);
}

namespace goodfaith::store {
namespace {

QStringList steps() {
    registerSchemaResource();
    return QDir(QStringLiteral(":/goodfaith/schema"))
        .entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

bool hasTable(const Database& database, const QString& name) {
    Query<qint64> query(database,
                        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = :name");
    return std::get<0>(query.one(name).value()) > 0;
}

bool isEmpty(const Database& database) {
    Query<qint64> query(database, "SELECT count(*) FROM sqlite_master");
    return std::get<0>(query.one().value()) == 0;
}

int versionOf(const Database& database) {
    if (!hasTable(database, QStringLiteral("schema_version"))) {
        if (isEmpty(database))
            return 0;
        throw Failure(FailureKind::Database,
                      QStringLiteral("\"%1\" is the database of another program, not of Goodfaith. "
                                     "Choose another file.")
                          .arg(database.path()));
    }
    Query<int> query(database, "SELECT max(version) FROM schema_version");
    return std::get<0>(query.one().value());
}

void apply(Database& database, int version, const QString& name) {
    QFile file(QStringLiteral(":/goodfaith/schema/") + name);
    if (!file.open(QIODevice::ReadOnly))
        throw Failure(FailureKind::Database,
                      QStringLiteral("The schema step %1 is missing from this program; install it "
                                     "again.")
                          .arg(name));
    engine::runScript(database.session(), database.path(), file.readAll());
    Statement(database, "INSERT INTO schema_version (version, name) VALUES (:version, :name)")
        .run(version, name);
}

void refuseNewer(const Database& database, int version, qsizetype known) {
    if (version > known) {
        throw Failure(FailureKind::Database,
                      QStringLiteral("The database \"%1\" was written by a newer Goodfaith (schema "
                                     "%2; this one knows %3). Update Goodfaith to open it.")
                          .arg(database.path())
                          .arg(version)
                          .arg(known));
    }
}

}  // namespace

void bringSchemaUpToDate(Database& database) {
    const QStringList names = steps();
    const int found = versionOf(database);
    refuseNewer(database, found, names.size());
    if (found == names.size())
        return;
    Transaction transaction(database);
    // Another program may have been faster while this one waited for the lock.
    const int version = versionOf(database);
    refuseNewer(database, version, names.size());
    for (int step = version; step < names.size(); ++step)
        apply(database, step + 1, names[step]);
    transaction.commit();
}

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_lock.h"

#include "models/domain/failure.h"

namespace goodfaith::app {
namespace {

QString lockOf(const QString& databasePath) {
    return databasePath + QStringLiteral(".import-lock");
}

QString holderOf(const QLockFile& file) {
    qint64 process = 0;
    QString host;
    QString program;
    if (!file.getLockInfo(&process, &host, &program))
        return QStringLiteral("another process");
    return QStringLiteral("%1 (process %2)").arg(program).arg(process);
}

}  // namespace

bool ImportLock::isFree(const QString& databasePath) {
    QLockFile file(lockOf(databasePath));
    file.setStaleLockTime(0);
    return file.tryLock(0) || file.error() != QLockFile::LockFailedError;
}

ImportLock::ImportLock(const QString& databasePath) : file_(lockOf(databasePath)) {
    file_.setStaleLockTime(0);  // only a dead holder makes it stale, however long an import takes
    if (file_.tryLock(0))
        return;
    if (file_.error() == QLockFile::LockFailedError)
        throw Failure(
            FailureKind::Database,
            QStringLiteral("An import into %1 is already running: %2. Try again when it has "
                           "finished.")
                .arg(databasePath, holderOf(file_)));
    throw Failure(FailureKind::Database,
                  QStringLiteral("The folder of %1 cannot be written to.").arg(databasePath));
}

}  // namespace goodfaith::app

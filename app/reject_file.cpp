// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reject_file.h"

#include "app/csv_record.h"
#include "models/domain/failure.h"

namespace goodfaith::app {

RejectFile::RejectFile(const QString& path) : file_(path) {
    if (!file_.open(QIODevice::WriteOnly | QIODevice::Truncate))
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("%1 cannot be written: %2.").arg(path, file_.errorString()));
    write({QStringLiteral("file"), QStringLiteral("line"), QStringLiteral("column"),
           QStringLiteral("value"), QStringLiteral("reason"), QStringLiteral("row")});
}

void RejectFile::add(const QString& inputPath, const RejectedRow& row) {
    write(QStringList{inputPath, QString::number(row.line), row.column, row.value, row.reason} +
          row.row);
}

void RejectFile::write(const QStringList& cells) {
    if (file_.write(csvRecord(cells).toUtf8()) < 0 || !file_.flush())
        throw Failure(
            FailureKind::WrongUse,
            QStringLiteral("%1 cannot be written: %2.").arg(file_.fileName(), file_.errorString()));
}

}  // namespace goodfaith::app

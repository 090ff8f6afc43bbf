// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reject_file.h"

#include "app/csv_record.h"
#include "models/domain/failure.h"

#include <QFileInfo>

namespace goodfaith::app {
namespace {

QStringList heading() {
    return {QStringLiteral("file"),  QStringLiteral("line"),   QStringLiteral("column"),
            QStringLiteral("value"), QStringLiteral("reason"), QStringLiteral("row")};
}

// The one name given by mistake must not cost a shop its database or its files.
bool wouldBeLost(const QString& path) {
    QFile there(path);
    if (!QFileInfo(path).isFile() || there.size() == 0)
        return false;
    const QByteArray ours = csvRecord(heading()).toUtf8();
    return !there.open(QIODevice::ReadOnly) || there.read(ours.size()) != ours;
}

}  // namespace

RejectFile::RejectFile(const QString& path) : file_(path) {
    if (wouldBeLost(path))
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("%1 exists and is no list of rejected rows: it was left as it "
                                     "is. Name another file.")
                          .arg(path));
    if (!file_.open(QIODevice::WriteOnly | QIODevice::Truncate))
        throw Failure(FailureKind::WrongUse,
                      QStringLiteral("%1 cannot be written: %2.").arg(path, file_.errorString()));
    write(heading());
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

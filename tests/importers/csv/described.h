// SPDX-License-Identifier: GPL-3.0-or-later
// Records and rejected rows as one line of text each, so that a test's row shows what it expects.
#pragma once

#include "importers/csv/table_input.h"

#include <QTemporaryDir>

namespace goodfaith::importers {

QString described(const ImportedRecord& record, bool named = false);  // named: the parties' keys
QString described(const RejectedRow& row);

struct ReadTable {
    QString templateName;
    QString preset;
    QString whyNot;
    QStringList records;
    QStringList namedRecords;
    QStringList rejected;
    QStringList warnings;
    std::vector<RejectedRow> rejectedRows;
    ReadingProgress lastProgress;
};

ReadTable readFile(const QString& path, const ReadingOptions& options);
// Through a file of its own.
ReadTable readBytes(const QByteArray& bytes, const ReadingOptions& options);
Preview previewBytes(const QByteArray& bytes, const ReadingOptions& options = {}, qint64 rows = -1);

}  // namespace goodfaith::importers

// SPDX-License-Identifier: GPL-3.0-or-later
// What the import page shows before and while it imports. Plain values: the app fills them from
// the importers, which the screen does not know.
#pragma once

#include "models/domain/overview.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace goodfaith::items {

// A file or folder that was chosen.
struct InputRow {
    QString path;
    QString recognisedAs;  // "Orders (Shopify)"; "" where it was not
    qint64 bytes = 0;
    QString problem;       // a plain sentence where it cannot be imported, else ""
    bool isTable = false;  // rows and columns, known or not: what they mean may be said by hand
};

// The first rows as they will be read.
struct PreviewTable {
    QString path;
    QStringList columns;  // of the file
    QStringList fields;   // what each column is read as, "" where it is left out
    std::vector<QStringList> rows;
};

// What an import would do, or did.
struct ImportOutcome {
    ImportCounts counts;
    std::vector<RejectedRow> rejects;  // the first ones
    QStringList rejectFiles;           // of each, its file
    QStringList warnings;
    QString probablyOurs;  // an address that most mail names while none of ours is known; else ""
};

struct ImportProgress {
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;  // 0: not known
    qint64 rows = 0;
    double rowsPerSecond = 0;
    QString path;  // the one being read
};

// What undoing an import did.
struct UndoOutcome {
    QString path;
    qint64 removed = 0;
    qint64 changed = 0;  // records that are now as other imports say
    qint64 customersRemoved = 0;
};

}  // namespace goodfaith::items

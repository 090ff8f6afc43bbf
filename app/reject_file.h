// SPDX-License-Identifier: GPL-3.0-or-later
// Rejected rows as CSV: what the list says of each (importers/rejected_columns.h), then the row's
// own cells under their own header. Mended, it is imported by itself. Rows of files with another
// header go to files of their own beside it: "rejects-2.csv".
#pragma once

#include "importers/input.h"
#include "models/domain/record.h"

#include <QFile>

namespace goodfaith::app {

// Where rejected rows are from.
struct RejectOrigin {
    QString path;
    QStringList columns;
    QString readAs;  // a mapping, preset or template
    QString source;
};
RejectOrigin originOf(const importers::Input& input, const QString& source);

class RejectFile {
public:
    // Throws Failure (WrongUse) when it cannot be written, is a file of another kind (only an
    // earlier list of rejected rows is written over), or is or would be among the files that are
    // `imported`: a list that was mended is emptied by nobody before it is read.
    explicit RejectFile(const QString& path, const QStringList& imported = {});
    void add(const RejectOrigin& origin, const RejectedRow& row);
    QStringList paths() const;  // of all that were written

private:
    struct List {
        QStringList columns;
        std::unique_ptr<QFile> file;
        bool isEmpty = true;
    };
    List& listFor(const QStringList& columns);
    std::unique_ptr<QFile> opened(const QString& path) const;
    static void write(QFile& file, const QStringList& cells);

    QString path_;
    QStringList imported_;
    std::vector<List> lists_;
};

}  // namespace goodfaith::app

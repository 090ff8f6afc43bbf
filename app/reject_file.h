// SPDX-License-Identifier: GPL-3.0-or-later
// Rejected rows as CSV: line and reason first, then the row's own cells.
#pragma once

#include "models/domain/record.h"

#include <QFile>

namespace goodfaith::app {

class RejectFile {
public:
    // Throws Failure (WrongUse) when it cannot be written, or is a file of another kind: only an
    // earlier list of rejected rows is written over.
    explicit RejectFile(const QString& path);
    void add(const QString& inputPath, const RejectedRow& row);

private:
    void write(const QStringList& cells);
    QFile file_;
};

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// Files as they were when they were last imported to their end, or refused.
#pragma once

#include "models/domain/ids.h"
#include "models/domain/instant.h"
#include "models/store/database.h"

#include <QString>

#include <optional>

namespace goodfaith::store {

struct ImportedFile {
    QString path;  // absolute; within an archive: the archive's and its own
    qint64 size = 0;
    Instant modifiedAt;
    QString hash;     // of the whole content; "" where that would take long
    QString reading;  // how it was read: the same words for the same way
    ImportId import;  // none: it was refused
};

class ImportedFileTable {
public:
    explicit ImportedFileTable(Database& database) : database_(database) {}

    // Nothing for what was never imported and for what was undone since.
    std::optional<ImportedFile> find(const QString& path) const;
    // In place of what was known of that path.
    void remember(const ImportedFile& file);

private:
    Database& database_;
};

}  // namespace goodfaith::store

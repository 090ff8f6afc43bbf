// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/imported_file_table.h"

#include "models/store/statement.h"

namespace goodfaith::store {

std::optional<ImportedFile> ImportedFileTable::find(const QString& path) const {
    Query<qint64, Instant, QString, QString, ImportId> query(
        database_,
        "SELECT size, modified_at, hash, reading, import_id FROM imported_file "
        "LEFT JOIN import ON import.id = import_id WHERE imported_file.path = :path "
        "AND COALESCE(import.undone, 0) = 0");
    const auto row = query.one(path);
    if (!row)
        return {};
    const auto& [size, modifiedAt, hash, reading, import] = *row;
    return ImportedFile{path, size, modifiedAt, hash, reading, import};
}

void ImportedFileTable::remember(const ImportedFile& file) {
    Statement(database_,
              "INSERT INTO imported_file (path, size, modified_at, hash, reading, import_id) "
              "VALUES (:path, :size, :at, :hash, :reading, :import) "
              "ON CONFLICT (path) DO UPDATE SET size = excluded.size, "
              "modified_at = excluded.modified_at, hash = excluded.hash, "
              "reading = excluded.reading, import_id = excluded.import_id")
        .run(file.path, file.size, file.modifiedAt, file.hash, file.reading, file.import);
}

}  // namespace goodfaith::store

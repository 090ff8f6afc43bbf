// SPDX-License-Identifier: GPL-3.0-or-later
// Which files were imported before as they are now, in the same way: those need not be read again
// where a folder is watched.
#pragma once

#include "app/file_state.h"
#include "app/import_service.h"
#include "models/domain/settings.h"
#include "models/store/imported_file_table.h"

namespace goodfaith::app {

class ImportMemory {
public:
    // As `request` reads with these settings, its mappings, and this version of the program.
    ImportMemory(store::Database& database, const ImportRequest& request,
                 const ShopSettings& settings);

    // Imported or refused. Where only the time of the change is another, the contents decide.
    bool isKnown(const QString& path, const FileState& state) const;
    // `state`: from before it was read; nothing is remembered of what has changed since.
    void remember(const QString& path, const FileState& state, ImportId import,
                  const importers::SharedMapping& mapping = {});
    // Mails that are read as one folder, by the last import of that folder, if it is known.
    void rememberMails(const QString& folder, const FolderFiles& mails);
    // Forgotten when the shop's mappings change: the new one may be for it.
    void rememberRefused(const QString& path, const FileState& state);

private:
    void save(const QString& path, const FileState& state, ImportId import,
              const QString& reading) const;  // within the caller's transaction
    QString readingBy(const importers::SharedMapping& mapping) const;

    store::Database& database_;
    QString asked_;         // how the request wants it read
    QString refused_;       // by that and by all mappings
    QStringList readings_;  // how it may have been read so that it need not be again
};

}  // namespace goodfaith::app

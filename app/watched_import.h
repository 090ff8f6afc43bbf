// SPDX-License-Identifier: GPL-3.0-or-later
// Importing by itself what is new in a watched folder: which files are whole, and which of those
// were not imported before as they are now.
#pragma once

#include "app/file_state.h"
#include "app/import_service.h"
#include "models/domain/settings.h"

namespace goodfaith::app {

// Look after look at one folder; says of each file once, whenever it changed, that it is whole: it
// has been the same for a while.
class SettledFiles {
public:
    explicit SettledFiles(Duration settleTime) : settleTime_(settleTime) {}

    QStringList take(const FolderFiles& files, Instant at);
    // They are taken again at the next look.
    void giveBack(const QStringList& files);
    bool isWaiting() const;  // for some file to settle

private:
    struct Seen {
        FileState state;
        Instant since;
        bool isTaken = false;
    };
    Duration settleTime_;
    std::map<QString, Seen> seen_;
};

// The files of a folder that were not changed within the last seconds, for a single look.
QStringList filesAtRest(const FolderFiles& files, Instant at);

// Imports those of the files of the folder that are new or were changed; mails of a folder go
// together. Throws like runImport.
ImportReport importWatched(const QString& databasePath, const WatchedFolder& folder,
                           const QStringList& files, const ImportObserver& observer,
                           std::stop_token stop);

// "Imported orders.csv from Shop exports: 12 new, 1 rejected"; "" when nothing came of it.
QString watchedSummary(const WatchedFolder& folder, const ImportReport& report);

}  // namespace goodfaith::app

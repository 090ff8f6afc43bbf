// SPDX-License-Identifier: GPL-3.0-or-later
// Importing files into a shop's database: finds the inputs, reads each, decides who is who, writes
// in batches of one transaction, and brings the derived values up to date. Runs on the caller's
// thread.
#pragma once

#include "app/concerned_customers.h"
#include "app/shop_refresh.h"
#include "importers/input.h"
#include "models/domain/overview.h"

#include <functional>
#include <stop_token>

namespace goodfaith::app {

struct ImportRequest {
    QStringList paths;
    QStringList onlyInputs;  // of what is found there, by their paths; empty: all
    importers::ReadingOptions reading;
    QString source;            // the account; "" is the main one
    QStringList ownAddresses;  // added to the settings before anything is read
    QStringList ownNumbers;
    QString region;                    // for phone numbers of this import; "" is the setting
    bool timeZoneFromSettings = true;  // false: reading.timeZone was set by hand
    bool dryRun = false;               // everything as if, and nothing kept
    // Whether texts are read while they come in; nothing: where there are processors to spare.
    std::optional<bool> readsTextsAhead;
    // For watched folders: what was imported or refused before as it is now is passed over in
    // silence, folders that hold nothing too.
    bool onlyWhatIsNew = false;
};

struct ImportProgress {
    QString path;
    int input = 0;  // 1-based
    int inputs = 0;
    importers::ReadingProgress reading;
    ImportCounts counts;
};

struct ImportOutcome {
    ImportSummary summary;
    std::vector<RejectedRow> rejects;  // the first hundred
    QStringList warnings;
    double seconds = 0;
    ConcernedCustomers concerned;
};

struct ImportReport {
    std::vector<ImportOutcome> imports;
    std::vector<importers::UnusablePath> unusable;
    bool interrupted = false;
    // An address that most mail names, as long as none of our own is known; else "".
    QString probablyOurs;
    ConcernedCustomers concerned;  // by all that was written, though it ended in a failure
};

// Called from within the import, on its thread.
struct ImportObserver {
    std::function<void(const ImportProgress&)> progress;
    std::function<void(const QString& path, const RejectedRow& row)> rejected;
    // Before the rows of each input; `source`: the account they are from.
    std::function<void(const importers::Input& input, const QString& source)> begun;
    RefreshObserver scoring;  // all is imported, scores are worked out
};

// Throws Failure when the database is unusable or another import is at work. A stop keeps what was
// committed; the same request again completes it.
ImportReport runImport(const QString& databasePath, const ImportRequest& request,
                       const ImportObserver& observer, std::stop_token stop);

}  // namespace goodfaith::app

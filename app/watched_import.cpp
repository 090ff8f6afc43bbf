// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watched_import.h"

#include "app/import_memory.h"
#include "app/saved_mappings.h"
#include "importers/archive/archive_input.h"
#include "importers/csv/table_template.h"
#include "importers/mail/mail_folder.h"
#include "models/store/settings_table.h"

#include <QFileInfo>

#include <algorithm>
#include <set>

namespace goodfaith::app {
namespace {

constexpr auto restTime = std::chrono::seconds(5);

// A mapping of one's own may be called like a preset: it was made for it.
void readBy(const QString& layout, store::Database& database, ImportRequest& request) {
    const auto mappings = savedMappings(database);
    const auto named = std::find_if(mappings.begin(), mappings.end(),
                                    [&](const auto& mapping) { return mapping->name == layout; });
    if (named != mappings.end())
        request.reading.mapping = *named;
    else if (layout == u"mail" || importers::findTemplate(layout) != nullptr)
        request.reading.templateName = layout;
    else
        request.reading.preset = layout;
}

// "" for what is in no Maildir.
QString maildirOf(const QString& file) {
    const QFileInfo folder(QFileInfo(file).path());
    const QString name = folder.fileName();
    const bool isPart = name == u"cur" || name == u"new";
    return isPart && importers::isMaildir(folder.path()) ? folder.path() : QString();
}

struct Plan {
    QStringList paths;     // to import
    FolderFiles archives;  // those of them
    FolderFiles mails;     // read as mails of the folder
};

Plan planFor(const WatchedFolder& folder, const QStringList& files, const ImportMemory& memory) {
    std::set<QString> maildirs;
    Plan plan;
    for (const QString& file : files) {
        if (const QString maildir = maildirOf(file); !maildir.isEmpty()) {
            maildirs.insert(maildir);
            continue;
        }
        const FileState state = stateOf(file);
        if (memory.isKnown(file, state))
            continue;
        if (importers::mailFileKind(file) == importers::MailFileKind::Mail) {
            plan.mails.emplace(file, state);
            continue;
        }
        if (importers::placeInArchive(file))
            plan.archives.emplace(file, state);
        plan.paths += file;
    }
    for (const QString& maildir : maildirs)
        plan.paths += maildir;
    if (!plan.mails.empty())
        plan.paths += folder.path;
    return plan;
}

// What lies in an archive is remembered by itself; the archive too, so that it is not opened again.
void rememberWhole(const FolderFiles& archives, const ImportReport& report, ImportMemory& memory) {
    for (const auto& [archive, state] : archives) {
        const auto isWithin = [start = archive](const QString& path) {
            return path == start || path.startsWith(start + u'/');
        };
        ImportId last;
        for (const ImportOutcome& outcome : report.imports) {
            if (isWithin(outcome.summary.path))
                last = outcome.summary.id;
        }
        const bool isRefused =
            std::any_of(report.unusable.begin(), report.unusable.end(),
                        [&](const auto& unusable) { return isWithin(unusable.path); });
        if (isRefused)
            memory.rememberRefused(archive, state);
        else
            memory.remember(archive, state, last);
    }
}

}  // namespace

QStringList SettledFiles::take(const FolderFiles& files, Instant at) {
    std::erase_if(seen_, [&](const auto& entry) { return !files.contains(entry.first); });
    QStringList taken;
    for (const auto& [path, state] : files) {
        Seen& seen = seen_.try_emplace(path, Seen{state, at}).first->second;
        if (seen.state != state)
            seen = {state, at};
        if (seen.isTaken || at - seen.since < settleTime_)
            continue;
        seen.isTaken = true;
        taken += path;
    }
    return taken;
}

void SettledFiles::giveBack(const QStringList& files) {
    for (const QString& file : files) {
        if (const auto seen = seen_.find(file); seen != seen_.end())
            seen->second.isTaken = false;
    }
}

bool SettledFiles::isWaiting() const {
    return std::any_of(seen_.begin(), seen_.end(),
                       [](const auto& entry) { return !entry.second.isTaken; });
}

QStringList filesAtRest(const FolderFiles& files, Instant at) {
    QStringList resting;
    for (const auto& [path, state] : files) {
        // A time to come says nothing but that the clocks differ.
        if (state.modifiedAt > at || at - state.modifiedAt >= restTime)
            resting += path;
    }
    return resting;
}

ImportReport importWatched(const QString& databasePath, const WatchedFolder& folder,
                           const QStringList& files, const ImportObserver& observer,
                           std::stop_token stop) {
    ImportRequest request;
    request.source = folder.source;
    request.onlyWhatIsNew = true;
    store::Database database(databasePath);
    if (!folder.layout.isEmpty())
        readBy(folder.layout, database, request);
    ImportMemory memory(database, request, store::SettingsTable(database).load());
    const Plan plan = planFor(folder, files, memory);
    if (plan.paths.isEmpty())
        return {};
    request.paths = plan.paths;
    ImportReport report = runImport(databasePath, request, observer, std::move(stop));
    if (!report.interrupted) {
        rememberWhole(plan.archives, report, memory);
        memory.rememberMails(folder.path, plan.mails);
    }
    return report;
}

QString watchedSummary(const WatchedFolder& folder, const ImportReport& report) {
    ImportCounts sum;
    QStringList names;
    for (const ImportOutcome& outcome : report.imports) {
        const ImportCounts& counts = outcome.summary.counts;
        if (counts.inserted + counts.updated + counts.rejected == 0)
            continue;
        names += QFileInfo(outcome.summary.path).fileName();
        sum.inserted += counts.inserted;
        sum.updated += counts.updated;
        sum.rejected += counts.rejected;
    }
    if (names.isEmpty())
        return {};
    const QString what =
        names.size() == 1 ? names.constFirst() : QStringLiteral("%1 files").arg(names.size());
    const QString from =
        folder.source.isEmpty() ? QFileInfo(folder.path).fileName() : folder.source;
    QStringList counts{QStringLiteral("%1 new").arg(sum.inserted)};
    if (sum.updated > 0)
        counts += QStringLiteral("%1 changed").arg(sum.updated);
    if (sum.rejected > 0)
        counts += QStringLiteral("%1 rejected").arg(sum.rejected);
    return QStringLiteral("Imported %1 from %2: %3")
        .arg(what, from, counts.join(QStringLiteral(", ")));
}

}  // namespace goodfaith::app

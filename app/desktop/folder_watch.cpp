// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/folder_watch.h"

#include "app/clock.h"
#include "app/import_lock.h"
#include "models/domain/failure.h"

#include <QFileInfo>

#include <algorithm>

namespace goodfaith::app {

namespace {

QString refusal(const std::vector<importers::UnusablePath>& unusable) {
    constexpr size_t named = 3;
    QStringList refused;
    for (size_t i = 0; i < std::min(named, unusable.size()); ++i)
        refused += FolderWatch::tr("%1: %2").arg(unusable[i].path, unusable[i].reason);
    if (unusable.size() > named)
        refused += FolderWatch::tr("and %1 more").arg(unusable.size() - named);
    return FolderWatch::tr("Not imported from a watched folder: %1")
        .arg(refused.join(QStringLiteral("; ")));
}

}  // namespace

struct FolderWatch::Watched {
    WatchedFolder folder;
    SettledFiles files;
    bool isLooking = false;
    bool hasChanged = false;  // while it was being looked at
    QString problem;          // said last
};

struct FolderWatch::Outcome {
    ImportReport report;
    QString failure;
    bool isPutOff = false;  // another import is at work
};

FolderWatch::FolderWatch(WorkerThread& looks, WorkerThread& imports, QString databasePath,
                         Pace pace)
    : looks_(looks), imports_(imports), databasePath_(std::move(databasePath)), pace_(pace) {
    connect(&round_, &QTimer::timeout, this, [this] { look(); });
    connect(&settling_, &QTimer::timeout, this, [this] { look(); });
    connect(&system_, &QFileSystemWatcher::directoryChanged, this, [this](const QString& path) {
        for (const auto& watched : folders_) {
            if (watched->folder.path == path)
                look(watched);
        }
    });
    settling_.setSingleShot(true);
    settling_.setInterval(std::chrono::duration_cast<std::chrono::milliseconds>(pace.settle));
    round_.setInterval(std::chrono::duration_cast<std::chrono::milliseconds>(pace.lookRound));
}

FolderWatch::~FolderWatch() = default;

void FolderWatch::setFolders(const std::vector<WatchedFolder>& folders) {
    const auto isSame = [](const auto& watched, const WatchedFolder& folder) {
        return watched->folder == folder;
    };
    if (std::equal(folders_.begin(), folders_.end(), folders.begin(), folders.end(), isSame))
        return;
    folders_.clear();
    if (const QStringList before = system_.directories(); !before.isEmpty())
        system_.removePaths(before);
    for (const WatchedFolder& folder : folders)
        folders_.push_back(
            std::make_shared<Watched>(Watched{folder, SettledFiles(pace_.settle), {}, {}, {}}));
    settling_.stop();
    if (folders_.empty())
        round_.stop();
    else
        round_.start();
    look();
}

void FolderWatch::look() {
    for (const auto& watched : folders_)
        look(watched);
}

void FolderWatch::look(const std::shared_ptr<Watched>& watched) {
    watched->hasChanged = watched->isLooking;
    if (std::exchange(watched->isLooking, true))
        return;
    looks_.ask(
        this,
        [path = watched->folder.path, stop = looks_.stopToken()](Shop&) {
            return filesIn(path, stop);
        },
        [this, watched](const std::optional<FolderFiles>& files) {
            watched->isLooking = false;
            seen(watched, files);
        },
        [watched](const QString&) { watched->isLooking = false; });
}

void FolderWatch::seen(const std::shared_ptr<Watched>& watched,
                       const std::optional<FolderFiles>& files) {
    if (std::find(folders_.begin(), folders_.end(), watched) == folders_.end())
        return;  // no longer watched
    const WatchedFolder& folder = watched->folder;
    if (!files) {
        sayOnce(watched, tr("The watched folder %1 cannot be read. Its files are imported when it "
                            "is there again.")
                             .arg(folder.path));
        return;
    }
    // Again after the folder was gone.
    if (!system_.directories().contains(folder.path))
        system_.addPath(folder.path);
    const QStringList whole = watched->files.take(*files, now());
    if ((watched->files.isWaiting() || watched->hasChanged) && !settling_.isActive())
        settling_.start();
    if (!whole.isEmpty())
        import(watched, whole);
}

void FolderWatch::import(const std::shared_ptr<Watched>& watched, const QStringList& files) {
    Q_EMIT busy(watched->folder.path, true);
    imports_.ask(
        this,
        [database = databasePath_, folder = watched->folder, files,
         stop = imports_.stopToken()](Shop&) {
            Outcome outcome;
            outcome.isPutOff = !ImportLock::isFree(database);
            try {
                if (!outcome.isPutOff)
                    outcome.report = importWatched(database, folder, files, {}, stop);
            } catch (const Failure& failure) {
                outcome.failure = failure.message();
            }
            return outcome;
        },
        [this, watched, files](const Outcome& outcome) { finish(watched, files, outcome); },
        [this, watched](const QString&) { Q_EMIT busy(watched->folder.path, false); });
}

void FolderWatch::finish(const std::shared_ptr<Watched>& watched, const QStringList& files,
                         const Outcome& outcome) {
    Q_EMIT busy(watched->folder.path, false);
    if (outcome.isPutOff || !outcome.failure.isEmpty()) {
        watched->files.giveBack(files);
        if (!outcome.failure.isEmpty())
            sayOnce(watched, outcome.failure);
        return;
    }
    watched->problem.clear();
    if (!outcome.report.unusable.empty())
        Q_EMIT failed(refusal(outcome.report.unusable));
    const QString summary = watchedSummary(watched->folder, outcome.report);
    if (!summary.isEmpty())
        Q_EMIT imported(summary);
}

void FolderWatch::sayOnce(const std::shared_ptr<Watched>& watched, const QString& problem) {
    if (std::exchange(watched->problem, problem) != problem)
        Q_EMIT failed(problem);
}

}  // namespace goodfaith::app

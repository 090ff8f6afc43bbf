// SPDX-License-Identifier: GPL-3.0-or-later
// Imports by itself what is new in the watched folders while the window is open: the system tells
// of changes, and a slow look round finds those of network folders. What goes wrong is said once.
#pragma once

#include "app/desktop/worker_thread.h"
#include "app/watched_import.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace goodfaith::app {

class FolderWatch : public QObject {
    Q_OBJECT

public:
    struct Pace {
        Duration settle = std::chrono::seconds(5);
        Duration lookRound = std::chrono::seconds(30);
    };
    // `looks`: folders may be slow to answer, so that nothing else should wait for this thread.
    FolderWatch(WorkerThread& looks, WorkerThread& imports, QString databasePath, Pace pace);
    ~FolderWatch() override;

    void setFolders(const std::vector<WatchedFolder>& folders);

Q_SIGNALS:
    // Something came of it: the data have changed. `summary`: in words.
    void imported(const QString& summary);
    void failed(const QString& message);
    // Files of that folder are being imported, or no longer.
    void busy(const QString& folder, bool isBusy);

private:
    struct Watched;
    struct Outcome;
    void look();
    void look(const std::shared_ptr<Watched>& watched);
    void seen(const std::shared_ptr<Watched>& watched, const std::optional<FolderFiles>& files);
    void import(const std::shared_ptr<Watched>& watched, const QStringList& files);
    void finish(const std::shared_ptr<Watched>& watched, const QStringList& files,
                const Outcome& outcome);
    void sayOnce(const std::shared_ptr<Watched>& watched, const QString& problem);

    WorkerThread& looks_;
    WorkerThread& imports_;
    QString databasePath_;
    Pace pace_;
    std::vector<std::shared_ptr<Watched>> folders_;
    QFileSystemWatcher system_;
    QTimer round_;
    QTimer settling_;
};

}  // namespace goodfaith::app

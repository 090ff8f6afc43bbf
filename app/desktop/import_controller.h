// SPDX-License-Identifier: GPL-3.0-or-later
// The import page: what files are, what would happen, and making it happen, with progress and
// cancel.
#pragma once

#include "app/desktop/worker_thread.h"
#include "app/import_service.h"
#include "app/reject_file.h"

#include <stop_token>

namespace goodfaith::views {
class ImportPage;
}

namespace goodfaith::app {

class ImportController : public QObject {
    Q_OBJECT

public:
    ImportController(views::ImportPage& page, WorkerThread& worker, QString databasePath);

    bool isImporting() const { return isImporting_; }

Q_SIGNALS:
    // An import has ended, in whatever way: the data may have changed.
    void imported();

private:
    struct Finished;
    void wireRecognition();
    void wireMapping();
    void run(quint64 token, const QStringList& paths, bool dryRun);
    void finish(quint64 token, bool dryRun, const Finished& finished);
    void saveRejects(const QString& path);

    views::ImportPage& page_;
    WorkerThread& worker_;
    QString databasePath_;
    // Of the last run; on the heap because GCC 12 takes a stop source on the stack for
    // uninitialised.
    std::unique_ptr<std::stop_source> stop_ = std::make_unique<std::stop_source>();
    bool isImporting_ = false;
    std::vector<std::pair<RejectOrigin, RejectedRow>> rejects_;  // of the last run
};

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// The list of past imports: fills it, says how far each source is known, and undoes an import.
#pragma once

#include "app/desktop/worker_thread.h"

#include <stop_token>

namespace goodfaith::views {
class PastImports;
}

namespace goodfaith::app {

class PastImportsController : public QObject {
    Q_OBJECT

public:
    PastImportsController(views::PastImports& past, WorkerThread& worker, QString databasePath);

    bool isUndoing() const { return isUndoing_; }
    void showAll();

Q_SIGNALS:
    // An undo has ended, in whatever way: the data may have changed.
    void undone();

private:
    void undo(ImportId import);

    views::PastImports& past_;
    WorkerThread& worker_;
    QString databasePath_;
    std::unique_ptr<std::stop_source> stop_ = std::make_unique<std::stop_source>();
    bool isUndoing_ = false;
};

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// Saves the settings; where they say who we are, mail and calls are put right and everybody is
// scored again.
#pragma once

#include "app/desktop/worker_thread.h"

#include <functional>

namespace goodfaith::views {
class MainWindow;
}

namespace goodfaith::app {

class SettingsController : public QObject {
    Q_OBJECT

public:
    using Save = std::function<void(store::Database&)>;

    SettingsController(views::MainWindow& window, WorkerThread& worker);

Q_SIGNALS:
    void saved();

private:
    // Saved and refreshed on the worker's thread, then one of the others on this one.
    void change(const Save& save, const std::function<void()>& then,
                const std::function<void(const QString&)>& failed);

    views::MainWindow& window_;
    WorkerThread& worker_;
};

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// Saves the settings; where they say who we are, mail and calls are put right and everybody is
// scored again.
#pragma once

#include "app/desktop/worker_thread.h"

namespace goodfaith::views {
class MainWindow;
}

namespace goodfaith::app {

class SettingsController : public QObject {
    Q_OBJECT

public:
    SettingsController(views::MainWindow& window, WorkerThread& worker);

Q_SIGNALS:
    void saved();
};

}  // namespace goodfaith::app

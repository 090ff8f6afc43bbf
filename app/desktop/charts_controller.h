// SPDX-License-Identifier: GPL-3.0-or-later
// The managers' page: counts its figures from the kept cases and waits.
#pragma once

#include "app/desktop/worker_thread.h"

namespace goodfaith::views {
class ChartsPage;
}

namespace goodfaith::app {

class ChartsController : public QObject {
    Q_OBJECT

public:
    ChartsController(views::ChartsPage& page, WorkerThread& worker);
};

}  // namespace goodfaith::app

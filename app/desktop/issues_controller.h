// SPDX-License-Identifier: GPL-3.0-or-later
// The page of common issues: finds them as of now, and who is in one.
#pragma once

#include "app/desktop/worker_thread.h"

namespace goodfaith::views {
class IssuesPage;
}

namespace goodfaith::app {

class IssuesController : public QObject {
    Q_OBJECT

public:
    IssuesController(views::IssuesPage& page, WorkerThread& worker);
};

}  // namespace goodfaith::app

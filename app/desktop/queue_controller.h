// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the queue: who waits as of now, and what people do about it.
#pragma once

#include "app/desktop/worker_thread.h"

namespace goodfaith::views {
class QueuePage;
}

namespace goodfaith::app {

class IdentityController;

class QueueController : public QObject {
    Q_OBJECT

public:
    // `acts` does what people do, with undo and redo; `lists`: what may take a moment.
    QueueController(views::QueuePage& page, IdentityController& acts, WorkerThread& lists);
};

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for customers who may be one person whenever the facts have come to rest. What a person
// does comes first: looking stops for it, and begins again when they pause.
#pragma once

#include "app/desktop/worker_thread.h"

#include <QTimer>

namespace goodfaith::app {

class SuggestionRefresh : public QObject {
    Q_OBJECT

public:
    explicit SuggestionRefresh(WorkerThread& worker, QObject* parent = nullptr);
    ~SuggestionRefresh() override;

    // The facts have changed, or may have.
    void soon();
    // The worker is needed for something else; soon() follows.
    void pause();

Q_SIGNALS:
    void looking(bool isLooking);
    // There are other suggestions than before.
    void refreshed();

private:
    void look();
    void end(bool hasChanged);

    WorkerThread& worker_;
    QTimer rest_;
    // On the heap because GCC 12 takes a stop source on the stack for uninitialised.
    std::unique_ptr<std::stop_source> stop_ = std::make_unique<std::stop_source>();
    int running_ = 0;
};

}  // namespace goodfaith::app

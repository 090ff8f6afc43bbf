// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include "models/domain/failure.h"

#include <pthread.h>

#include <csignal>
#include <cstdlib>

namespace goodfaith::app {
namespace {

constexpr int wakeUp = SIGUSR1;  // ends the watcher when there was no interrupt

sigset_t watchedSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, wakeUp})
        sigaddset(&signals, signal);
    return signals;
}

}  // namespace

InterruptWatch::InterruptWatch() {
    const sigset_t signals = watchedSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    watcher_ = std::jthread([source = source_, signals](const std::stop_token& end) mutable {
        while (!end.stop_requested()) {
            int signal = 0;
            sigwait(&signals, &signal);
            if (signal == wakeUp)
                continue;
            if (!source.request_stop())
                std::_Exit(static_cast<int>(FailureKind::Interrupted));
        }
    });
}

InterruptWatch::~InterruptWatch() {
    watcher_.request_stop();
    pthread_kill(watcher_.native_handle(), wakeUp);
}

}  // namespace goodfaith::app

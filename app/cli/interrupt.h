// SPDX-License-Identifier: GPL-3.0-or-later
// Turns SIGINT and SIGTERM into a stop that work can look at, so that what is committed stays
// sound. A second signal ends the program at once.
#pragma once

#include <stop_token>
#include <thread>

namespace goodfaith::app {

class InterruptWatch {
public:
    // Before any other thread is started: those inherit the blocked signals.
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
    std::jthread watcher_;
};

}  // namespace goodfaith::app

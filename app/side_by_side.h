// SPDX-License-Identifier: GPL-3.0-or-later
// The one way to share work among threads.
#pragma once

#include <cstddef>
#include <functional>

namespace goodfaith::app {

// As many as the machine has processors, at most eight.
size_t mostThreads();

// Runs the same work on that many threads, at most `most`, at least one.
// The work takes its shares by itself. Throws what one of them throws, after all have ended.
void sideBySide(size_t most, const std::function<void()>& work);

}  // namespace goodfaith::app

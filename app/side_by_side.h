// SPDX-License-Identifier: GPL-3.0-or-later
// The one way to share work among threads.
#pragma once

#include <cstddef>
#include <functional>

namespace goodfaith::app {

// Runs the same work on as many threads as the machine has: at most `most` and eight, at least one.
// The work takes its shares by itself. Throws what one of them throws, after all have ended.
void sideBySide(size_t most, const std::function<void()>& work);

}  // namespace goodfaith::app

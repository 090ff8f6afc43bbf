// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/side_by_side.h"

#include <algorithm>
#include <future>
#include <thread>
#include <vector>

namespace goodfaith::app {

size_t mostThreads() {
    return std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
}

void sideBySide(size_t most, const std::function<void()>& work) {
    std::vector<std::future<void>> threads;
    for (size_t i = 0; i < std::clamp<size_t>(most, 1, mostThreads()); ++i)
        threads.push_back(std::async(std::launch::async, work));
    for (auto& thread : threads)
        thread.wait();
    for (auto& thread : threads)
        thread.get();
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/side_by_side.h"

#include <algorithm>
#include <future>
#include <thread>
#include <vector>

namespace goodfaith::app {

void sideBySide(size_t most, const std::function<void()>& work) {
    constexpr size_t mostThreads = 8;
    const size_t processors = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::future<void>> threads;
    for (size_t i = 0; i < std::max<size_t>(1, std::min({most, mostThreads, processors})); ++i)
        threads.push_back(std::async(std::launch::async, work));
    for (auto& thread : threads)
        thread.wait();
    for (auto& thread : threads)
        thread.get();
}

}  // namespace goodfaith::app

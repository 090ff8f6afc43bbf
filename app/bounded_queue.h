// SPDX-License-Identifier: GPL-3.0-or-later
// Hands values from threads that make them to one that uses them, a few ahead at most. What ends a
// maker too soon reaches the user.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace goodfaith::app {

template <class Value>
class BoundedQueue {
public:
    BoundedQueue(size_t most, int makers) : most_(most), makers_(makers) {}

    // Waits while the queue is full; false when nobody takes values any more.
    bool push(Value value) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return values_.size() < most_ || abandoned_; });
        if (!abandoned_)
            values_.push_back(std::move(value));
        changed_.notify_all();
        return !abandoned_;
    }
    // Once by each maker, whether it came to its end or failed.
    void finish(std::exception_ptr failure = nullptr) {
        const std::lock_guard lock(mutex_);
        --makers_;
        if (!failure_)
            failure_ = std::move(failure);
        changed_.notify_all();
    }

    // The next value; nothing when all makers are finished. Throws what ended one of them, after
    // the values that came before.
    std::optional<Value> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !values_.empty() || makers_ == 0; });
        if (!values_.empty()) {
            Value value = std::move(values_.front());
            values_.pop_front();
            changed_.notify_all();
            return value;
        }
        if (failure_)
            std::rethrow_exception(std::exchange(failure_, nullptr));
        return std::nullopt;
    }
    // No more values are taken: who waits to push goes on.
    void abandon() {
        const std::lock_guard lock(mutex_);
        abandoned_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Value> values_;
    size_t most_;
    int makers_;
    bool abandoned_ = false;
    std::exception_ptr failure_;
};

}  // namespace goodfaith::app

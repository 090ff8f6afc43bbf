// SPDX-License-Identifier: GPL-3.0-or-later
// A thread with a connection of its own on which questions to the shop are answered one after the
// other. The window asks and goes on; the answer comes back on the window's thread, unless whoever
// asked is gone.
#pragma once

#include "app/shop.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace goodfaith::app {

// What went wrong, in words for the user.
using FailureHandler = std::function<void(const QString& message)>;

class WorkerThread : public QObject {
    Q_OBJECT

public:
    WorkerThread(QString databasePath, FailureHandler failed, QObject* parent = nullptr);
    // Asks the question at work to stop and waits for it; those still waiting are dropped.
    ~WorkerThread() override;

    // Stopped when this goes: for questions that take long.
    std::stop_token stopToken() const { return stop_.get_token(); }

    // `question` runs on the worker; `answered` here, with what it returned, if `receiver` still
    // lives. When it fails, the common failure handler is told, and `failed` too.
    template <class Ask, class Answered>
    void ask(QObject* receiver, Ask question, Answered answered, FailureHandler failed = {}) {
        post(receiver, answering([] { return true; }, std::move(question), std::move(answered)),
             std::move(failed));
    }

    // The same for a question that a newer one of the same `channel` makes pointless: what has not
    // begun by then never does, and what comes late is dropped.
    template <class Ask, class Answered>
    void askLatest(int channel, QObject* receiver, Ask question, Answered answered,
                   FailureHandler failed = {}) {
        const quint64 token = ++*latest(channel);
        const auto isWanted = [counter = latest(channel), token] { return *counter == token; };
        post(receiver, answering(isWanted, std::move(question), std::move(answered)),
             std::move(failed));
    }

private:
    using Counter = std::shared_ptr<std::atomic<quint64>>;
    // Done on the worker; what it returns is done on the window's thread.
    using Job = std::function<std::function<void()>(Shop&)>;

    template <class IsWanted, class Ask, class Answered>
    static Job answering(IsWanted isWanted, Ask question, Answered answered) {
        return [=](Shop& shop) mutable -> std::function<void()> {
            if (!isWanted())
                return {};
            auto answer = std::make_shared<decltype(question(shop))>(question(shop));
            return [=]() mutable {
                if (isWanted())
                    answered(std::move(*answer));
            };
        };
    }
    void post(QObject* receiver, Job job, FailureHandler failed);
    std::function<void()> telling(const QString& message, const FailureHandler& failed);
    Counter latest(int channel);
    Shop& shop();

    QString databasePath_;
    FailureHandler failed_;
    std::stop_source stop_;
    QThread thread_;
    QObject* const onThread_;     // lives on thread_: what is invoked on it runs there
    std::unique_ptr<Shop> shop_;  // made and used on thread_ only
    std::vector<Counter> counters_;
};

}  // namespace goodfaith::app

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
#include <vector>

namespace goodfaith::app {

// What went wrong, in words for the user.
using FailureHandler = std::function<void(const QString& message)>;

class WorkerThread : public QObject {
    Q_OBJECT

public:
    WorkerThread(QString databasePath, FailureHandler failed, QObject* parent = nullptr);
    // Waits for the question at work; those still waiting are dropped.
    ~WorkerThread() override;

    // `ask` runs on the worker; `answered` here, with what it returned, if `receiver` still lives.
    template <class Ask, class Answered>
    void ask(QObject* receiver, Ask ask, Answered answered) {
        post(receiver,
             [ask = std::move(ask),
              answered = std::move(answered)](Shop& shop) mutable -> std::function<void()> {
                 auto answer = std::make_shared<decltype(ask(shop))>(ask(shop));
                 return [answered = std::move(answered), answer]() mutable {
                     answered(std::move(*answer));
                 };
             });
    }

    // The same for a question that a newer one of the same `channel` makes pointless: what has not
    // begun by then never does, and what comes late is dropped.
    template <class Ask, class Answered>
    void askLatest(int channel, QObject* receiver, Ask ask, Answered answered) {
        const quint64 token = ++latest(channel);
        const auto isLatest = [counter = counters_[static_cast<size_t>(channel)], token] {
            return counter->load() == token;
        };
        post(receiver,
             [isLatest, ask = std::move(ask),
              answered = std::move(answered)](Shop& shop) mutable -> std::function<void()> {
                 if (!isLatest())
                     return {};
                 auto answer = std::make_shared<decltype(ask(shop))>(ask(shop));
                 return [isLatest, answered = std::move(answered), answer]() mutable {
                     if (isLatest())
                         answered(std::move(*answer));
                 };
             });
    }

private:
    using Job = std::function<std::function<void()>(Shop&)>;
    void post(QObject* receiver, Job job);
    std::atomic<quint64>& latest(int channel);
    Shop& shop();

    QString databasePath_;
    FailureHandler failed_;
    QThread thread_;
    QObject* const onThread_;     // lives on thread_: what is invoked on it runs there
    std::unique_ptr<Shop> shop_;  // made and used on thread_ only
    std::vector<std::shared_ptr<std::atomic<quint64>>> counters_;
};

}  // namespace goodfaith::app

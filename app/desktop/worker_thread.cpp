// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/worker_thread.h"

#include "models/domain/failure.h"

namespace goodfaith::app {

WorkerThread::WorkerThread(QString databasePath, FailureHandler failed, QObject* parent)
    : QObject(parent),
      databasePath_(std::move(databasePath)),
      failed_(std::move(failed)),
      onThread_(new QObject) {
    onThread_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, onThread_, &QObject::deleteLater);
    thread_.start();
}

WorkerThread::~WorkerThread() {
    stop_.request_stop();
    thread_.quit();
    thread_.wait();
}

void WorkerThread::post(QObject* receiver, Job job, FailureHandler failed) {
    QMetaObject::invokeMethod(
        onThread_,
        [this, guard = QPointer<QObject>(receiver), job = std::move(job),
         failed = std::move(failed)] {
            if (stop_.stop_requested())
                return;
            std::function<void()> answer;
            try {
                answer = job(shop());
            } catch (const Failure& failure) {
                answer = telling(failure.message(), failed);
            } catch (const std::exception& error) {
                answer = telling(QString::fromLocal8Bit(error.what()), failed);
            }
            if (!answer)
                return;
            QMetaObject::invokeMethod(this, [guard, answer = std::move(answer)] {
                if (guard)
                    answer();
            });
        },
        Qt::QueuedConnection);
}

std::function<void()> WorkerThread::telling(const QString& message, const FailureHandler& failed) {
    return [this, message, failed] {
        failed_(message);
        if (failed)
            failed(message);
    };
}

WorkerThread::Counter WorkerThread::latest(int channel) {
    while (counters_.size() <= static_cast<size_t>(channel))
        counters_.push_back(std::make_shared<std::atomic<quint64>>(0));
    return counters_[static_cast<size_t>(channel)];
}

Shop& WorkerThread::shop() {
    if (!shop_)
        shop_ = std::make_unique<Shop>(databasePath_, Freshness::AsIs);
    return *shop_;
}

}  // namespace goodfaith::app

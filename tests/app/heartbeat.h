// SPDX-License-Identifier: GPL-3.0-or-later
// How long this thread's event loop stood still at most, less what a thread beside it that does
// nothing stood still too: on a busy machine both wait for their turn.
#pragma once

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>

class Beat : public QTimer {
public:
    Beat() {
        setTimerType(Qt::PreciseTimer);
        setInterval(intervalMs);
        callOnTimeout(this,
                      [this] { longest_ = std::max(longest_, sinceLast_.restart() - intervalMs); });
    }
    void begin() {
        sinceLast_.start();
        start();
    }
    qint64 longest() const { return std::max(longest_, sinceLast_.elapsed() - intervalMs); }

private:
    static constexpr int intervalMs = 5;
    QElapsedTimer sinceLast_;
    qint64 longest_ = 0;
};

class Heartbeat {
public:
    Heartbeat() {
        idle_->moveToThread(&thread_);
        QObject::connect(&thread_, &QThread::started, idle_, [this] { idle_->begin(); });
        QObject::connect(&thread_, &QThread::finished, idle_, [this] {
            idleLongest_ = idle_->longest();
            idle_->deleteLater();
        });
        thread_.start();
        own_.begin();
    }
    ~Heartbeat() { stop(); }

    // Ends the measuring. Milliseconds.
    qint64 longestStall() {
        const qint64 own = own_.longest();
        stop();
        return std::max<qint64>(0, own - idleLongest_);
    }

private:
    void stop() {
        own_.stop();
        thread_.quit();
        thread_.wait();
    }

    QThread thread_;
    Beat* idle_ = new Beat;
    Beat own_;
    qint64 idleLongest_ = 0;
};

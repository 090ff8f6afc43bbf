// SPDX-License-Identifier: GPL-3.0-or-later
// A device that holds bytes and fails after so many of them: with an error, or (as a file does that
// was cut short while it was read) by ending.
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <cstring>

class FailingDevice : public QIODevice {
public:
    enum class Fault { Error, EarlyEnd };

    FailingDevice(const QByteArray& bytes, qint64 failsAfter, Fault fault)
        : bytes_(bytes), failsAfter_(failsAfter), fault_(fault) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 size() const override { return bytes_.size(); }

protected:
    qint64 readData(char* data, qint64 most) override {
        const qint64 count = std::min(most, failsAfter_ - pos());
        if (count <= 0 && fault_ == Fault::Error) {
            setErrorString(QStringLiteral("Input/output error"));
            return -1;
        }
        std::memcpy(data, bytes_.constData() + pos(),
                    static_cast<size_t>(std::max<qint64>(count, 0)));
        return std::max<qint64>(count, 0);
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray bytes_;
    qint64 failsAfter_;
    Fault fault_;
};

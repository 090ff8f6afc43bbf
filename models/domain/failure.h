// SPDX-License-Identifier: GPL-3.0-or-later
// What ends an operation: thrown with its context, caught once at the end of a job or command, and
// shown in words a user can act on. What is merely expected (a bad row, an ambiguous key) is a
// value instead.
#pragma once

#include <QByteArray>
#include <QString>

#include <exception>

namespace goodfaith {

// The numbers are the exit codes of the command line.
enum class FailureKind {
    WrongUse = 2,
    Unreadable = 3,
    Database = 4,
    NotFound = 5,
    Interrupted = 130
};

class Failure : public std::exception {
public:
    // `message`: one or two plain sentences: what failed, on what, what to do.
    Failure(FailureKind kind, QString message)
        : kind_(kind), message_(std::move(message)), utf8_(message_.toUtf8()) {}

    FailureKind kind() const { return kind_; }
    const QString& message() const { return message_; }
    const char* what() const noexcept override { return utf8_.constData(); }

private:
    FailureKind kind_;
    QString message_;
    QByteArray utf8_;
};

}  // namespace goodfaith

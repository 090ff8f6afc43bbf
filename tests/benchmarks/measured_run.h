// SPDX-License-Identifier: GPL-3.0-or-later
// What running a program to its end costs. Throws std::runtime_error when it fails.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace goodfaith::benchmarks {

struct Cost {
    double elapsed = 0;    // seconds
    double processor = 0;  // seconds, of user and system
    double memory = 0;     // MiB, at the peak
};

// Reads `input`; what it prints goes to `output`.
Cost run(const QStringList& command, const QString& input,
         const QString& output = QStringLiteral("/dev/null"));
// How long the first import of a report (`import --json`) took, without the scores, which come
// after.
double secondsOfImport(const QString& report);
void print(const char* what, const Cost& cost);
void write(const QString& path, const QByteArray& text);

}  // namespace goodfaith::benchmarks

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <QFileInfo>

#include <unistd.h>

#include <cstdio>

namespace goodfaith::app {
namespace {

constexpr qint64 redrawAfterMs = 100;

QString lineOf(const ImportProgress& progress) {
    const auto& reading = progress.reading;
    const qint64 percent =
        reading.bytesTotal > 0 ? reading.bytesDone * 100 / reading.bytesTotal : 0;
    return QStringLiteral("[%1/%2] %3: %4 %, %5 rows, %6 rejected")
        .arg(progress.input)
        .arg(progress.inputs)
        .arg(QFileInfo(progress.path).fileName())
        .arg(percent)
        .arg(reading.rowsRead)
        .arg(progress.counts.rejected);
}

}  // namespace

ProgressLine::ProgressLine() : isTerminal_(isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    clear();
}

void ProgressLine::show(const ImportProgress& progress) {
    show(lineOf(progress));
}

void ProgressLine::show(const QString& line) {
    if (!isTerminal_ || (isShown_ && sinceShown_.elapsed() < redrawAfterMs))
        return;
    std::fprintf(stderr, "\r\033[K%s", line.toUtf8().constData());
    std::fflush(stderr);
    isShown_ = true;
    sinceShown_.start();
}

void ProgressLine::clear() {
    if (isShown_)
        std::fputs("\r\033[K", stderr);
    isShown_ = false;
}

}  // namespace goodfaith::app

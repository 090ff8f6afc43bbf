// SPDX-License-Identifier: GPL-3.0-or-later
// Progress of an import on standard error, on one line that is rewritten; silent when that is no
// terminal.
#pragma once

#include "app/import_service.h"

#include <QElapsedTimer>

namespace goodfaith::app {

class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    void show(const ImportProgress& progress);
    void show(const QString& line);
    void clear();

private:
    bool isTerminal_ = false;
    bool isShown_ = false;
    QElapsedTimer sinceShown_;
};

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// CSV as we write it: RFC 4180 with LF.
#pragma once

#include <QStringList>

namespace goodfaith::app {

// One record with its end. A cell that a spreadsheet would take for a formula is led by an
// apostrophe.
QString csvRecord(const QStringList& cells);

}  // namespace goodfaith::app

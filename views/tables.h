// SPDX-License-Identifier: GPL-3.0-or-later
// How all our tables look and behave: whole rows, no grid, header that fits, copy by Ctrl+C.
#pragma once

class QString;
class QTableView;

namespace goodfaith::views {

// `name`: what the table is, for screen readers. The model is set already.
void prepareTable(QTableView* table, const QString& name);

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
// What a record needs beyond its cells: who took part in a call, and its main time where no column
// gives it.
#pragma once

#include "importers/csv/table_template.h"

namespace goodfaith::importers {

void setPartyKey(ImportedRecord& record, const PartyKey& key, const QString& text);
void finishRecord(ImportedRecord& record, const TableTemplate& table);
// What its cells cannot all say; "" where there is nothing.
QString contradictionIn(const ImportedRecord& record);

}  // namespace goodfaith::importers

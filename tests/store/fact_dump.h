// SPDX-License-Identifier: GPL-3.0-or-later
// All facts of a database as text, without ids: equal for equal shops, however they came about.
#pragma once

#include "models/store/database.h"

namespace goodfaith::store {

// Sorted lines: records, details, who took part, links as partitions, texts and what finds them,
// assertions, coverage.
QStringList dumpFacts(Database& database);

// Sorted lines: who is which customer, by number, and why; and which keys join nobody.
QStringList dumpCustomers(Database& database);
// Sorted lines: cases, waits and verdicts, by the numbers of customers and events.
QStringList dumpDerived(Database& database);

// Of all parties, in use or not.
qint64 partyCount(Database& database);

// Commits need not survive a power cut in a test: they are ten times as fast.
void commitCarelessly(Database& database);

}  // namespace goodfaith::store

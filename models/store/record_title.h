// SPDX-License-Identifier: GPL-3.0-or-later
// What a record is called on the timeline, in plain English: "Order 1042", "Call, abandoned after
// 6 min", "Review: 2 of 5, shops.example".
#pragma once

#include "models/domain/record.h"

namespace goodfaith::store {

QString titleOf(RecordKind kind, const QString& key, const RecordFields& fields);

}  // namespace goodfaith::store

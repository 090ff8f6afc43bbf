// SPDX-License-Identifier: GPL-3.0-or-later
// The words that files use for what is one of a few: how they are compared, and what they mean.
#pragma once

#include "models/domain/facts.h"
#include "models/domain/names.h"
#include "models/domain/record_fields.h"

namespace goodfaith::store {

inline constexpr auto refundKinds = std::to_array<Named<goodfaith::RefundKind>>({
    {goodfaith::RefundKind::Refund, "refund"},
    {goodfaith::RefundKind::Compensation, "compensation"},
    {goodfaith::RefundKind::StoreCredit, "store_credit"},
    {goodfaith::RefundKind::Chargeback, "chargeback"},
});

// "On-Hold" and "no answer" as "on_hold" and "no_answer".
inline QString word(const QString& text) {
    QString plain = text.trimmed().toLower();
    plain.replace(u' ', u'_').replace(u'-', u'_');
    return plain;
}

// What the words say, or `otherwise`.
template <class Enum, class Table>
Enum meaningOr(const Table& table, const RecordFields& fields, Field field, Enum otherwise) {
    return valueIn(table, word(fields.text(field))).value_or(otherwise);
}

}  // namespace goodfaith::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/queue_json.h"

#include "app/json/json_values.h"

namespace goodfaith::app {

QJsonObject toJson(const QueueRow& row, Instant asOf, Currency main) {
    const QueueEntry& entry = row.entry;
    const bool isPromise = entry.wait.kind == QueueKind::Promise;
    const auto putOffUntil = entry.isPutOff(asOf) ? entry.putOffUntil : std::nullopt;
    return {{QStringLiteral("wait"), textOf(entry.wait)},
            {QStringLiteral("customer"), entry.customer.value()},
            {QStringLiteral("name"), textOrNull(row.name)},
            {QStringLiteral("kind"), nameOf(entry.wait.kind)},
            {QStringLiteral("since"), toIsoUtc(entry.since)},
            {QStringLiteral("due"), toIsoUtc(entry.due)},
            {QStringLiteral("overdue"), entry.isOverdue(asOf)},
            {QStringLiteral("value"), toJson(row.value, main)},
            {QStringLiteral("topic"), textOrNull(nameOf(entry.topic))},
            {QStringLiteral("promise"), isPromise ? nameOf(entry.promise) : QJsonValue()},
            {QStringLiteral("text"), textOrNull(entry.phrase)},
            {QStringLiteral("last_words"), textOrNull(row.words)},
            {QStringLiteral("snoozed_until"), orNull(putOffUntil)},
            {QStringLiteral("events"),
             toArray(entry.events, [](EventId event) { return QJsonValue(event.value()); })}};
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
// Values in the JSON of the command line: names, fields and units are a contract.
#pragma once

#include "models/domain/instant.h"
#include "models/domain/money.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace goodfaith::app {

QJsonValue toJson(Money money);  // {"minor": 1999, "currency": "EUR"}
// The main currency's sum; with "amounts", one a currency, where there are several.
QJsonValue toJson(const MoneyBag& bag, Currency main);
QJsonValue toJson(Instant instant);  // ISO 8601 UTC
QJsonArray toJson(const QStringList& texts);

inline QJsonValue toJson(double value) {
    return value;
}
inline QJsonValue toJson(int value) {
    return value;
}

// null where nothing is known.
template <class Value>
QJsonValue orNull(const std::optional<Value>& value) {
    return value ? QJsonValue(toJson(*value)) : QJsonValue(QJsonValue::Null);
}
// Whole seconds, or null.
QJsonValue secondsOrNull(const std::optional<Duration>& duration);
QJsonValue textOrNull(const QString& text);

template <class Values, class Make>
QJsonArray toArray(const Values& values, Make make) {
    QJsonArray array;
    for (const auto& value : values)
        array.append(make(value));
    return array;
}

}  // namespace goodfaith::app

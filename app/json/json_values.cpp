// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_values.h"

namespace goodfaith::app {

QJsonValue toJson(Money money) {
    return QJsonObject{{QStringLiteral("minor"), money.minor},
                       {QStringLiteral("currency"), money.currency.code()}};
}

QJsonValue toJson(const MoneyBag& bag, Currency main) {
    QJsonObject object = toJson(bag.in(main)).toObject();
    const auto& sums = bag.sums();
    const bool isPlain = sums.empty() || (sums.size() == 1 && sums.begin()->first == main);
    if (!isPlain)
        object.insert(QStringLiteral("amounts"), toArray(sums, [](const auto& sum) {
                          return toJson(Money{sum.second, sum.first});
                      }));
    return object;
}

QJsonValue toJson(Instant instant) {
    return toIsoUtc(instant);
}

QJsonArray toJson(const QStringList& texts) {
    return QJsonArray::fromStringList(texts);
}

QJsonValue secondsOrNull(const std::optional<Duration>& duration) {
    return duration ? QJsonValue(toSeconds(*duration)) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

}  // namespace goodfaith::app

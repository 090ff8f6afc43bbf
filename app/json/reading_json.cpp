// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/reading_json.h"

#include "app/json/json_values.h"
#include "models/understanding/promise_due.h"

namespace goodfaith::app {
namespace {

QJsonArray promisesJson(const std::vector<StatedPromise>& promises, Instant writtenAt,
                        const ShopSettings& settings) {
    const BusinessCalendar calendar = calendarOf(settings);
    QJsonArray array;
    for (const StatedPromise& promise : promises) {
        const auto due =
            understanding::dueOf(promise.due, writtenAt, calendar, isMonthFirst(settings));
        if (due)
            array.append(QJsonObject{{QStringLiteral("due"), toIsoUtc(*due)},
                                     {QStringLiteral("kind"), nameOf(promise.kind)},
                                     {QStringLiteral("text"), promise.phrase}});
    }
    return array;
}

}  // namespace

QJsonObject toJson(const Reading& reading, Instant writtenAt, const ShopSettings& settings) {
    const QStringList movedBy(reading.movedBy.begin(), reading.movedBy.end());
    return {
        {QStringLiteral("new_text"), reading.newText},
        {QStringLiteral("complaint"), reading.complaint},
        {QStringLiteral("probability"), reading.complaintProbability},
        {QStringLiteral("topic"),
         textOrNull(nameOf(reading.complaint ? reading.topic : Topic::None))},
        {QStringLiteral("asks"),
         toArray(reading.asks, [](Ask ask) { return QJsonValue(nameOf(ask)); })},
        {QStringLiteral("promises"), promisesJson(reading.promises, writtenAt, settings)},
        {QStringLiteral("auto_reply"), reading.nature == MessageNature::AutoReply},
        {QStringLiteral("automatic"), reading.nature != MessageNature::Human},
        {QStringLiteral("threat"), reading.threat},
        {QStringLiteral("thanks"), reading.thanks},
        {QStringLiteral("says_received"), reading.saysReceived},
        {QStringLiteral("says_works"), reading.saysWorks},
        {QStringLiteral("admits"), reading.admits},
        {QStringLiteral("refuses"), reading.refuses},
        {QStringLiteral("asks_them"), reading.asksThem},
        {QStringLiteral("moved_by"), toJson(movedBy)},
    };
}

}  // namespace goodfaith::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/course_json.h"

#include "app/json/json_values.h"

namespace goodfaith::app {
namespace {

QJsonArray eventIds(const std::vector<EventId>& events) {
    return toArray(events, [](EventId event) { return QJsonValue(event.value()); });
}

QJsonObject pointJson(const CoursePoint& point) {
    return {
        {QStringLiteral("day"), point.day.toString(Qt::ISODate)},
        {QStringLiteral("as_of"), toIsoUtc(point.at)},
        {QStringLiteral("purchase_value"), orNull(point.value)},
        {QStringLiteral("complaints"), orNull(point.complaints)},
        {QStringLiteral("response"), orNull(point.response)},
        {QStringLiteral("verdict"), nameOf(point.computed)},
        {QStringLiteral("p_chronic"), point.pChronic},
    };
}

QJsonObject moveJson(const ReasonMove& move) {
    return {
        {QStringLiteral("code"), move.code},
        {QStringLiteral("weight_before"), move.before},
        {QStringLiteral("weight"), move.after},
        {QStringLiteral("text"), move.text},
        {QStringLiteral("events"), eventIds(move.events)},
    };
}

QJsonObject stepJson(const ScoreCourse& course, const CourseStep& step) {
    QJsonObject object{
        {QStringLiteral("kind"), nameOf(step.kind)},
        {QStringLiteral("at"), toIsoUtc(step.at)},
        {QStringLiteral("text"), step.text},
    };
    if (step.kind == StepKind::Judgement) {
        object[QStringLiteral("judged")] =
            step.judged ? QJsonValue(nameOf(*step.judged)) : QJsonValue(QJsonValue::Null);
        object[QStringLiteral("by")] = step.by;
        return object;
    }
    object[QStringLiteral("before")] = pointJson(course.points[step.before]);
    object[QStringLiteral("after")] = pointJson(course.points[step.after]);
    object[QStringLiteral("reasons")] =
        toArray(step.reasons, [](const ReasonMove& move) { return QJsonValue(moveJson(move)); });
    object[QStringLiteral("events")] = eventIds(step.events);
    return object;
}

}  // namespace

QJsonObject toJson(const ScoreCourse& course) {
    return {
        {QStringLiteral("customer"), course.customer.value()},
        {QStringLiteral("name"), course.name},
        {QStringLiteral("as_of"), toIsoUtc(course.asOf)},
        {QStringLiteral("parameters_id"), course.parameters.value()},
        {QStringLiteral("points"),
         toArray(course.points,
                 [](const CoursePoint& point) { return QJsonValue(pointJson(point)); })},
        {QStringLiteral("steps"),
         toArray(course.steps,
                 [&](const CourseStep& step) { return QJsonValue(stepJson(course, step)); })},
    };
}

}  // namespace goodfaith::app

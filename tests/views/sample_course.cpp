// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_values.h"

namespace goodfaith::samples {
namespace {

CoursePoint point(const char* day, std::optional<double> value, std::optional<double> complaints,
                  std::optional<double> response, VerdictKind verdict = VerdictKind::GoodFaith) {
    const QDate date = QDate::fromString(QString::fromLatin1(day), Qt::ISODate);
    return {date, endOfDay(date, settings().timeZone), value, complaints, response, verdict, 0.1};
}

CourseStep step(const ScoreCourse& course, size_t after, const char* text,
                std::vector<EventId> events) {
    CourseStep step;
    step.at = course.points[after].at;
    step.before = after - 1;
    step.after = after;
    step.text = QString::fromUtf8(text);
    step.events = std::move(events);
    return step;
}

}  // namespace

ScoreCourse course() {
    constexpr auto look = VerdictKind::NeedsLook;
    constexpr auto chronic = VerdictKind::ChronicPattern;
    ScoreCourse course;
    course.customer = CustomerId(17);
    course.asOf = now();
    course.points = {
        point("2022-11-02", {}, {}, {}),          point("2022-12-31", 31, {}, {}),
        point("2023-03-31", 44, 5, {}),           point("2023-05-14", 47, 12, {}),
        point("2023-05-31", 47, 12, 82),          point("2023-08-03", 52, 24, 88),
        point("2023-10-31", 61, 22, 90),          point("2024-01-19", 58, 37, 71, look),
        point("2024-02-29", 58, 35, 74, look),    point("2024-05-08", 49, 52, 66, chronic),
        point("2024-07-03", 47, 51, 70, chronic),
    };
    course.steps = {
        step(course, 2,
             "Since January 2023: 3 orders worth €214; 3 orders now, enough to compare "
             "complaints with.",
             {EventId(3), EventId(4), EventId(5)}),
        step(course, 3, "A complaint about order 1042 (late).", {EventId(6)}),
        step(course, 4, "The complaint about order 1042 is confirmed: it followed a late delivery.",
             {EventId(6), EventId(7)}),
        step(course, 5,
             "A complaint about order 1077 (not received), the first that our records contradict: "
             "the parcel was reported missing after a delivery with proof.",
             {EventId(8), EventId(9)}),
        step(course, 7,
             "Needs a look: the second complaint that our records contradict (the one about order "
             "1103): the goods came back used.",
             {EventId(10), EventId(11)}),
        step(course, 9,
             "Chronic pattern: a complaint about order 1130 (not received), the third that our "
             "records contradict: the parcel was reported missing after a delivery with proof.",
             {EventId(12), EventId(13)}),
    };
    CourseStep judged;
    judged.kind = StepKind::Judgement;
    judged.at = at("2024-06-11T09:00:00Z");
    judged.before = judged.after = 9;
    judged.judged = look;
    judged.by = QStringLiteral("Kim");
    judged.text = QStringLiteral("Judged by Kim: needs a look (“the carrier admits a mistake”).");
    course.steps.push_back(judged);
    return course;
}

}  // namespace goodfaith::samples

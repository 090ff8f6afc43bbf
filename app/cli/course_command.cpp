// SPDX-License-Identifier: GPL-3.0-or-later
// course: how a customer's scores came about, and what moved them.
#include "app/cli/as_of_option.h"
#include "app/cli/command_set_ups.h"
#include "app/cli/customer_option.h"
#include "app/cli/output.h"
#include "app/json/course_json.h"
#include "app/shop.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace goodfaith::app {
namespace {

QString scoreText(const std::optional<double>& score) {
    return score ? QString::number(std::lround(*score)) : QStringLiteral("-");
}

// "value 40 → 62, replies 80 → 52"; "" where no score moved.
QString movesText(const CoursePoint& before, const CoursePoint& after) {
    const std::array moves{
        std::tuple(QStringLiteral("value"), before.value, after.value),
        std::tuple(QStringLiteral("complaints"), before.complaints, after.complaints),
        std::tuple(QStringLiteral("replies"), before.response, after.response),
    };
    QStringList texts;
    for (const auto& [name, was, is] : moves) {
        if (scoreText(was) != scoreText(is))
            texts << QStringLiteral("%1 %2 → %3").arg(name, scoreText(was), scoreText(is));
    }
    return texts.join(QStringLiteral(", "));
}

void printCourse(const ScoreCourse& course, const ShopSettings& settings) {
    if (course.steps.empty())
        printLine(QStringLiteral("Too little has happened yet."));
    for (const CourseStep& step : course.steps) {
        const QString day =
            QLocale(QLocale::English)
                .toString(dayOf(step.at, settings.timeZone), QStringLiteral("d MMM yyyy"));
        const QString moves = movesText(course.points[step.before], course.points[step.after]);
        printLine(
            QStringLiteral("%1  %2%3")
                .arg(day, 11)
                .arg(step.text, moves.isEmpty() ? moves : QStringLiteral(" (%1)").arg(moves)));
    }
}

int course(const std::string& customer, const std::string& asOf, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const ShopSettings settings = shop.settings();
    const ScoreCourse course =
        shop.course(shop.resolve(QString::fromStdString(customer)), asOfFrom(asOf, settings));
    if (invocation.json)
        printJson(toJson(course));
    else
        printCourse(course, settings);
    return exitDone;
}

}  // namespace

CommandBody setUpCourse(CLI::App& options) {
    const auto customer = std::make_shared<std::string>();
    const auto asOf = std::make_shared<std::string>();
    options.add_option("customer", *customer, customerHelp)->required();
    options.add_option("--as-of", *asOf, "An instant, or a date: the end of that day");
    return [=](const Invocation& invocation) { return course(*customer, *asOf, invocation); };
}

}  // namespace goodfaith::app

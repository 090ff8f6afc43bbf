// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scoring/common_issue.h"

#include "models/scoring/wording.h"

#include <cmath>

namespace goodfaith::scoring {
namespace {

QString sameThing(const IssueSubject& subject) {
    if (!subject.product.isEmpty())
        return QStringLiteral("of the same product");
    if (!subject.carrier.isEmpty())
        return QStringLiteral("of the same carrier");
    return subject.region.isEmpty() ? QStringLiteral("of the same thing")
                                    : QStringLiteral("from the same region");
}

// "in June", "between 28 May and 3 June", "since 3 June".
QString period(const CommonIssue& issue, const History& history) {
    const QTimeZone& zone = history.settings().timeZone;
    const auto dayOfIssue = [&](QDate day) {
        return dayText(startOfDay(day, zone), history.asOf(), zone);
    };
    if (!issue.over)
        return QStringLiteral("since %1").arg(dayOfIssue(issue.from));
    if (issue.from == issue.to)
        return QStringLiteral("on %1").arg(dayOfIssue(issue.from));
    const bool isOneMonth =
        issue.from.year() == issue.to.year() && issue.from.month() == issue.to.month();
    if (isOneMonth)
        return QStringLiteral("in %1").arg(dayOfIssue(issue.from).section(u' ', 1));
    return QStringLiteral("between %1 and %2").arg(dayOfIssue(issue.from), dayOfIssue(issue.to));
}

QString usual(double expected) {
    const auto count = std::lround(expected);
    if (count == 0)
        return QStringLiteral("hardly any is usual");
    return QStringLiteral("%1 %2 usual").arg(count).arg(count == 1 ? u"is" : u"are");
}

}  // namespace

std::vector<EventId> commonIssue(const History& history, const Case& matter) {
    std::vector<EventId> events;
    if (const CommonIssue* issue = history.issueOf(matter)) {
        for (const IssueMember& member : issue->members)
            events.push_back(member.matter);
    }
    return events;
}

QString tellCommonIssue(const History& history, const Case& matter) {
    const CommonIssue* issue = history.issueOf(matter);
    if (issue == nullptr)
        return {};
    return QStringLiteral("%1 complained %2 %3, where %4")
        .arg(counted(issue->complaints, u"customer"), sameThing(issue->subject),
             period(*issue, history), usual(issue->expected));
}

}  // namespace goodfaith::scoring

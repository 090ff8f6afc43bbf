// SPDX-License-Identifier: GPL-3.0-or-later
// issues: what many customers complain of.
#include "app/cli/as_of_option.h"
#include "app/cli/command_set_ups.h"
#include "app/cli/output.h"
#include "app/json/issue_json.h"
#include "app/json/json_values.h"
#include "app/shop.h"

namespace goodfaith::app {
namespace {

QString nameOf(const IssueSubject& subject) {
    QStringList parts{goodfaith::nameOf(subject.topic).replace(u'_', u' '), subject.productTitle,
                      subject.product, subject.carrier, subject.region};
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(QStringLiteral(", "));
}

QStringList cells(const CommonIssue& issue) {
    return {nameOf(issue.subject), issue.from.toString(Qt::ISODate),
            issue.over ? issue.to.toString(Qt::ISODate) : QStringLiteral("goes on"),
            QString::number(issue.complaints),
            QString::number(issue.expected, 'f', issue.expected < 1 ? 1 : 0)};
}

int issues(const std::string& asOf, const Invocation& invocation) {
    Shop shop(invocation.databasePath);
    const auto found = shop.issues(asOfFrom(asOf, shop.settings()));
    if (invocation.json) {
        printJson({{QStringLiteral("issues"), toArray(found, [](const CommonIssue& issue) {
                        return QJsonValue(toJson(issue));
                    })}});
        return exitDone;
    }
    if (found.empty()) {
        printLine(QStringLiteral("Nothing that many customers complain of at a time."));
        return exitDone;
    }
    std::vector<QStringList> rows;
    for (const CommonIssue& issue : found)
        rows.push_back(cells(issue));
    printTable({QStringLiteral("issue"), QStringLiteral("from"), QStringLiteral("to"),
                QStringLiteral("complaints"), QStringLiteral("usual")},
               rows);
    return exitDone;
}

}  // namespace

CommandBody setUpIssues(CLI::App& options) {
    const auto asOf = std::make_shared<std::string>();
    options.add_option("--as-of", *asOf, "An instant, or a date: the end of that day");
    return [=](const Invocation& invocation) { return issues(*asOf, invocation); };
}

}  // namespace goodfaith::app

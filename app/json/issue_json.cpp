// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/issue_json.h"

#include "app/json/json_values.h"

#include <set>

namespace goodfaith::app {

QJsonObject toJson(const CommonIssue& issue) {
    std::set<CustomerId> customers;
    for (const IssueMember& member : issue.members)
        customers.insert(member.customer);
    return {{QStringLiteral("id"), issue.id},
            {QStringLiteral("topic"), textOrNull(nameOf(issue.subject.topic))},
            {QStringLiteral("product"), textOrNull(issue.subject.product)},
            {QStringLiteral("carrier"), textOrNull(issue.subject.carrier)},
            {QStringLiteral("region"), textOrNull(issue.subject.region)},
            {QStringLiteral("from"), issue.from.toString(Qt::ISODate)},
            {QStringLiteral("to"), issue.to.toString(Qt::ISODate)},
            {QStringLiteral("over"), issue.over},
            {QStringLiteral("complaints"), issue.complaints},
            {QStringLiteral("expected"), issue.expected},
            {QStringLiteral("customers"),
             toArray(customers, [](CustomerId customer) { return customer.value(); })},
            {QStringLiteral("events"), toArray(issue.members, [](const IssueMember& member) {
                 return member.matter.value();
             })}};
}

}  // namespace goodfaith::app

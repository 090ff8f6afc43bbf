// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/common_issue_table.h"

#include "models/store/customer_names.h"
#include "models/store/derived_tables.h"
#include "models/store/statement.h"

#include <algorithm>
#include <map>

namespace goodfaith::store {
namespace {

QString toText(const std::vector<int>& counts) {
    QStringList texts;
    for (const int count : counts)
        texts << QString::number(count);
    return texts.join(u' ');
}

std::vector<int> countsFrom(const QString& text) {
    std::vector<int> counts;
    for (const QString& count : text.split(u' ', Qt::SkipEmptyParts))
        counts.push_back(count.toInt());
    return counts;
}

}  // namespace

void CommonIssueTable::save(ParametersId parameters, const std::vector<CommonIssue>& issues) {
    Statement(
        database_,
        "DELETE FROM common_issue WHERE parameters_id IN (SELECT id FROM shop_parameters "
        "WHERE facts_revision <> (SELECT facts_revision FROM shop_parameters WHERE id = :id))")
        .run(parameters);
    Statement saveIssue(
        database_,
        "INSERT INTO common_issue (parameters_id, name, topic, product, product_title, carrier, "
        "region, from_day, to_day, raised_day, over, alarm, complaints, expected, trend_day, "
        "trend) VALUES (:parameters, :name, :topic, :product, :title, :carrier, :region, :from, "
        ":to, :raised, :over, :alarm, :complaints, :expected, :trend_day, :trend)");
    Statement saveMember(database_,
                         "INSERT INTO common_issue_member (issue_id, place, case_id, customer_id) "
                         "VALUES (:issue, :place, :case, :customer)");
    for (const CommonIssue& issue : issues) {
        const IssueSubject& subject = issue.subject;
        saveIssue.run(parameters, issue.id, subject.topic, subject.product, subject.productTitle,
                      subject.carrier, subject.region, issue.from.toJulianDay(),
                      issue.to.toJulianDay(), issue.raisedOn.toJulianDay(), issue.over, issue.alarm,
                      issue.complaints, issue.expected, issue.trendFrom.toJulianDay(),
                      toText(issue.trend));
        const qint64 row = lastInsertedId(database_);
        for (size_t place = 0; place < issue.members.size(); ++place)
            saveMember.run(row, place, issue.members[place].matter, issue.members[place].customer);
    }
}

std::vector<CommonIssue> CommonIssueTable::load(ParametersId parameters) const {
    Query<qint64, QString, Topic, QString, QString, QString, QString, qint64, qint64, qint64, bool,
          bool, int, double, qint64, QString>
        query(database_,
              "SELECT id, name, topic, product, product_title, carrier, region, from_day, to_day, "
              "raised_day, over, alarm, complaints, expected, trend_day, trend FROM common_issue "
              "WHERE parameters_id = :parameters ORDER BY id");
    std::vector<CommonIssue> issues;
    for (auto& [row, name, topic, product, title, carrier, region, from, to, raised, over, alarm,
                complaints, expected, trendFrom, trend] : query.all(parameters)) {
        CommonIssue issue;
        issue.id = name;
        issue.subject = {topic, product, title, carrier, region};
        issue.from = QDate::fromJulianDay(from);
        issue.to = QDate::fromJulianDay(to);
        issue.raisedOn = QDate::fromJulianDay(raised);
        issue.over = over;
        issue.alarm = alarm;
        issue.complaints = complaints;
        issue.expected = expected;
        issue.trendFrom = QDate::fromJulianDay(trendFrom);
        issue.trend = countsFrom(trend);
        issue.members = membersOf(row);
        issues.push_back(std::move(issue));
    }
    return issues;
}

std::vector<IssueMember> CommonIssueTable::membersOf(qint64 row) const {
    Query<CaseId, CustomerId> query(database_,
                                    "SELECT case_id, customer_id FROM common_issue_member "
                                    "WHERE issue_id = :issue ORDER BY place");
    std::vector<IssueMember> members;
    for (const auto& [matter, customer] : query.all(row))
        members.push_back({matter, customer});
    return members;
}

std::vector<CustomerCount> CommonIssueTable::customersOf(const CommonIssue& issue) const {
    std::map<CustomerId, int> counts;
    for (const IssueMember& member : issue.members)
        ++counts[member.customer];
    const DerivedTables derived(database_);
    std::vector<CustomerCount> customers;
    for (const auto& [customer, count] : counts)
        customers.push_back({customer, CustomerNames(database_, customer).nameOf(customer),
                             derived.verdict(customer), count});
    std::stable_sort(
        customers.begin(), customers.end(),
        [](const CustomerCount& a, const CustomerCount& b) { return a.count > b.count; });
    return customers;
}

}  // namespace goodfaith::store

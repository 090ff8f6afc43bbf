// SPDX-License-Identifier: GPL-3.0-or-later
// Common issues come back as they were saved, with the set of parameters that they belong to.
#include "models/store/common_issue_table.h"

#include "models/store/derived_tables.h"
#include "tests/store/shop_fixture.h"

#include <QTest>

using namespace goodfaith;
using namespace goodfaith::store;

namespace {

CommonIssue kettles(CustomerId customer) {
    CommonIssue issue;
    issue.id = u"defective/product/KET-2/2024-06-03"_qs;
    issue.subject = {Topic::Defective, u"KET-2"_qs, u"Kettle"_qs, {}, {}};
    issue.from = QDate(2024, 6, 3);
    issue.to = QDate(2024, 6, 9);
    issue.raisedOn = QDate(2024, 6, 5);
    issue.over = true;
    issue.alarm = true;
    issue.complaints = 9;
    issue.expected = 2.25;
    issue.members = {{CaseId(7), customer}, {CaseId(8), customer}, {CaseId(3), CustomerId(999)}};
    issue.trendFrom = QDate(2024, 4, 8);
    issue.trend = {0, 1, 9, 0};
    return issue;
}

ShopParameters parametersWith(std::vector<CommonIssue> issues) {
    ShopParameters parameters;
    parameters.asOf = at("2024-07-01");
    parameters.issues = CommonIssues(std::move(issues));
    return parameters;
}

}  // namespace

class CommonIssueTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comeBackWithTheirParameters() {
        Shop shop;
        DerivedTables derived(shop.database());
        const CommonIssue saved = kettles(CustomerId(1));
        derived.saveParameters(parametersWith({saved}), 5);
        const auto found = derived.latestParameters(5)->issues.all();
        QCOMPARE(found.size(), size_t(1));
        const CommonIssue& issue = found.front();
        QCOMPARE(issue.id, saved.id);
        QCOMPARE(issue.subject.topic, Topic::Defective);
        QCOMPARE(issue.subject.product, saved.subject.product);
        QCOMPARE(issue.subject.productTitle, saved.subject.productTitle);
        QCOMPARE(issue.subject.carrier, QString());
        QCOMPARE(issue.from, saved.from);
        QCOMPARE(issue.to, saved.to);
        QCOMPARE(issue.raisedOn, saved.raisedOn);
        QVERIFY(issue.over && issue.alarm);
        QCOMPARE(issue.complaints, 9);
        QCOMPARE(issue.expected, 2.25);
        QCOMPARE(issue.trendFrom, saved.trendFrom);
        QCOMPARE(issue.trend, saved.trend);
        QCOMPARE(issue.members.size(), size_t(3));
        QCOMPARE(issue.members[2].matter, CaseId(3));
        QCOMPARE(issue.members[2].customer, CustomerId(999));
    }

    void areDroppedWhenTheFactsChange() {
        Shop shop;
        DerivedTables derived(shop.database());
        const auto early = derived.saveParameters(parametersWith({kettles(CustomerId(1))}), 5);
        const auto same = derived.saveParameters(parametersWith({}), 5);
        const CommonIssueTable table(shop.database());
        QCOMPARE(table.load(early).size(), size_t(1));
        QVERIFY(table.load(same).empty());
        derived.saveParameters(parametersWith({}), 6);
        QVERIFY(table.load(early).empty());
    }

    void nameTheirCustomers() {
        Shop shop;
        shop.import({mail(u"m"_qs, "2024-05-03", u"Kettle"_qs, u"It is broken."_qs)});
        const CustomerId customer = shop.customerOf(u"ada@example.com"_qs);
        DerivedTables(shop.database()).saveVerdicts({{customer, VerdictKind::NeedsLook}});
        const auto customers = CommonIssueTable(shop.database()).customersOf(kettles(customer));
        QCOMPARE(customers.size(), size_t(2));
        QCOMPARE(customers[0].customer, customer);
        QCOMPARE(customers[0].count, 2);
        QCOMPARE(customers[0].verdict, VerdictKind::NeedsLook);
        QCOMPARE(customers[1].count, 1);
    }

    void aCaseKnowsItsIssue() {
        CommonIssue lenient = kettles(CustomerId(1));
        lenient.alarm = false;
        lenient.complaints = 50;
        lenient.id = u"defective/2024-06-03"_qs;
        const CommonIssues issues({lenient, kettles(CustomerId(1))});
        QCOMPARE(issues.of(CaseId(7))->id, u"defective/product/KET-2/2024-06-03"_qs);
        QVERIFY(issues.of(CaseId(77)) == nullptr);
    }
};

QTEST_APPLESS_MAIN(CommonIssueTableTest)
#include "common_issue_table_test.moc"

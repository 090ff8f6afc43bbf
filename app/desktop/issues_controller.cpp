// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/issues_controller.h"

#include "app/clock.h"
#include "models/store/common_issue_table.h"
#include "views/issues_page.h"

namespace goodfaith::app {
namespace {

// Not those of the other pages that ask the same thread.
enum Channel { IssuesChannel = 10, MembersChannel };

}  // namespace

IssuesController::IssuesController(views::IssuesPage& page, WorkerThread& worker) : QObject(&page) {
    connect(&page, &views::IssuesPage::issuesWanted, this, [&page, &worker](quint64 token) {
        worker.askLatest(
            IssuesChannel, &page, [](Shop& shop) { return shop.issues(now()); },
            [&page, token](std::vector<CommonIssue> issues) {
                page.setIssues(token, std::move(issues));
            });
    });
    connect(&page, &views::IssuesPage::customersWanted, this,
            [&page, &worker](quint64 token, const CommonIssue& issue) {
                worker.askLatest(
                    MembersChannel, &page,
                    [issue](Shop& shop) {
                        return store::CommonIssueTable(shop.database()).customersOf(issue);
                    },
                    [&page, token](std::vector<CustomerCount> customers) {
                        page.setCustomers(token, std::move(customers));
                    });
            });
}

}  // namespace goodfaith::app

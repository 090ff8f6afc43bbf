// SPDX-License-Identifier: GPL-3.0-or-later
// What many customers complain of: a card for each issue, and who is in it beside them. Asks when
// it is seen; an answer to an older question is dropped by its token.
#pragma once

#include "models/domain/overview.h"
#include "models/items/issues_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;

namespace goodfaith::views {

class CustomersPanel;

class IssuesPage : public QWidget {
    Q_OBJECT

public:
    explicit IssuesPage(QWidget* parent = nullptr);

    void setFormat(const items::Format& format);
    // Asks now, or when the page is next seen.
    void reload();
    void setIssues(quint64 token, std::vector<CommonIssue> issues);
    void setCustomers(quint64 token, std::vector<CustomerCount> customers);

    QListView* list() const { return list_; }
    QLabel* message() const { return message_; }
    CustomersPanel* customers() const { return customers_; }

Q_SIGNALS:
    void issuesWanted(quint64 token);
    void customersWanted(quint64 token, const goodfaith::CommonIssue& issue);
    void customerChosen(goodfaith::CustomerId customer);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeList();
    void showCustomers(const QModelIndex& index);

    items::Format format_;
    items::IssuesModel model_;
    QStackedWidget* stack_;
    QLabel* message_;
    QListView* list_;
    CustomersPanel* customers_;
    quint64 token_ = 0;
    quint64 customersToken_ = 0;
    bool isStale_ = true;
};

}  // namespace goodfaith::views

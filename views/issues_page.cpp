// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/issues_page.h"

#include "views/customers_panel.h"
#include "views/issue_delegate.h"
#include "views/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>

namespace goodfaith::views {

IssuesPage::IssuesPage(QWidget* parent)
    : QWidget(parent),
      stack_(new QStackedWidget(this)),
      message_(new QuietLabel({}, this)),
      list_(new QListView(this)),
      customers_(new CustomersPanel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    column->addWidget(headingLabel(tr("Issues"), this));
    auto* body = new QHBoxLayout;
    body->setSpacing(2 * step);
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    stack_->addWidget(message_);
    stack_->addWidget(makeList());
    body->addWidget(stack_, 1);
    customers_->setFixedWidth(68 * step);
    customers_->hide();
    body->addWidget(customers_);
    column->addLayout(body, 1);
    message_->setText(tr("Counting …"));
    connect(customers_, &CustomersPanel::customerChosen, this, &IssuesPage::customerChosen);
    connect(customers_, &CustomersPanel::closed, this, [this] { list_->setFocus(); });
}

QWidget* IssuesPage::makeList() {
    list_->setModel(&model_);
    list_->setItemDelegate(new IssueDelegate(list_));
    list_->setAccessibleName(tr("Common issues"));
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->setToolTip(tr("Enter or a click shows the customers in it"));
    list_->installEventFilter(this);
    connect(list_, &QListView::clicked, this, &IssuesPage::showCustomers);
    return list_;
}

void IssuesPage::setFormat(const items::Format& format) {
    format_ = format;
    model_.setFormat(format);
    customers_->setFormat(format);
}

void IssuesPage::reload() {
    isStale_ = !isVisible();
    if (!isStale_)
        Q_EMIT issuesWanted(++token_);
}

void IssuesPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (isStale_)
        reload();
}

void IssuesPage::setIssues(quint64 token, std::vector<CommonIssue> issues) {
    if (token != token_)
        return;
    ++customersToken_;
    customers_->hide();
    message_->setText(tr(
        "Nothing that many customers complain of at a time. When a product, a carrier, a region "
        "or a topic brings more complaints than is usual for what was shipped, it stands here."));
    stack_->setCurrentWidget(issues.empty() ? static_cast<QWidget*>(message_) : list_);
    setFocusProxy(issues.empty() ? nullptr : list_);
    model_.setIssues(std::move(issues));
    list_->setCurrentIndex(model_.index(0));
}

void IssuesPage::showCustomers(const QModelIndex& index) {
    const CommonIssue* issue = model_.issueAt(index);
    if (issue == nullptr)
        return;
    customers_->open(items::issueTitle(issue->subject), items::issuePeriod(*issue, format_),
                     tr("Cases"));
    Q_EMIT customersWanted(++customersToken_, *issue);
}

void IssuesPage::setCustomers(quint64 token, std::vector<CustomerCount> customers) {
    if (token == customersToken_ && customers_->isVisibleTo(this))
        customers_->setCustomers(std::move(customers));
}

bool IssuesPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched != list_ || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    showCustomers(list_->currentIndex());
    return true;
}

}  // namespace goodfaith::views

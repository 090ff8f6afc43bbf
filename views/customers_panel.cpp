// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/customers_panel.h"

#include "views/look.h"
#include "views/tables.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

namespace goodfaith::views {

CustomersPanel::CustomersPanel(QWidget* parent)
    : QFrame(parent),
      title_(new ElidedLabel(this)),
      subtitle_(new QuietLabel({}, this)),
      table_(new QTableView(this)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    column->setSpacing(step);
    auto* line = new QHBoxLayout;
    title_->setFont(boldFont(title_->font()));
    title_->setMinimumWidth(10 * step);
    auto* close = iconButton(QStringLiteral("close"), tr("Close this list (Esc)"), this);
    line->addWidget(title_, 1);
    line->addWidget(close);
    column->addLayout(line);
    subtitle_->setMinimumWidth(10 * step);
    column->addWidget(subtitle_);
    table_->setModel(&model_);
    prepareTable(table_, tr("Customers behind the mark"));
    auto* header = table_->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(items::CustomerCountsModel::Name, QHeaderView::Stretch);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setToolTip(tr("Enter or a double click opens the customer"));
    table_->installEventFilter(this);
    column->addWidget(table_, 1);
    connect(close, &QToolButton::clicked, this, &CustomersPanel::close);
    connect(table_, &QTableView::doubleClicked, this, &CustomersPanel::choose);
}

void CustomersPanel::open(const QString& title, const QString& subtitle, const QString& counted) {
    title_->setText(title);
    subtitle_->setText(subtitle);
    counted_ = counted;
    model_.setCustomers({}, counted_);
    show();
}

void CustomersPanel::setCustomers(std::vector<CustomerCount> customers) {
    model_.setCustomers(std::move(customers), counted_);
    table_->setCurrentIndex(model_.index(0, 0));
    table_->setFocus();
}

void CustomersPanel::close() {
    hide();
    Q_EMIT closed();
}

void CustomersPanel::choose(const QModelIndex& index) {
    if (const CustomerId customer = model_.customerAt(index); !customer.isNone())
        Q_EMIT customerChosen(customer);
}

bool CustomersPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != table_ || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape)
        close();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        choose(table_->currentIndex());
    else
        return false;
    return true;
}

}  // namespace goodfaith::views

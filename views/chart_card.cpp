// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart_card.h"

#include "views/look.h"
#include "views/tables.h"
#include "views/weekly_chart.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>

namespace goodfaith::views {

ChartCard::ChartCard(const QString& title, items::ChartOperation operation, QWidget* parent)
    : QFrame(parent),
      title_(title),
      operation_(operation),
      about_(iconButton(QStringLiteral("info"), tr("What is counted"), this)),
      tableButton_(iconButton(QStringLiteral("table"), tr("Show the numbers as a table"), this)),
      stack_(new QStackedWidget(this)),
      chart_(new WeeklyChart(this)),
      table_(new QTableView(this)),
      message_(new QuietLabel({}, this)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    auto* line = new QHBoxLayout;
    auto* heading = new QLabel(title, this);
    heading->setFont(boldFont(heading->font()));
    line->addWidget(heading);
    line->addWidget(about_);
    line->addStretch();
    tableButton_->setCheckable(true);
    tintWhileChecked(tableButton_);
    line->addWidget(tableButton_);
    column->addLayout(line);
    table_->setModel(&model_);
    prepareTable(table_, title);
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    stack_->addWidget(message_);
    stack_->addWidget(chart_);
    stack_->addWidget(table_);
    column->addWidget(stack_, 1);
    connect(tableButton_, &QToolButton::toggled, this, &ChartCard::showContent);
    connect(about_, &QToolButton::clicked, this, [this] {
        QToolTip::showText(about_->mapToGlobal(QPoint(0, about_->height())), about_->toolTip(),
                           about_);
    });
    connect(chart_, &WeeklyChart::markClicked, this, &ChartCard::barClicked);
    connect(table_, &QTableView::activated, this, &ChartCard::tableActivated);
    setBusy();
}

void ChartCard::setFormat(const items::Format& format) {
    format_ = format;
    model_.setFormat(format);
    showContent();
}

void ChartCard::setDefinition(const QString& definition) {
    about_->setToolTip(QStringLiteral("<p>%1</p>").arg(definition.toHtmlEscaped()));
    about_->setAccessibleDescription(definition);
    chart_->setAccessibleDescription(definition);
    setAccessibleName(title_);
    setAccessibleDescription(definition);
}

void ChartCard::setBusy() {
    if (values_.bins.empty())
        message_->setText(tr("Counting …"));
}

void ChartCard::setReport(const reports::WeeklyReport& report) {
    values_ = items::chartValues(report, operation_);
    model_.setValues(values_);
    message_->setText(
        tr("Nothing to count in this period. Import mails, calls and orders, or "
           "choose a longer period."));
    showContent();
}

void ChartCard::showContent() {
    tableButton_->setEnabled(!values_.isEmpty());
    if (values_.isEmpty()) {
        stack_->setCurrentWidget(message_);
        return;
    }
    if (tableButton_->isChecked()) {
        stack_->setCurrentWidget(table_);
        table_->resizeColumnsToContents();
        return;
    }
    chart_->setValues(values_, format_);
    stack_->setCurrentWidget(chart_);
}

void ChartCard::tableActivated(const QModelIndex& index) {
    if (index.column() > 0)
        Q_EMIT barClicked(values_.bins[static_cast<size_t>(index.row())], values_.weeksPerBin,
                          values_.series[static_cast<size_t>(index.column()) - 1].key);
}

}  // namespace goodfaith::views

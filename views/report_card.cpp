// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report_card.h"

#include "views/look.h"
#include "views/tables.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>

namespace goodfaith::views {

ReportCard::ReportCard(QWidget* parent)
    : QFrame(parent),
      title_(new QLabel(this)),
      about_(iconButton(QStringLiteral("info"), tr("What is counted"), this)),
      rows_(new QuietLabel({}, this)),
      copy_(iconButton(QStringLiteral("copy"), tr("Copy the table"), this)),
      save_(iconButton(QStringLiteral("save"), tr("Save as CSV …"), this)),
      stack_(new QStackedWidget(this)),
      table_(new QTableView(this)),
      message_(new QuietLabel({}, this)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    column->addLayout(makeTop());
    table_->setModel(&model_);
    prepareTable(table_, tr("Report"));
    table_->setSortingEnabled(true);
    constexpr int rowsMeasured = 100;
    table_->horizontalHeader()->setResizeContentsPrecision(rowsMeasured);
    table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table_->installEventFilter(this);
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    stack_->addWidget(message_);
    stack_->addWidget(table_);
    column->addWidget(stack_, 1);
    setFocusProxy(table_);
    connect(table_, &QTableView::doubleClicked, this, &ReportCard::choose);
    connect(save_, &QToolButton::clicked, this, &ReportCard::saveWanted);
    connect(about_, &QToolButton::clicked, this, [this] {
        QToolTip::showText(about_->mapToGlobal(QPoint(0, about_->height())), about_->toolTip(),
                           about_);
    });
    connect(copy_, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(model_.asText());
        QToolTip::showText(copy_->mapToGlobal(QPoint(0, copy_->height())), tr("Copied"), copy_, {},
                           1500);
    });
}

QLayout* ReportCard::makeTop() {
    auto* line = new QHBoxLayout;
    title_->setFont(boldFont(title_->font()));
    line->addWidget(title_);
    line->addWidget(about_);
    line->addStretch();
    line->addWidget(rows_);
    line->addWidget(copy_);
    line->addWidget(save_);
    return line;
}

void ReportCard::setFormat(const items::Format& format) {
    format_ = format;
    model_.setFormat(format);
}

void ReportCard::open(const QString& title, const QString& definition) {
    title_->setText(title);
    about_->setToolTip(QStringLiteral("<p>%1</p>").arg(definition.toHtmlEscaped()));
    about_->setAccessibleDescription(definition);
    setAccessibleName(title);
    table_->setAccessibleName(title);
    table_->setAccessibleDescription(definition);
    message_->setText(tr("Counting …"));
    rows_->clear();
    copy_->setEnabled(false);
    save_->setEnabled(false);
    stack_->setCurrentWidget(message_);
    table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    model_.setReport({});
}

void ReportCard::setReport(reports::Report report, qint64 rows) {
    const auto shown = static_cast<qint64>(report.rows.size());
    model_.setReport(std::move(report));
    message_->setText(
        tr("Nothing to count in this period. Import mails, calls and orders, or choose a longer "
           "period."));
    rows_->setText(
        shown < rows
            ? tr("the first %1 of %2 rows").arg(format_.number(shown), format_.number(rows))
            : format_.counted(rows, tr("row"), tr("rows")));
    copy_->setEnabled(shown > 0);
    save_->setEnabled(shown > 0);
    stack_->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(table_) : message_);
    table_->resizeColumnsToContents();
    for (int column = 0; column < model_.columnCount(); ++column)
        table_->setColumnHidden(column, model_.isForPrograms(column));
}

void ReportCard::choose(const QModelIndex& index) {
    if (const CustomerId customer = model_.customerAt(index); !customer.isNone())
        Q_EMIT customerChosen(customer);
}

bool ReportCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(table_->currentIndex());
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts_page.h"

#include "models/reports/reports.h"
#include "views/chart_card.h"
#include "views/customers_panel.h"
#include "views/look.h"
#include "views/report_card.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>

namespace goodfaith::views {

ChartsPage::ChartsPage(QWidget* parent)
    : QWidget(parent),
      list_(new QListView(this)),
      stack_(new QStackedWidget(this)),
      period_(new QComboBox(this)),
      complaints_(
          new ChartCard(tr("Complaints per week, by topic"), items::ChartOperation::Sum, this)),
      answered_(new ChartCard(tr("Answered within the target, share per week"),
                              items::ChartOperation::Share, this)),
      customers_(new CustomersPanel(this)),
      report_(new ReportCard(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    column->addLayout(makeTop());
    auto* body = new QHBoxLayout;
    body->setSpacing(2 * step);
    makeList();
    body->addWidget(list_);
    stack_->addWidget(makeCharts());
    stack_->addWidget(report_);
    body->addWidget(stack_, 1);
    column->addLayout(body, 1);
    complaints_->setDefinition(
        tr("Cases opened in each week, Monday to Sunday, by what is wrong. A case is one matter: a "
           "customer who writes again about it is not counted again."));
    connect(period_, &QComboBox::currentIndexChanged, this, [this] {
        ++customersToken_;
        customers_->hide();
        reload();
    });
    for (ChartCard* card : {complaints_, answered_})
        connect(card, &ChartCard::barClicked, this,
                [this, card](QDate week, int weeks, const QString& series) {
                    showBehind(card, week, weeks, series);
                });
    connect(customers_, &CustomersPanel::customerChosen, this, &ChartsPage::customerChosen);
    connect(customers_, &CustomersPanel::closed, this, [this] { period_->setFocus(); });
    connect(report_, &ReportCard::customerChosen, this, &ChartsPage::customerChosen);
    connect(report_, &ReportCard::saveWanted, this, &ChartsPage::chooseFile);
}

QWidget* ChartsPage::makeCharts() {
    auto* whole = new QWidget(this);
    auto* line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * step);
    auto* charts = new QVBoxLayout;
    charts->setSpacing(2 * step);
    charts->addWidget(complaints_, 1);
    charts->addWidget(answered_, 1);
    line->addLayout(charts, 1);
    customers_->setFixedWidth(68 * step);
    customers_->hide();
    line->addWidget(customers_);
    return whole;
}

void ChartsPage::makeList() {
    list_->setModel(&reports_);
    list_->setAccessibleName(tr("Charts and reports"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->viewport()->setAutoFillBackground(false);
    list_->setUniformItemSizes(true);
    list_->setSpacing(step - 1);
    list_->setTextElideMode(Qt::ElideRight);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setFixedWidth(list_->sizeHintForColumn(0) + 6 * step);
    list_->setCurrentIndex(reports_.index(0));
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ChartsPage::showChosen);
}

QLayout* ChartsPage::makeTop() {
    auto* line = new QHBoxLayout;
    auto* label = new QLabel(tr("Peri&od"), this);
    label->setBuddy(period_);
    for (const int months : {3, 6, 12, 24})
        period_->addItem(tr("Last %1 months").arg(months), months);
    period_->setCurrentIndex(1);
    line->addWidget(headingLabel(tr("Charts and reports"), this));
    line->addStretch();
    line->addWidget(label);
    line->addWidget(period_);
    setFocusProxy(period_);
    return line;
}

QString ChartsPage::reportName() const {
    return list_->currentIndex().data(items::ReportListModel::NameRole).toString();
}

void ChartsPage::showChosen() {
    const reports::ReportInfo* info = reports::findReport(reportName());
    stack_->setCurrentIndex(info == nullptr ? 0 : 1);
    if (info != nullptr)
        report_->open(info->title, info->definition(settings_));
    reload();
}

void ChartsPage::chooseFile() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the report as CSV"),
                                     reportName() + QStringLiteral(".csv"), tr("Tables (*.csv)"));
    if (!path.isEmpty())
        Q_EMIT fileWanted(path, reportName(), months());
}

void ChartsPage::showBehind(ChartCard* card, QDate week, int weeks, const QString& series) {
    const bool isCases = card == complaints_;
    const QString name = items::seriesName(series);
    customers_->open(isCases ? tr("Complaints: %1").arg(name.toLower())
                             : tr("Inquiries: %1").arg(name.toLower()),
                     weeks == 1
                         ? tr("Week of %1").arg(format_.day(week))
                         : tr("%1 weeks from %2").arg(format_.number(weeks), format_.day(week)),
                     isCases ? tr("Cases") : tr("Inquiries"));
    Q_EMIT customersWanted(++customersToken_,
                           isCases ? QStringLiteral("complaints") : QStringLiteral("answered"),
                           week, weeks, series);
}

void ChartsPage::setFormat(const items::Format& format, const ShopSettings& settings) {
    format_ = format;
    settings_ = settings;
    report_->setFormat(format);
    customers_->setFormat(format);
    complaints_->setFormat(format);
    answered_->setFormat(format);
    answered_->setDefinition(
        tr("Of the inquiries that came in each week, the share that we answered within %1%2. One "
           "that waits past it counts as missed; one that is not yet due is left out.")
            .arg(format.duration(settings.replyTarget), settings.targetsIn == TargetTime::Business
                                                            ? tr(" of our hours of work")
                                                            : QString()));
}

int ChartsPage::months() const {
    return period_->currentData().toInt();
}

void ChartsPage::reload() {
    isStale_ = !isVisible();
    if (isStale_)
        return;
    ++token_;
    if (const QString name = reportName(); !name.isEmpty()) {
        Q_EMIT tableWanted(token_, name, months());
        return;
    }
    complaints_->setBusy();
    answered_->setBusy();
    Q_EMIT reportsWanted(token_, months());
}

void ChartsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (isStale_)
        reload();
}

void ChartsPage::setComplaints(quint64 token, const reports::WeeklyReport& report) {
    if (token == token_)
        complaints_->setReport(report);
}

void ChartsPage::setAnswered(quint64 token, const reports::WeeklyReport& report) {
    if (token == token_)
        answered_->setReport(report);
}

void ChartsPage::setTable(quint64 token, reports::Report report, qint64 rows) {
    if (token == token_)
        report_->setReport(std::move(report), rows);
}

void ChartsPage::setCustomers(quint64 token, std::vector<CustomerCount> customers) {
    if (token == customersToken_ && customers_->isVisibleTo(this))
        customers_->setCustomers(std::move(customers));
}

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts_page.h"

#include "views/chart_card.h"
#include "views/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace goodfaith::views {

ChartsPage::ChartsPage(QWidget* parent)
    : QWidget(parent),
      period_(new QComboBox(this)),
      complaints_(
          new ChartCard(tr("Complaints per week, by topic"), items::ChartOperation::Sum, this)),
      answered_(new ChartCard(tr("Answered within the target, share per week"),
                              items::ChartOperation::Share, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 3 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    auto* line = new QHBoxLayout;
    auto* label = new QLabel(tr("Peri&od"), this);
    label->setBuddy(period_);
    for (const int months : {3, 6, 12, 24})
        period_->addItem(tr("Last %1 months").arg(months), months);
    period_->setCurrentIndex(1);
    line->addWidget(headingLabel(tr("Charts"), this));
    line->addStretch();
    line->addWidget(label);
    line->addWidget(period_);
    setFocusProxy(period_);
    column->addLayout(line);
    column->addWidget(complaints_, 1);
    column->addWidget(answered_, 1);
    complaints_->setDefinition(
        tr("Cases opened in each week, Monday to Sunday, by what is wrong. A case is one matter: a "
           "customer who writes again about it is not counted again."));
    connect(period_, &QComboBox::currentIndexChanged, this, &ChartsPage::reload);
    connect(complaints_, &ChartCard::barClicked, this,
            [this](QDate week, int weeks, const QString& series) {
                Q_EMIT barClicked(QStringLiteral("complaints"), week, weeks, series);
            });
    connect(answered_, &ChartCard::barClicked, this,
            [this](QDate week, int weeks, const QString& series) {
                Q_EMIT barClicked(QStringLiteral("answered"), week, weeks, series);
            });
}

void ChartsPage::setFormat(const items::Format& format, const ShopSettings& settings) {
    complaints_->setFormat(format);
    answered_->setFormat(format);
    answered_->setDefinition(
        tr("Of the inquiries that came in each week, the share that we answered within %1. One "
           "that waits past it counts as missed; one that is not yet due is left out.")
            .arg(format.duration(settings.replyTarget)));
}

int ChartsPage::months() const {
    return period_->currentData().toInt();
}

void ChartsPage::reload() {
    isStale_ = !isVisible();
    if (isStale_)
        return;
    complaints_->setBusy();
    answered_->setBusy();
    Q_EMIT reportsWanted(++token_, months());
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

}  // namespace goodfaith::views

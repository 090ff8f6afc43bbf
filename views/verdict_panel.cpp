// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/verdict_panel.h"

#include "views/look.h"
#include "views/reason_delegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>

namespace goodfaith::views {
namespace {

Accent accentOf(VerdictKind verdict) {
    switch (verdict) {
        case VerdictKind::NeedsLook:
            return Accent::Orange;
        case VerdictKind::ChronicPattern:
            return Accent::Vermillion;
        case VerdictKind::GoodFaith:
            break;
    }
    return Accent::Green;
}

}  // namespace

VerdictPanel::VerdictPanel(QWidget* parent)
    : QWidget(parent),
      badge_(new QLabel(this)),
      verdict_(headingLabel({}, this)),
      evidence_(new QuietLabel({}, this)),
      advice_(new QLabel(this)),
      noReasons_(new QuietLabel(tr("Nothing speaks for or against yet."), this)),
      reasons_(new QListView(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * step);
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    line->addWidget(badge_);
    line->addWidget(verdict_);
    line->addWidget(evidence_, 1, Qt::AlignRight);
    column->addLayout(line);
    advice_->setWordWrap(true);
    advice_->setTextFormat(Qt::PlainText);
    advice_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    advice_->setAccessibleName(tr("Advice"));
    column->addWidget(advice_);
    auto* why = new QLabel(tr("&Why"), this);
    why->setFont(boldFont(why->font()));
    why->setBuddy(reasons_);
    column->addWidget(why);
    noReasons_->setWordWrap(true);
    column->addWidget(noReasons_);
    reasons_->setModel(&model_);
    reasons_->setItemDelegate(new ReasonDelegate(reasons_));
    reasons_->setFrameShape(QFrame::NoFrame);
    reasons_->viewport()->setAutoFillBackground(false);
    reasons_->setMouseTracking(true);
    reasons_->setResizeMode(QListView::Adjust);
    reasons_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    reasons_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    reasons_->setAccessibleName(tr("Why: the reasons of this verdict"));
    reasons_->installEventFilter(this);
    reasons_->viewport()->installEventFilter(this);
    column->addWidget(reasons_, 1);
    column->addStretch();
    connect(reasons_, &QListView::entered, this, &VerdictPanel::light);
    connect(reasons_, &QListView::clicked, this, &VerdictPanel::choose);
    connect(reasons_, &QListView::activated, this, &VerdictPanel::choose);
    connect(reasons_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &VerdictPanel::light);
}

void VerdictPanel::setBrief(const Brief& brief, const items::Format& format) {
    const Score& score = brief.score;
    badge_->setPixmap(accentIcon(nameOf(score.verdict), accentOf(score.verdict)).pixmap(6 * step));
    verdict_->setText(items::verdictName(score.verdict));
    evidence_->setText(score.judgedByAgent ? tr("judged by an agent")
                                           : items::strengthName(items::strengthOf(score)));
    advice_->setText(brief.advice.join(u'\n'));
    advice_->setVisible(!brief.advice.isEmpty());
    model_.setFormat(format);
    model_.setReasons(score.reasons);
    noReasons_->setVisible(score.reasons.empty());
    reasons_->setVisible(!score.reasons.empty());
    setAccessibleName(tr("Verdict: %1, %2").arg(verdict_->text(), evidence_->text()));
}

void VerdictPanel::light(const QModelIndex& index) {
    const Reason* reason = model_.reasonAt(index);
    Q_EMIT reasonLit(reason != nullptr ? reason->events : std::vector<EventId>());
}

void VerdictPanel::choose(const QModelIndex& index) {
    const Reason* reason = model_.reasonAt(index);
    if (reason != nullptr && !reason->events.empty())
        Q_EMIT reasonChosen(reason->events, reason->text);
}

bool VerdictPanel::eventFilter(QObject* watched, QEvent* event) {
    if ((watched == reasons_->viewport() && event->type() == QEvent::Leave) ||
        (watched == reasons_ && event->type() == QEvent::FocusOut))
        Q_EMIT reasonLit({});
    return QWidget::eventFilter(watched, event);
}

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/verdict_panel.h"

#include "models/scoring/what_would_change.h"
#include "views/judgement_lines.h"
#include "views/look.h"
#include "views/reason_delegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QToolButton>

namespace goodfaith::views {

VerdictPanel::VerdictPanel(QWidget* parent)
    : QWidget(parent),
      badge_(new IconLabel(6 * step, this)),
      verdict_(headingLabel({}, this)),
      evidence_(new QuietLabel({}, this)),
      judgements_(new JudgementLines(this)),
      nextStep_(new QLabel(this)),
      advice_(new QLabel(this)),
      course_(new QToolButton(this)),
      noReasons_(new QuietLabel(tr("Nothing speaks for or against yet."), this)),
      reasons_(new QListView(this)),
      change_(new QuietLabel({}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * step);
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    line->addWidget(badge_);
    line->addWidget(verdict_);
    line->addWidget(evidence_, 1, Qt::AlignRight);
    column->addLayout(line);
    column->addWidget(judgements_);
    for (QLabel* label : {nextStep_, advice_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    nextStep_->setTextFormat(Qt::PlainText);
    nextStep_->setFont(boldFont(nextStep_->font()));
    nextStep_->setAccessibleName(tr("What to do next"));
    advice_->setTextFormat(Qt::RichText);
    advice_->setAccessibleName(tr("What to know before"));
    auto* why = new QLabel(tr("&Why"), this);
    why->setFont(boldFont(why->font()));
    why->setBuddy(reasons_);
    course_->setText(tr("How &this came about"));
    course_->setIcon(icon(QStringLiteral("charts")));
    course_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    course_->setAutoRaise(true);
    course_->setCheckable(true);
    reserveBold(course_);
    boldWhileChecked(course_);
    course_->setToolTip(tr("How the scores moved over time, and why (Alt+T)"));
    auto* head = new QHBoxLayout;
    head->addWidget(why);
    head->addStretch();
    head->addWidget(course_);
    column->addLayout(head);
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
    change_->setWordWrap(true);
    change_->setTextFormat(Qt::PlainText);
    change_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    change_->setAccessibleName(tr("What would change the verdict"));
    column->addWidget(change_);
    column->addStretch();
    connect(reasons_, &QListView::entered, this, &VerdictPanel::light);
    connect(reasons_, &QListView::clicked, this, &VerdictPanel::choose);
    connect(reasons_, &QListView::activated, this, &VerdictPanel::choose);
    connect(reasons_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &VerdictPanel::light);
}

void VerdictPanel::setBrief(const Brief& brief, const items::Format& format) {
    const Score& score = brief.score;
    badge_->setIcon(verdictIcon(score.verdict));
    verdict_->setText(items::verdictName(score.verdict));
    evidence_->setText(score.judgement ? tr("judged by an agent")
                                       : items::strengthName(items::strengthOf(score)));
    judgements_->setBrief(brief, format);
    // What to do stands last in the advice, and first where one reads in a hurry.
    nextStep_->setText(brief.advice.isEmpty() ? QString() : brief.advice.back());
    nextStep_->setVisible(!brief.advice.isEmpty());
    QString paragraphs;
    for (const QString& sentence : brief.advice.mid(0, brief.advice.size() - 1))
        paragraphs += QStringLiteral("<p style='margin-top:0px; margin-bottom:%1px'>%2</p>")
                          .arg(step)
                          .arg(sentence.toHtmlEscaped());
    advice_->setText(paragraphs);
    advice_->setVisible(brief.advice.size() > 1);
    model_.setFormat(format);
    model_.setReasons(score.reasons);
    noReasons_->setVisible(score.reasons.empty());
    reasons_->setVisible(!score.reasons.empty());
    const QStringList changes = scoring::changesWorthSaying(brief);
    change_->setText(changes.join(u' '));
    change_->setVisible(!changes.isEmpty());
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
    if (watched == reasons_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        reasons_->clearSelection();
        Q_EMIT reasonDropped();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace goodfaith::views

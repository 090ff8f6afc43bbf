// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/queue_act_bar.h"

#include "views/look.h"
#include "views/time_choice.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace goodfaith::views {
namespace {

Instant morningOf(QDate day, const QTimeZone& zone) {
    constexpr int nine = 9;
    return instantFromLocal(day, QTime(nine, 0), zone);
}

}  // namespace

QueueActBar::QueueActBar(QWidget* parent)
    : QFrame(parent),
      question_(new ElidedLabel(this)),
      until_(new TimeChoice(this)),
      reasonLabel_(new QLabel(this)),
      reason_(new QComboBox(this)),
      accept_(new QPushButton(this)),
      cancel_(new QPushButton(tr("Cancel"), this)) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    question_->setFont(boldFont(question_->font()));
    question_->setTextFormat(Qt::PlainText);
    column->addWidget(question_);
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    column->addLayout(line);
    until_->offers()->setAccessibleName(tr("Until when"));
    line->addWidget(until_);
    reasonLabel_->setBuddy(reason_);
    line->addWidget(reasonLabel_);
    reason_->setEditable(true);
    reason_->setAccessibleName(tr("Reason"));
    reason_->setMinimumWidth(60 * step);
    reason_->setInsertPolicy(QComboBox::NoInsert);
    line->addWidget(reason_, 1);
    line->addWidget(accept_);
    line->addWidget(cancel_);
    // An editable box has the focus itself, and hands keys on to its field unfiltered.
    for (QWidget* field :
         {static_cast<QWidget*>(reason_), static_cast<QWidget*>(reason_->lineEdit()),
          static_cast<QWidget*>(until_->offers()), static_cast<QWidget*>(until_->field()),
          static_cast<QWidget*>(accept_), static_cast<QWidget*>(cancel_)})
        field->installEventFilter(this);
    connect(reason_, &QComboBox::editTextChanged, this, &QueueActBar::check);
    connect(until_, &TimeChoice::changed, this, &QueueActBar::check);
    connect(accept_, &QPushButton::clicked, this, &QueueActBar::say);
    connect(cancel_, &QPushButton::clicked, this, &QueueActBar::close);
    hide();
}

void QueueActBar::askWhy(const QString& what) {
    ask(tr("%1: done. Why?").arg(what), false);
    reason_->addItems({tr("Answered by phone"), tr("Answered elsewhere"), tr("Needs no answer"),
                       tr("Not a customer: advertising"),
                       tr("From before the queue was looked after")});
    reason_->setCurrentIndex(-1);
    reason_->lineEdit()->setPlaceholderText(tr("How it was seen to"));
    check();
    reason_->setFocus();
}

void QueueActBar::askUntil(const QString& what) {
    offerTimes();  // before it is shown, which lays it out for what there is
    ask(tr("%1: until when?").arg(what), true);
    reason_->addItems(
        {tr("Waiting for the carrier"), tr("Waiting for a colleague"), tr("They asked for later")});
    reason_->setCurrentIndex(-1);
    reason_->lineEdit()->setPlaceholderText(tr("Why, if you like"));
    check();
    until_->offers()->setFocus();
}

void QueueActBar::ask(const QString& question, bool isUntil) {
    isAskingUntil_ = isUntil;
    question_->setText(question);
    until_->setVisible(isUntil);
    reasonLabel_->setVisible(isUntil);
    reasonLabel_->setText(tr("Reason"));
    accept_->setText(isUntil ? tr("Snooze") : tr("Done"));
    reason_->clear();
    show();
}

void QueueActBar::offerTimes() {
    const QTimeZone& zone = format_.zone();
    const QDate today = dayOf(format_.now(), zone);
    const int toMonday = 8 - today.dayOfWeek();
    until_->offer({{tr("In 3 hours"), format_.now() + std::chrono::hours(3)},
                   {tr("Tomorrow morning"), morningOf(today.addDays(1), zone)},
                   {tr("In 3 days"), morningOf(today.addDays(3), zone)},
                   {tr("Next Monday"), morningOf(today.addDays(toMonday), zone)},
                   {tr("In a week"), morningOf(today.addDays(7), zone)},
                   {tr("In a month"), morningOf(today.addDays(30), zone)}},
                  zone, 1);
}

// Nothing leaves the queue without a reason, or for a time that is over.
void QueueActBar::check() {
    const bool isComplete = isAskingUntil_ ? until_->time() > format_.now()
                                           : !reason_->currentText().trimmed().isEmpty();
    accept_->setEnabled(isComplete);
    accept_->setToolTip(isComplete       ? QString()
                        : isAskingUntil_ ? tr("That time is over")
                                         : tr("Nothing leaves the queue without a reason"));
}

void QueueActBar::say() {
    check();
    if (!accept_->isEnabled())
        return;
    const QString reason = reason_->currentText().trimmed();
    if (isAskingUntil_)
        Q_EMIT putOffWanted(until_->time(), reason);
    else
        Q_EMIT doneWanted(reason);
    close();
}

void QueueActBar::close() {
    hide();
    Q_EMIT closed();
}

bool QueueActBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (key == Qt::Key_Escape || (isEnter && watched == cancel_))
        close();
    else if (isEnter)
        say();
    else
        return false;
    return true;
}

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/queue_act_bar.h"

#include "views/look.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace goodfaith::views {
namespace {

// Wall-clock times without a zone, which the field would convert: as if of UTC.
QDateTime morningIn(int days, const QDateTime& now) {
    constexpr int nine = 9;
    return {now.date().addDays(days), QTime(nine, 0), Qt::UTC};
}

}  // namespace

QueueActBar::QueueActBar(QWidget* parent)
    : QFrame(parent),
      question_(new ElidedLabel(this)),
      until_(new QComboBox(this)),
      time_(new QDateTimeEdit(this)),
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
    until_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    until_->setAccessibleName(tr("Until when"));
    line->addWidget(until_);
    time_->setCalendarPopup(true);
    time_->setAccessibleName(tr("Day and time"));
    line->addWidget(time_);
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
          static_cast<QWidget*>(until_), static_cast<QWidget*>(time_)})
        field->installEventFilter(this);
    connect(reason_, &QComboBox::editTextChanged, this, &QueueActBar::check);
    connect(until_, &QComboBox::currentIndexChanged, this, [this](int) {
        if (const QDateTime at = until_->currentData().toDateTime(); at.isValid())
            time_->setDateTime(at);
    });
    connect(time_, &QDateTimeEdit::dateTimeChanged, this, &QueueActBar::check);
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
    ask(tr("%1: until when?").arg(what), true);
    offerTimes();
    reason_->addItems(
        {tr("Waiting for the carrier"), tr("Waiting for a colleague"), tr("They asked for later")});
    reason_->setCurrentIndex(-1);
    reason_->lineEdit()->setPlaceholderText(tr("Why, if you like"));
    check();
    until_->setFocus();
}

void QueueActBar::ask(const QString& question, bool isUntil) {
    isAskingUntil_ = isUntil;
    question_->setText(question);
    until_->setVisible(isUntil);
    time_->setVisible(isUntil);
    reasonLabel_->setVisible(isUntil);
    reasonLabel_->setText(tr("Reason"));
    accept_->setText(isUntil ? tr("Snooze") : tr("Done"));
    reason_->clear();
    show();
}

// By the shop's wall clock, as everything on the screen is.
void QueueActBar::offerTimes() {
    const QDateTime local = toLocal(format_.now(), format_.zone());
    const QDateTime now(local.date(), local.time(), Qt::UTC);
    const int toMonday = 8 - now.date().dayOfWeek();
    const QSignalBlocker blocker(until_);
    until_->clear();
    until_->addItem(tr("In 3 hours"), now.addSecs(3 * 60 * 60));
    until_->addItem(tr("Tomorrow morning"), morningIn(1, now));
    until_->addItem(tr("In 3 days"), morningIn(3, now));
    until_->addItem(tr("Next Monday"), morningIn(toMonday, now));
    until_->addItem(tr("In a week"), morningIn(7, now));
    until_->addItem(tr("In a month"), morningIn(30, now));
    until_->setCurrentIndex(1);
    time_->setTimeSpec(Qt::UTC);
    time_->setDateTime(until_->currentData().toDateTime());
}

Instant QueueActBar::chosenTime() const {
    const QDateTime wall = time_->dateTime();
    return instantFromLocal(wall.date(), wall.time(), format_.zone());
}

// Nothing leaves the queue without a reason, or for a time that is over.
void QueueActBar::check() {
    const bool isComplete =
        isAskingUntil_ ? chosenTime() > format_.now() : !reason_->currentText().trimmed().isEmpty();
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
        Q_EMIT putOffWanted(chosenTime(), reason);
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
    if (key == Qt::Key_Escape)
        close();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        say();
    else
        return false;
    return true;
}

}  // namespace goodfaith::views

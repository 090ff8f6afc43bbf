// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/say_bar.h"

#include "views/look.h"
#include "views/time_choice.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <utility>

namespace goodfaith::views {
namespace {

constexpr int takeBack = -1;  // beside the verdicts' own numbers
constexpr int usualReview = 2;

}  // namespace

SayBar::SayBar(QWidget* parent)
    : QFrame(parent),
      question_(new ElidedLabel(this)),
      due_(new TimeChoice(this)),
      verdict_(new QComboBox(this)),
      reviewLabel_(new QLabel(tr("Review it"), this)),
      review_(new QComboBox(this)),
      verdicts_(makeVerdicts()),
      text_(new QPlainTextEdit(this)),
      accept_(new QPushButton(this)),
      cancel_(new QPushButton(tr("Cancel"), this)) {
    setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    column->setSpacing(2 * step);
    question_->setFont(boldFont(question_->font()));
    question_->setTextFormat(Qt::PlainText);
    question_->setMinimumWidth(10 * step);
    column->addWidget(question_);
    due_->offers()->setAccessibleName(tr("By when"));
    column->addWidget(due_, 0, Qt::AlignLeft);
    column->addWidget(verdicts_, 0, Qt::AlignLeft);
    text_->setTabChangesFocus(true);
    text_->setFixedHeight(3 * fontMetrics().lineSpacing() + 2 * step);
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    line->addWidget(text_, 1);
    line->addWidget(accept_, 0, Qt::AlignBottom);
    line->addWidget(cancel_, 0, Qt::AlignBottom);
    column->addLayout(line);
    for (QWidget* field : {static_cast<QWidget*>(text_), static_cast<QWidget*>(due_->offers()),
                           static_cast<QWidget*>(due_->field()), static_cast<QWidget*>(verdict_),
                           static_cast<QWidget*>(review_), static_cast<QWidget*>(accept_),
                           static_cast<QWidget*>(cancel_)})
        field->installEventFilter(this);
    connect(text_, &QPlainTextEdit::textChanged, this, &SayBar::check);
    connect(due_, &TimeChoice::changed, this, &SayBar::check);
    connect(verdict_, &QComboBox::currentIndexChanged, this, &SayBar::check);
    connect(accept_, &QPushButton::clicked, this, &SayBar::say);
    connect(cancel_, &QPushButton::clicked, this, &SayBar::close);
    hide();
}

QWidget* SayBar::makeVerdicts() {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * step);
    verdict_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    verdict_->setPlaceholderText(tr("Choose a verdict"));
    verdict_->setAccessibleName(tr("Verdict"));
    review_->setAccessibleName(tr("Until when it stands"));
    for (const int months : {3, 6, 12})
        review_->addItem(tr("in %1 months").arg(months), months);
    review_->addItem(tr("never"), 0);
    reviewLabel_->setBuddy(review_);
    line->addWidget(verdict_);
    line->addWidget(reviewLabel_);
    line->addWidget(review_);
    return row;
}

void SayBar::setFormat(const items::Format& format, const ShopSettings& settings) {
    format_ = format;
    settings_ = settings;
}

void SayBar::askNote(CustomerId customer, const QString& who) {
    ask(Question::Note, customer, tr("Note on %1").arg(who));
    text_->setPlaceholderText(tr("What others should know"));
    text_->setAccessibleName(tr("Note"));
    accept_->setText(tr("Note"));
    check();
    text_->setFocus();
}

void SayBar::askPromise(CustomerId customer, const QString& who) {
    if (ask(Question::Promise, customer, tr("What was promised to %1, and by when?").arg(who)))
        offerTimes();
    text_->setPlaceholderText(tr("What was promised, such as: we call back about the parcel"));
    text_->setAccessibleName(tr("Promise"));
    accept_->setText(tr("Promised"));
    check();
    text_->setFocus();
}

void SayBar::askJudgement(CustomerId customer, const QString& who,
                          const std::optional<Judgement>& standing) {
    if (ask(Question::Judgement, customer, tr("How do you judge %1?").arg(who)))
        offerVerdicts(standing);
    text_->setAccessibleName(tr("Reason"));
    accept_->setText(tr("Judge"));
    check();
    verdict_->setFocus();
}

bool SayBar::ask(Question question, CustomerId customer, const QString& words) {
    const bool isAnother = question != asked_ || customer != customer_;
    asked_ = question;
    customer_ = customer;
    question_->setText(words);
    due_->setVisible(question == Question::Promise);
    verdicts_->setVisible(question == Question::Judgement);
    if (isAnother)
        text_->clear();
    isSaying_ = false;
    setEnabled(true);
    show();
    return isAnother;
}

// A promise is kept while the shop is open.
void SayBar::offerTimes() {
    const BusinessCalendar calendar = calendarOf(settings_);
    const QDate today = dayOf(format_.now(), calendar.zone());
    const auto closeOn = [&](int days) {
        const QDate day = today.addDays(days);
        return calendar.closeOf(calendar.isWorkingDay(day) ? day : calendar.workingDayAfter(day));
    };
    std::vector<TimeChoice::Offer> offers;
    if (calendar.isWorkingDay(today) && closeOn(0) > format_.now())
        offers.emplace_back(tr("Today, before we close"), closeOn(0));
    offers.emplace_back(
        calendar.isWorkingDay(today.addDays(1)) ? tr("Tomorrow") : tr("The next working day"),
        closeOn(1));
    offers.emplace_back(tr("In 3 days"), closeOn(3));
    offers.emplace_back(tr("In a week"), closeOn(7));
    due_->offer(offers, calendar.zone());
}

void SayBar::offerVerdicts(const std::optional<Judgement>& standing) {
    verdict_->clear();
    for (const VerdictKind verdict :
         {VerdictKind::GoodFaith, VerdictKind::NeedsLook, VerdictKind::ChronicPattern})
        verdict_->addItem(verdictIcon(verdict), items::verdictName(verdict),
                          static_cast<int>(verdict));
    if (standing)
        verdict_->addItem(icon(QStringLiteral("undo")),
                          standing->by.isEmpty() ? tr("Take back what is judged")
                                                 : tr("Take back what %1 judged").arg(standing->by),
                          takeBack);
    verdict_->setCurrentIndex(-1);
    review_->setCurrentIndex(usualReview);
}

bool SayBar::isTakingBack() const {
    return verdict_->currentIndex() >= 0 && verdict_->currentData().toInt() == takeBack;
}

QString SayBar::missing() const {
    const bool isJudgement = asked_ == Question::Judgement;
    if (isJudgement && verdict_->currentIndex() < 0)
        return tr("Choose a verdict");
    if (text_->toPlainText().trimmed().isEmpty() && !(isJudgement && isTakingBack()))
        return isJudgement ? tr("Say why: others will want to know") : tr("Nothing is written yet");
    if (asked_ == Question::Promise && due_->time() <= format_.now())
        return tr("That time is over");
    return {};
}

void SayBar::check() {
    const QString still = missing();
    accept_->setEnabled(still.isEmpty());
    accept_->setToolTip(still.isEmpty() ? tr("Enter; Shift+Enter begins a new line") : still);
    if (asked_ != Question::Judgement)
        return;
    reviewLabel_->setVisible(!isTakingBack());
    review_->setVisible(!isTakingBack());
    text_->setPlaceholderText(isTakingBack() ? tr("Why, if you like")
                                             : tr("Why: others will want to know"));
}

// Enter too early leads to what is missing.
void SayBar::say() {
    check();
    if (isSaying_)
        return;
    if (!accept_->isEnabled()) {
        QWidget* const next = asked_ == Question::Judgement && verdict_->currentIndex() < 0
                                  ? static_cast<QWidget*>(verdict_)
                              : asked_ == Question::Promise && due_->time() <= format_.now()
                                  ? static_cast<QWidget*>(due_->field())
                                  : text_;
        next->setFocus();
        return;
    }
    isSaying_ = true;
    setEnabled(false);
    const QString text = text_->toPlainText().trimmed();
    if (asked_ == Question::Note)
        Q_EMIT noteWanted(customer_, text);
    else if (asked_ == Question::Promise)
        Q_EMIT promiseWanted(customer_, text, due_->time());
    else
        Q_EMIT judgementWanted(customer_, judgement());
}

Judgement SayBar::judgement() const {
    Judgement judgement;
    judgement.reason = text_->toPlainText().trimmed();
    if (isTakingBack())
        return judgement;
    judgement.verdict = static_cast<VerdictKind>(verdict_->currentData().toInt());
    if (const int months = review_->currentData().toInt(); months > 0)
        judgement.reviewAt = monthsAfter(format_.now(), months);
    return judgement;
}

void SayBar::ended(bool isDone) {
    if (!std::exchange(isSaying_, false))
        return;
    setEnabled(true);
    if (isDone) {
        asked_ = Question::None;
        close();
    } else if (isVisible()) {
        text_->setFocus();
    }
}

void SayBar::close() {
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

bool SayBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape)
        close();
    else if (isEnter && watched == cancel_)
        close();
    else if (isEnter && !(watched == text_ && key->modifiers().testFlag(Qt::ShiftModifier)))
        say();
    else
        return false;
    return true;
}

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/event_reader.h"

#include "views/correction_menu.h"
#include "views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QToolButton>

namespace goodfaith::views {
namespace {

// "", or ", as Kim said on 3 May 2024".
template <class Word>
QString saidText(const std::optional<Word>& word, const items::Format& format) {
    if (!word)
        return {};
    const QString day = format.day(dayOf(word->at, format.zone()));
    return word->by.isEmpty() ? EventReader::tr(", as somebody said on %1").arg(day)
                              : EventReader::tr(", as %1 said on %2").arg(word->by, day);
}

QString quoted(const QStringList& texts) {
    return u'“' + texts.join(QStringLiteral("”, “")) + u'”';
}

// "Read as a complaint: not received. What weighed most: “never arrived”, “refund”."
QString readingText(const TextJudgement& judgement, const items::Format& format) {
    const QString topic = items::topicName(judgement.topic).toLower();
    if (judgement.corrected)
        return (judgement.complains ? EventReader::tr("A complaint: %1%2.").arg(topic)
                                    : EventReader::tr("No complaint%1."))
            .arg(saidText(judgement.corrected, format));
    QString text = judgement.complains ? EventReader::tr("Read as a complaint: %1.").arg(topic)
                                       : EventReader::tr("Not read as a complaint.");
    if (!judgement.movedBy.empty())
        text += EventReader::tr(" What weighed most: %1.")
                    .arg(quoted({judgement.movedBy.begin(), judgement.movedBy.end()}));
    return text;
}

// "Promises “we will refund you within 5 days”. Kept, as Kim said on 3 May 2024."
QString promisesText(const TextJudgement& judgement, const items::Format& format) {
    QStringList phrases;
    for (const StatedPromise& promise : judgement.promises)
        phrases << promise.phrase;
    if (phrases.isEmpty())
        return {};
    const QString text = EventReader::tr("Read as a promise: %1.").arg(quoted(phrases));
    if (!judgement.settled)
        return text;
    return text + u' ' +
           (judgement.settled->kept ? EventReader::tr("Kept%1.") : EventReader::tr("It is none%1."))
               .arg(saidText(judgement.settled, format));
}

}  // namespace

EventReader::EventReader(QWidget* parent)
    : QWidget(parent),
      icon_(new IconLabel(4 * step, this)),
      title_(new ElidedLabel(this)),
      details_(new QuietLabel({}, this)),
      judgement_(new QuietLabel({}, this)),
      correct_(new QToolButton(this)),
      corrections_(new CorrectionMenu(this)),
      text_(new QPlainTextEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, step, 0, 0);
    column->setSpacing(step);
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    title_->setFont(boldFont(title_->font()));
    title_->setTextFormat(Qt::PlainText);
    title_->setMinimumWidth(10 * step);
    details_->setTextFormat(Qt::PlainText);
    auto* close = iconButton(QStringLiteral("close"), tr("Close the text (Esc)"), this);
    line->addWidget(icon_);
    line->addWidget(title_, 1);
    line->addWidget(details_);
    line->addWidget(close);
    column->addLayout(line);
    column->addLayout(makeJudgement());
    text_->setReadOnly(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setAccessibleName(tr("Text of the event"));
    column->addWidget(text_);
    connect(close, &QToolButton::clicked, this, &EventReader::dismiss);
    auto* escape =
        new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &EventReader::dismiss);
}

QLayout* EventReader::makeJudgement() {
    auto* line = new QHBoxLayout;
    line->setSpacing(2 * step);
    judgement_->setWordWrap(true);
    judgement_->setTextFormat(Qt::PlainText);
    judgement_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    judgement_->setAccessibleName(tr("How it was read"));
    correct_->setText(tr("&Correct"));
    correct_->setToolTip(tr("Say what it says in truth"));
    correct_->setAutoRaise(true);
    correct_->setPopupMode(QToolButton::InstantPopup);
    correct_->setFocusPolicy(Qt::TabFocus);
    correct_->setMenu(corrections_);
    line->addWidget(judgement_, 1);
    line->addWidget(correct_, 0, Qt::AlignTop);
    connect(corrections_, &CorrectionMenu::readingCorrected, this, &EventReader::readingCorrected);
    connect(corrections_, &CorrectionMenu::promisesSettled, this, &EventReader::promisesSettled);
    return line;
}

void EventReader::open(const TimelineRow& row, const items::Format& format) {
    row_ = row;
    format_ = format;
    icon_->setIcon(icon(items::kindIcon(row.kind)));
    title_->setText(row.title);
    QStringList details{items::directionName(row.direction), format.exact(row.at),
                        row.orderKey.isEmpty() ? QString() : tr("order %1").arg(row.orderKey),
                        row.status};
    details.removeAll(QString());
    details_->setText(details.join(QStringLiteral(" · ")));
    text_->setPlainText(row.snippet);
    text_->setPlaceholderText(tr("Loading …"));
    showJudgement({});
    show();
    Q_EMIT textWanted(++token_, row.id);
}

void EventReader::reload() {
    if (!isHidden())
        Q_EMIT textWanted(++token_, row_.id);
}

void EventReader::showJudgement(const std::optional<TextJudgement>& judgement) {
    const bool isOurs = row_.direction == Direction::Outbound;
    const QString text = !judgement ? QString()
                         : isOurs   ? promisesText(*judgement, format_)
                                    : readingText(*judgement, format_);
    judgement_->setText(text);
    judgement_->setVisible(!text.isEmpty());
    corrections_->setText(row_, judgement);
    correct_->setVisible(!text.isEmpty() && CorrectionMenu::fits(row_));
}

void EventReader::setText(quint64 token, const QString& text,
                          const std::optional<TextJudgement>& judgement) {
    if (token != token_)
        return;
    text_->setPlaceholderText(tr("This event has no text."));
    // Somebody may be selecting in it.
    if (!text.isEmpty() && text != text_->toPlainText())
        text_->setPlainText(text);
    showJudgement(judgement);
}

void EventReader::dismiss() {
    ++token_;
    hide();
    Q_EMIT closed();
}

}  // namespace goodfaith::views

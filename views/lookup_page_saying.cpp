// SPDX-License-Identifier: GPL-3.0-or-later
// What people say of the customer shown: how it is asked for.
#include "models/items/comparison.h"
#include "views/customer_picker.h"
#include "views/flow_layout.h"
#include "views/look.h"
#include "views/lookup_page.h"
#include "views/say_bar.h"
#include "views/timeline_pane.h"

#include <QPushButton>

namespace goodfaith::views {

QWidget* LookupPage::makeDoRow(QWidget* parent) {
    auto* row = new QWidget(parent);
    auto* line = new FlowLayout(row);
    auto* title = new QLabel(tr("Do"), row);
    title->setFont(boldFont(title->font()));
    line->addWidget(title);
    const auto add = [&](const QString& text, void (LookupPage::*ask)()) {
        auto* button = new QPushButton(text, row);
        connect(button, &QPushButton::clicked, this, ask);
        line->addWidget(button);
        return button;
    };
    note_ = add(tr("&Note…"), &LookupPage::askNote);
    promise_ = add(tr("&Promise…"), &LookupPage::askPromise);
    judge_ = add(tr("Ju&dge…"), &LookupPage::askJudgement);
    const auto addDrawer = [&](const QString& text, ShopTextKind kind) {
        auto* button = new QPushButton(text, row);
        button->setCheckable(true);
        connect(button, &QPushButton::clicked, this,
                [this, kind](bool isChecked) { showTexts(kind, isChecked); });
        line->addWidget(button);
        return button;
    };
    phrases_ = addDrawer(tr("Ph&rases"), ShopTextKind::Phrase);
    faq_ = addDrawer(tr("&FAQ"), ShopTextKind::Answer);
    phrases_->setToolTip(tr("Sentences for a reply, filled with what is known here"));
    faq_->setToolTip(tr("Answers to frequent questions"));
    title->setMinimumHeight(note_->sizeHint().height());
    return row;
}

void LookupPage::wireSaying() {
    connect(say_, &SayBar::noteWanted, this, &LookupPage::noteWanted);
    connect(say_, &SayBar::promiseWanted, this, &LookupPage::promiseWanted);
    // What is on the screen is what the agent judges over.
    connect(say_, &SayBar::judgementWanted, this, [this](CustomerId customer, Judgement judgement) {
        judgement.shown = brief_->score.shown();
        Q_EMIT judgementWanted(customer, judgement);
    });
    connect(timeline_, &TimelinePane::readingCorrected, this, &LookupPage::readingCorrected);
    connect(timeline_, &TimelinePane::promisesSettled, this, &LookupPage::promisesSettled);
    connect(say_, &SayBar::closed, this, &LookupPage::focusContent);
}

void LookupPage::askNote() {
    picker_->close();
    say_->askNote(customer_, items::titleOf(brief_->overview));
}

void LookupPage::askPromise() {
    picker_->close();
    say_->askPromise(customer_, items::titleOf(brief_->overview));
}

void LookupPage::askJudgement() {
    picker_->close();
    say_->askJudgement(customer_, items::titleOf(brief_->overview), brief_->score.judgement);
}

// What is said counts from now on: on a page of the past it would not be seen.
void LookupPage::updateDoRow() {
    const bool isPast = shownUntil() && *shownUntil() < format_.now();
    for (QPushButton* button : {note_, promise_, judge_}) {
        button->setEnabled(!isPast);
        button->setToolTip(
            isPast ? tr("This is how it was on %1: go back to today first").arg(format_.day(*asOf_))
                   : QString());
    }
    if (isPast)
        say_->close();
}

}  // namespace goodfaith::views

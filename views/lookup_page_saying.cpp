// SPDX-License-Identifier: GPL-3.0-or-later
// What people say of the customer shown: how it is asked for.
#include "models/items/comparison.h"
#include "views/customer_picker.h"
#include "views/do_row.h"
#include "views/lookup_page.h"
#include "views/say_bar.h"
#include "views/timeline_pane.h"

namespace goodfaith::views {

void LookupPage::wireSaying() {
    connect(do_, &DoRow::noteAsked, this, &LookupPage::askNote);
    connect(do_, &DoRow::promiseAsked, this, &LookupPage::askPromise);
    connect(do_, &DoRow::judgementAsked, this, &LookupPage::askJudgement);
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
    do_->setRefusal(
        isPast ? tr("This is how it was on %1: go back to today first").arg(format_.day(*asOf_))
               : QString());
    if (isPast)
        say_->close();
}

}  // namespace goodfaith::views

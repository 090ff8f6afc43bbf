// SPDX-License-Identifier: GPL-3.0-or-later
// What opens between a customer's scores and timeline, one at a time: how the verdict came about,
// phrases, and answers. Each is asked for while it is shown.
#include "views/course_panel.h"
#include "views/lookup_page.h"
#include "views/texts_panel.h"
#include "views/timeline_pane.h"
#include "views/verdict_panel.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace goodfaith::views {

void LookupPage::wireCourse() {
    connect(verdict_->courseButton(), &QToolButton::toggled, this, &LookupPage::showCourse);
    connect(course_, &CoursePanel::closed, this, [this] {
        showCourse(false);
        focusContent();
    });
    connect(course_, &CoursePanel::stepLit, timeline_, &TimelinePane::light);
    connect(course_, &CoursePanel::stepChosen, this,
            [this](const std::vector<EventId>& events, const QString& text) {
                below_->setCurrentWidget(timeline_);
                timeline_->showOnly(events, text);
            });
    connect(course_, &CoursePanel::stepDropped, timeline_, &TimelinePane::showEverything);
    connect(course_, &CoursePanel::dayChosen, this, &LookupPage::asOfWanted);
}

void LookupPage::showCourse(bool isShown) {
    verdict_->courseButton()->setChecked(isShown);
    if (isShown == !course_->isHidden())
        return;
    course_->setVisible(isShown);
    ++courseToken_;  // what was asked for before is not wanted any more
    if (isShown) {
        closeTexts();
        askForCourse();
    }
}

void LookupPage::askForCourse() {
    courseAsOf_ = asOf_;
    course_->setAsOf(asOf_);
    course_->setBusy();
    Q_EMIT courseWanted(++courseToken_, customer_, asOf_);
}

void LookupPage::setCourse(quint64 token, const ScoreCourse& course) {
    if (token != courseToken_)
        return;
    course_->setCourse(course);
    course_->list()->setFocus();
}

void LookupPage::courseFailed(quint64 token) {
    if (token == courseToken_)
        showCourse(false);
}

void LookupPage::wireTexts() {
    connect(texts_, &TextsPanel::closed, this, [this] {
        closeTexts();
        focusContent();
    });
    connect(texts_, &TextsPanel::saveWanted, this, &LookupPage::textSaveWanted);
    connect(texts_, &TextsPanel::removeWanted, this, &LookupPage::textRemoveWanted);
}

void LookupPage::showTexts(ShopTextKind kind, bool areShown) {
    if (!areShown)
        return closeTexts();
    showCourse(false);
    phrases_->setChecked(kind == ShopTextKind::Phrase);
    faq_->setChecked(kind == ShopTextKind::Answer);
    texts_->show();
    texts_->open(kind);
    askForTexts();
}

void LookupPage::closeTexts() {
    ++textsToken_;
    phrases_->setChecked(false);
    faq_->setChecked(false);
    texts_->hide();
}

void LookupPage::closeDrawers() {
    showCourse(false);
    closeTexts();
}

void LookupPage::askForTexts() {
    Q_EMIT textsWanted(++textsToken_, texts_->kind(), customer_, asOf_);
}

void LookupPage::setTexts(quint64 token, std::vector<OfferedText> texts) {
    if (token == textsToken_)
        texts_->setTexts(std::move(texts));
}

void LookupPage::textsFailed(quint64 token) {
    if (token == textsToken_)
        closeTexts();
}

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
// How the verdict of the customer shown came about: asked for while it is shown.
#include "views/course_panel.h"
#include "views/lookup_page.h"
#include "views/timeline_pane.h"
#include "views/verdict_panel.h"

#include <QListView>
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
    if (isShown)
        askForCourse();
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

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/customer_drawers.h"

#include "views/course_panel.h"
#include "views/texts_panel.h"

#include <QListView>
#include <QVBoxLayout>

#include <utility>

namespace goodfaith::views {

CustomerDrawers::CustomerDrawers(QWidget* parent)
    : QWidget(parent), course_(new CoursePanel(this)), texts_(new TextsPanel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget* drawer : {static_cast<QWidget*>(course_), static_cast<QWidget*>(texts_)}) {
        drawer->hide();
        column->addWidget(drawer);
    }
    hide();
    wire();
}

void CustomerDrawers::wire() {
    connect(course_, &CoursePanel::closed, this, [this] {
        showCourse(false);
        Q_EMIT left();
    });
    connect(texts_, &TextsPanel::closed, this, [this] {
        showTexts(texts_->kind(), false);
        Q_EMIT left();
    });
    connect(texts_, &TextsPanel::saveWanted, this, &CustomerDrawers::textSaveWanted);
    connect(texts_, &TextsPanel::removeWanted, this, &CustomerDrawers::textRemoveWanted);
}

void CustomerDrawers::setFormat(const items::Format& format) {
    course_->setFormat(format);
    texts_->setFormat(format);
}

bool CustomerDrawers::showsCourse() const {
    return !course_->isHidden();
}

std::optional<ShopTextKind> CustomerDrawers::shownTexts() const {
    return texts_->isHidden() ? std::nullopt : std::optional(texts_->kind());
}

void CustomerDrawers::announce() {
    setVisible(showsCourse() || shownTexts());
    Q_EMIT shownChanged();
}

void CustomerDrawers::setAsOf(std::optional<QDate> asOf) {
    asOf_ = asOf;
    course_->setAsOf(asOf);
    const bool isCovered = !courseAsOf_ || (asOf && *asOf <= *courseAsOf_);
    if (showsCourse() && !isCovered)
        askForCourse();
    if (shownTexts())
        askForTexts();
}

void CustomerDrawers::reload() {
    if (showsCourse())
        askForCourse();
    if (shownTexts())
        askForTexts();
}

void CustomerDrawers::close() {
    showCourse(false);
    showTexts(texts_->kind(), false);
}

void CustomerDrawers::showCourse(bool isShown) {
    if (isShown == showsCourse())
        return;
    course_->setVisible(isShown);
    isOpening_ = isShown;
    ++courseToken_;  // what was asked for before is not wanted any more
    if (isShown)
        showTexts(texts_->kind(), false);
    announce();
    if (isShown)
        askForCourse();
}

void CustomerDrawers::askForCourse() {
    courseAsOf_ = asOf_;
    course_->setAsOf(asOf_);
    course_->setBusy();
    Q_EMIT courseWanted(++courseToken_, customer_, asOf_);
}

void CustomerDrawers::setCourse(quint64 token, const ScoreCourse& course) {
    if (token != courseToken_)
        return;
    course_->setCourse(course);
    if (std::exchange(isOpening_, false))
        course_->list()->setFocus();
}

void CustomerDrawers::courseFailed(quint64 token) {
    if (token == courseToken_)
        showCourse(false);
}

void CustomerDrawers::showTexts(ShopTextKind kind, bool areShown) {
    ++textsToken_;
    if (areShown) {
        showCourse(false);
        show();  // before the keyboard goes there
        texts_->show();
        texts_->open(kind);
        askForTexts();
    } else {
        texts_->hide();
    }
    announce();
}

void CustomerDrawers::askForTexts() {
    Q_EMIT textsWanted(++textsToken_, texts_->kind(), customer_, asOf_);
}

void CustomerDrawers::setTexts(quint64 token, std::vector<OfferedText> texts) {
    if (token == textsToken_)
        texts_->setTexts(std::move(texts));
}

void CustomerDrawers::textsFailed(quint64 token) {
    if (token == textsToken_)
        showTexts(texts_->kind(), false);
}

}  // namespace goodfaith::views

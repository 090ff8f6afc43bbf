// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/course_panel.h"

#include "views/course_chart.h"
#include "views/course_delegate.h"
#include "views/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <QToolButton>

namespace goodfaith::views {

CoursePanel::CoursePanel(QWidget* parent)
    : QFrame(parent),
      hint_(new QuietLabel(tr("Click: its events. Enter: as it was then."), this)),
      copy_(iconButton(QStringLiteral("copy"), tr("Copy all of it as text"), this)),
      close_(iconButton(QStringLiteral("close"), tr("Close (Esc)"), this)),
      stack_(new QStackedWidget(this)),
      message_(new QuietLabel({}, stack_)),
      both_(new QWidget(stack_)),
      chart_(new CourseChart(both_)),
      list_(new QListView(both_)) {
    setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * step, step, 2 * step, 2 * step);
    column->setSpacing(step);
    column->addLayout(makeTop());
    auto* line = new QHBoxLayout(both_);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * step);
    makeList();
    line->addWidget(chart_, 4);
    line->addWidget(list_, 5);
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    stack_->addWidget(message_);
    stack_->addWidget(both_);
    column->addWidget(stack_);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setAccessibleName(tr("How this came about"));
    wire();
}

// As the timeline leaves room.
QSize CoursePanel::sizeHint() const {
    const bool isEmpty = stack_->currentWidget() == message_ && model_.rowCount() == 0 && !isBusy_;
    return {QFrame::sizeHint().width(), isEmpty ? 20 * step : 58 * step};
}

QLayout* CoursePanel::makeTop() {
    auto* top = new QHBoxLayout;
    auto* title = new QLabel(tr("How this came about"), this);
    title->setFont(boldFont(title->font()));
    hint_->setMinimumWidth(10 * step);
    hint_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    top->addWidget(title);
    top->addStretch();
    top->addWidget(hint_, 1);
    top->addWidget(copy_);
    top->addWidget(close_);
    return top;
}

void CoursePanel::makeList() {
    list_->setModel(&model_);
    list_->setItemDelegate(new CourseDelegate(list_));
    list_->setResizeMode(QListView::Adjust);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("What moved the scores, the latest first"));
    list_->setMinimumWidth(56 * step);
    list_->setMouseTracking(true);
    list_->installEventFilter(this);
    list_->viewport()->installEventFilter(this);
}

void CoursePanel::wire() {
    connect(close_, &QToolButton::clicked, this, &CoursePanel::closed);
    connect(copy_, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(model_.asText()); });
    connect(list_, &QListView::clicked, this, &CoursePanel::choose);
    // Its first click has filtered: on another day one wants to see all of it.
    connect(list_, &QListView::doubleClicked, this, [this](const QModelIndex& index) {
        Q_EMIT stepDropped();
        chooseDay(index);
    });
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CoursePanel::light);
    connect(list_, &QListView::entered, this, &CoursePanel::light);
    connect(chart_, &CourseChart::stepClicked, this, [this](size_t at) {
        list_->setCurrentIndex(model_.indexOf(at));
        list_->scrollTo(model_.indexOf(at));
        choose(model_.indexOf(at));
    });
}

void CoursePanel::setFormat(const items::Format& format) {
    format_ = format;
    model_.setFormat(format);
}

void CoursePanel::setBusy() {
    isBusy_ = true;
    message_->setText(tr("Going through what happened …"));
    stack_->setCurrentWidget(message_);
    showWhether(false);
}

void CoursePanel::setCourse(const ScoreCourse& course) {
    model_.setCourse(course);
    chart_->setCourse(course, format_);
    const bool hasSteps = !course.steps.empty();
    isBusy_ = false;
    showWhether(hasSteps);
    message_->setText(tr("Too little has happened yet."));
    stack_->setCurrentWidget(hasSteps ? both_ : message_);
}

// One can do nothing with what is not there.
void CoursePanel::showWhether(bool hasSteps) {
    copy_->setEnabled(hasSteps);
    hint_->setVisible(hasSteps);
    setMinimumHeight(hasSteps || isBusy_ ? 38 * step : 20 * step);
    updateGeometry();
}

void CoursePanel::setAsOf(std::optional<QDate> day) {
    chart_->setAsOf(day);
}

void CoursePanel::light(const QModelIndex& index) {
    const CourseStep* one = model_.stepAt(index);
    chart_->setChosen(one == nullptr
                          ? std::nullopt
                          : std::optional(static_cast<size_t>(one - model_.course().steps.data())));
    Q_EMIT stepLit(one != nullptr ? one->events : std::vector<EventId>());
}

void CoursePanel::choose(const QModelIndex& index) {
    const CourseStep* one = model_.stepAt(index);
    if (one != nullptr && !one->events.empty())
        Q_EMIT stepChosen(one->events, one->text);
}

void CoursePanel::chooseDay(const QModelIndex& index) {
    if (const CourseStep* one = model_.stepAt(index))
        Q_EMIT dayChosen(model_.dayOfStep(*one));
}

bool CoursePanel::pressed(int key, bool isCopy) {
    const QModelIndex current = list_->currentIndex();
    if (isCopy)
        QGuiApplication::clipboard()->setText(current.data().toString());
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        chooseDay(current);
    else if (key == Qt::Key_Space)
        choose(current);
    else if (key == Qt::Key_Escape && current.isValid()) {
        list_->setCurrentIndex({});
        Q_EMIT stepDropped();
    } else if (key == Qt::Key_Escape)
        Q_EMIT closed();
    else
        return false;
    return true;
}

bool CoursePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_->viewport() && event->type() == QEvent::Leave)
        light(list_->currentIndex());
    if (watched == list_ && event->type() == QEvent::FocusOut)
        Q_EMIT stepLit({});
    if (watched == list_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (pressed(key->key(), key->matches(QKeySequence::Copy)))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace goodfaith::views

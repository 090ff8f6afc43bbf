// SPDX-License-Identifier: GPL-3.0-or-later
// How this came about: the scores over time beside the steps that moved them. A step under the
// mouse or the keyboard lights its events; one clicked filters the timeline to them; Enter or a
// double click shows everything as of its day.
#pragma once

#include "models/items/course_model.h"

#include <QFrame>

class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace goodfaith::views {

class CourseChart;

class CoursePanel : public QFrame {
    Q_OBJECT

public:
    explicit CoursePanel(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    void setFormat(const items::Format& format);
    // It is being computed.
    void setBusy();
    void setCourse(const ScoreCourse& course);
    // The day that everything else is shown as of; nothing: now.
    void setAsOf(std::optional<QDate> day);

    QListView* list() const { return list_; }
    CourseChart* chart() const { return chart_; }
    QLabel* message() const { return message_; }
    QToolButton* copyButton() const { return copy_; }
    const items::CourseModel& model() const { return model_; }

Q_SIGNALS:
    void stepLit(const std::vector<goodfaith::EventId>& events);  // none: nothing is lit
    void stepChosen(const std::vector<goodfaith::EventId>& events, const QString& text);
    void stepDropped();  // all events again
    void dayChosen(QDate day);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLayout* makeTop();
    void showWhether(bool hasSteps);
    void makeList();
    void wire();
    void light(const QModelIndex& index);
    void choose(const QModelIndex& index);
    void chooseDay(const QModelIndex& index);
    bool pressed(int key, bool isCopy);

    items::Format format_;
    items::CourseModel model_;
    QLabel* hint_;
    QToolButton* copy_;
    QToolButton* close_;
    bool isBusy_ = false;
    QStackedWidget* stack_;
    QLabel* message_;
    QWidget* both_;
    CourseChart* chart_;
    QListView* list_;
};

}  // namespace goodfaith::views

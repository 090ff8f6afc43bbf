// SPDX-License-Identifier: GPL-3.0-or-later
// The three scores over time, with signs where the verdict changed and where somebody judged. A
// score holds until it is another: lines are steps. A click chooses the step nearest to it.
#pragma once

#include "models/domain/score_course.h"
#include "models/items/format.h"

#include <QWidget>

namespace goodfaith::views {

class CourseChart : public QWidget {
    Q_OBJECT

public:
    explicit CourseChart(QWidget* parent = nullptr);

    void setCourse(const ScoreCourse& course, const items::Format& format);
    // Which step is looked at, and the day that everything else is shown as of.
    void setChosen(std::optional<size_t> at);
    void setAsOf(std::optional<QDate> day);

    QSize sizeHint() const override;

Q_SIGNALS:
    void stepClicked(size_t step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    using ScoreOf = std::optional<double> CoursePoint::*;

    QRect plot() const;
    double xOf(Instant at) const;
    double yOf(double score) const;
    void paintGrid(QPainter& painter) const;
    void paintMonths(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void paintMark(QPainter& painter, Instant at, const QPen& pen) const;
    void paintScore(QPainter& painter, int series, ScoreOf score) const;
    void paintSigns(QPainter& painter) const;
    QPen penOf(int series) const;
    std::optional<size_t> stepNear(const QPoint& position) const;

    ScoreCourse course_;
    items::Format format_;
    std::optional<size_t> chosen_;
    std::optional<QDate> asOf_;
};

}  // namespace goodfaith::views

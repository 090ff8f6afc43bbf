// SPDX-License-Identifier: GPL-3.0-or-later
// The steps by which scores came about, the latest first.
#pragma once

#include "models/domain/score_course.h"
#include "models/items/format.h"
#include "models/items/item_roles.h"

#include <QAbstractListModel>

namespace goodfaith::items {

// "Value 40 → 62, our replies 80 → 52"; "" where none moved.
QString scoreMoves(const CoursePoint& before, const CoursePoint& after);

class CourseModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setFormat(const Format& format);
    void setCourse(ScoreCourse course);
    const ScoreCourse& course() const { return course_; }
    const CourseStep* stepAt(const QModelIndex& index) const;
    QModelIndex indexOf(size_t step) const;
    QDate dayOfStep(const CourseStep& step) const;
    // Every step on a line of its own, from the first to the last.
    QString asText() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString moves(const CourseStep& step) const;
    QString line(const CourseStep& step) const;

    Format format_;
    ScoreCourse course_;
};

}  // namespace goodfaith::items

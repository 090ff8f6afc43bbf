// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a course: its day, what happened, and quietly how the scores moved.
#pragma once

#include <QStyledItemDelegate>

namespace goodfaith::views {

class CourseDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace goodfaith::views

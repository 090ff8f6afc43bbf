// SPDX-License-Identifier: GPL-3.0-or-later
// Paints how much of the time that there was has passed as a bar (in time, near, over), with the
// words beside it.
#pragma once

#include <QStyledItemDelegate>

namespace goodfaith::views {

class TimeLeftDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace goodfaith::views

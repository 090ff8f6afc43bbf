// SPDX-License-Identifier: GPL-3.0-or-later
// One reason: + for the customer or − against, the sentence wrapped, and how many events it rests
// on.
#pragma once

#include <QStyledItemDelegate>

namespace goodfaith::views {

class ReasonDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace goodfaith::views

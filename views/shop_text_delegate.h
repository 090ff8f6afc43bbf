// SPDX-License-Identifier: GPL-3.0-or-later
// A phrase or an answer: what it is for, in bold where it fits the matter at hand, and its text in
// at most three lines.
#pragma once

#include <QStyledItemDelegate>

namespace goodfaith::views {

class ShopTextDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace goodfaith::views

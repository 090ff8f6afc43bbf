// SPDX-License-Identifier: GPL-3.0-or-later
// One answer of the search: name and keys, and at the right what matched.
#pragma once

#include <QStyledItemDelegate>

namespace goodfaith::views {

class MatchDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace goodfaith::views

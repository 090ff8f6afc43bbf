// SPDX-License-Identifier: GPL-3.0-or-later
// One of a customer's parties: who with how many events, what it is known by, why it is there.
#pragma once

#include <QStyledItemDelegate>

namespace goodfaith::views {

class PartyDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace goodfaith::views

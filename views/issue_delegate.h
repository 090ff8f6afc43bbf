// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a common issue as a card: what, how many where how many are usual, since when, whether it
// goes on, and the weeks around it as a line.
#pragma once

#include <QStyledItemDelegate>

#include <vector>

namespace goodfaith {
struct CommonIssue;
}

namespace goodfaith::views {

class IssueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace goodfaith::views

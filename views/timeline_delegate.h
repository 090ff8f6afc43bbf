// SPDX-License-Identifier: GPL-3.0-or-later
// One line of the timeline: when, what, which way, its words, its amount. All lines are equally
// high.
#pragma once

#include <QSet>
#include <QStyledItemDelegate>

namespace goodfaith::views {

class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    // The events (by id) that are marked as what a reason rests on.
    void setLit(QSet<qint64> events) { lit_ = std::move(events); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter* painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index, bool isMonth) const;
    void paintEvent(QPainter* painter, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;

    QSet<qint64> lit_;
};

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/time_left_delegate.h"

#include "models/items/queue_model.h"
#include "views/look.h"
#include "views/painting.h"

#include <QPainter>

namespace goodfaith::views {
namespace {

constexpr int barWidth = 10 * step;
constexpr int barHeight = 2 * step;

Accent accentOf(items::Urgency urgency) {
    switch (urgency) {
        case items::Urgency::Over:
            return Accent::Vermillion;
        case items::Urgency::Near:
            return Accent::Orange;
        case items::Urgency::InTime:
            break;
    }
    return Accent::Green;
}

void paintBar(QPainter* painter, const QRect& bar, double share, const QColor& colour,
              const QColor& ground) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ground, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    QRectF passed = QRectF(bar).adjusted(1, 1, -1, -1);
    passed.setWidth(passed.width() * share);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(passed, 1, 1);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace

void TimeLeftDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    painter->save();
    paintRowGround(painter, option);
    const RowColours colours = rowColours(option);
    const auto urgency = static_cast<items::Urgency>(index.data(items::UrgencyRole).toInt());
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const QColor accent =
        isSelected ? colours.text : accentColour(accentOf(urgency), option.palette);
    const QRect inside = option.rect.adjusted(2 * step, 0, -step, 0);
    const QRect bar(inside.left(), inside.center().y() - barHeight / 2, barWidth, barHeight);
    paintBar(painter, bar, index.data(items::ShareRole).toDouble(), accent, colours.quiet);
    painter->setFont(urgency == items::Urgency::Over ? boldFont(option.font) : option.font);
    paintLine(painter, inside.adjusted(barWidth + 2 * step, 0, 0, 0),
              index.data(Qt::DisplayRole).toString(), colours.text);
    painter->restore();
}

QSize TimeLeftDelegate::sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const QFontMetrics bold(boldFont(option.font));
    const int text = bold.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    return {text + barWidth + 6 * step, option.fontMetrics.height() + 2 * step};
}

}  // namespace goodfaith::views

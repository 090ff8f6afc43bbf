// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timeline_delegate.h"

#include "models/items/format.h"
#include "models/items/item_roles.h"
#include "views/look.h"
#include "views/painting.h"

#include <QPainter>

#include <algorithm>

namespace goodfaith::views {
namespace {

constexpr int iconSize = 4 * step;

// Of a day and a time as the locale writes it: "28 Mmm 10:58 PM" is the longer one.
int whenWidth(const QStyleOptionViewItem& option) {
    const QTime widest(22, 58);
    const QString when = u"28 Mmm " + option.locale.toString(widest, QLocale::ShortFormat);
    return option.fontMetrics.horizontalAdvance(when) + 2 * step;
}

}  // namespace

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    painter->save();
    const auto line = static_cast<items::TimelineLine>(index.data(items::LineRole).toInt());
    if (line == items::TimelineLine::Event)
        paintEvent(painter, option, index);
    else
        paintHeading(painter, option, index, line == items::TimelineLine::Month);
    painter->restore();
}

void TimelineDelegate::paintHeading(QPainter* painter, const QStyleOptionViewItem& option,
                                    const QModelIndex& index, bool isMonth) const {
    const QRect inside = option.rect.adjusted(2 * step, 0, -2 * step, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    // A line that cannot be chosen is no disabled one: it is to be read.
    QPalette palette = option.palette;
    palette.setCurrentColorGroup(QPalette::Active);
    const QColor quiet = quietColour(palette);
    if (!isMonth) {
        QFont italic = option.font;
        italic.setItalic(true);
        painter->setFont(italic);
        paintLine(painter, inside.adjusted(iconSize + 2 * step, 0, 0, 0), text, quiet);
        return;
    }
    painter->setFont(boldFont(option.font));
    const int width = paintLine(painter, inside, text, palette.color(QPalette::Text));
    QColor rule = quiet;
    rule.setAlphaF(0.4F);
    painter->setPen(rule);
    const int y = inside.center().y();
    painter->drawLine(inside.left() + width + 2 * step, y, inside.right(), y);
}

void TimelineDelegate::paintEvent(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
    paintRowGround(painter, option);
    const RowColours colours = rowColours(option);
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    if (lit_.contains(index.data(items::EventIdRole).toLongLong())) {
        QColor lit = accentColour(Accent::Orange, option.palette);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(step, option.rect.height())), lit);
        lit.setAlphaF(0.18F);
        painter->fillRect(option.rect, lit);
    }
    const auto kind = static_cast<RecordKind>(index.data(items::KindRole).toInt());
    QRect rest = option.rect.adjusted(2 * step, 0, -2 * step, 0);
    icon(items::kindIcon(kind))
        .paint(painter, QRect(rest.left(), rest.center().y() - iconSize / 2, iconSize, iconSize),
               Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Normal);
    rest.setLeft(rest.left() + iconSize + 2 * step);
    painter->setFont(option.font);
    const int when = whenWidth(option);
    paintLine(painter, QRect(rest.left(), rest.top(), when, rest.height()),
              index.data(items::WhenRole).toString(), colours.quiet);
    rest.setLeft(rest.left() + when);
    const auto direction = static_cast<Direction>(index.data(items::DirectionRole).toInt());
    paintLine(painter, QRect(rest.left(), rest.top(), 5 * step, rest.height()),
              items::directionArrow(direction), colours.quiet);
    rest.setLeft(rest.left() + 5 * step);
    const int amount = paintLine(painter, rest, index.data(items::AmountRole).toString(),
                                 colours.text, Qt::AlignRight | Qt::AlignVCenter);
    if (amount > 0)
        rest.setRight(rest.right() - amount - 3 * step);
    const QString status = index.data(items::AutomaticRole).toBool()
                               ? tr("automatic")
                               : index.data(items::StatusRole).toString();
    const int statusWidth =
        std::min(option.fontMetrics.horizontalAdvance(status), rest.width() / 4);
    paintLine(painter,
              QRect(rest.right() - statusWidth, rest.top(), statusWidth + 1, rest.height()), status,
              colours.quiet, Qt::AlignRight | Qt::AlignVCenter);
    if (statusWidth > 0)
        rest.setRight(rest.right() - statusWidth - 3 * step);
    const int title =
        paintLine(painter, rest, index.data(items::TitleRole).toString(), colours.text);
    rest.setLeft(rest.left() + title + 2 * step);
    paintLine(painter, rest, index.data(items::SnippetRole).toString(), colours.quiet);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, std::max(option.fontMetrics.height(), iconSize) + 2 * step};
}

}  // namespace goodfaith::views

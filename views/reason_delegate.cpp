// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reason_delegate.h"

#include "models/items/item_roles.h"
#include "views/look.h"
#include "views/painting.h"

#include <QListView>
#include <QPainter>

namespace goodfaith::views {
namespace {

constexpr int signWidth = 5 * step;
constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

QString countText(const QModelIndex& index) {
    const auto events = index.data(items::EventsRole).value<QList<qint64>>();
    return events.isEmpty() ? QString() : QStringLiteral("▸ %1").arg(events.size());
}

QRect textRect(const QRect& row, const QFontMetrics& metrics, const QModelIndex& index) {
    const int count = metrics.horizontalAdvance(countText(index));
    return row.adjusted(signWidth + step, step, -(count + 3 * step), -step);
}

}  // namespace

void ReasonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    painter->save();
    paintRowGround(painter, option);
    const RowColours colours = rowColours(option);
    const bool isAgainst = index.data(items::WeightRole).toDouble() > 0;
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const QColor sign =
        isSelected ? colours.text
                   : accentColour(isAgainst ? Accent::Vermillion : Accent::Green, option.palette);
    const QRect line(option.rect.left() + step, option.rect.top() + step, signWidth - step,
                     option.fontMetrics.height());
    painter->setFont(boldFont(option.font));
    paintLine(painter, line, isAgainst ? QStringLiteral("−") : QStringLiteral("+"), sign,
              Qt::AlignCenter);
    painter->setFont(option.font);
    const QRect text = textRect(option.rect, option.fontMetrics, index);
    painter->setPen(colours.text);
    painter->drawText(text, wrapped, index.data(items::TitleRole).toString());
    const QRect count(text.right(), line.top(), option.rect.right() - 2 * step - text.right(),
                      line.height());
    paintLine(painter, count, countText(index), colours.quiet, Qt::AlignRight | Qt::AlignVCenter);
    painter->restore();
}

QSize ReasonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    const QRect text = textRect(QRect(0, 0, width, 1000), option.fontMetrics, index);
    const QRect needed =
        option.fontMetrics.boundingRect(text, wrapped, index.data(items::TitleRole).toString());
    return {width, needed.height() + 2 * step};
}

}  // namespace goodfaith::views

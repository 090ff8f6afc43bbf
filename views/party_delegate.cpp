// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/party_delegate.h"

#include "models/items/item_roles.h"
#include "views/look.h"
#include "views/painting.h"

#include <QPainter>

namespace goodfaith::views {

void PartyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    painter->save();
    paintRowGround(painter, option);
    const RowColours colours = rowColours(option);
    const QRect inside = option.rect.adjusted(3 * step, 2 * step, -3 * step, -2 * step);
    const int height = inside.height() / 3;
    QRect line(inside.left(), inside.top(), inside.width(), height);
    painter->setFont(option.font);
    const int events = paintLine(painter, line, index.data(items::StatusRole).toString(),
                                 colours.quiet, Qt::AlignRight | Qt::AlignVCenter);
    painter->setFont(boldFont(option.font));
    paintLine(painter, line.adjusted(0, 0, -events - 3 * step, 0),
              index.data(items::TitleRole).toString(), colours.text);
    painter->setFont(option.font);
    line.translate(0, height);
    paintLine(painter, line, index.data(items::KeysRole).toString(), colours.text);
    line.translate(0, height);
    paintLine(painter, line, index.data(items::WhyRole).toString(), colours.quiet);
    painter->restore();
}

QSize PartyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, 3 * (option.fontMetrics.height() + 2) + 4 * step};
}

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/match_delegate.h"

#include "models/items/item_roles.h"
#include "views/look.h"
#include "views/painting.h"

#include <QPainter>

#include <algorithm>

namespace goodfaith::views {

void MatchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    painter->save();
    paintRowGround(painter, option);
    const RowColours colours = rowColours(option);
    QRect rest = option.rect.adjusted(3 * step, 0, -3 * step, 0);
    const QString why = index.data(items::WhyRole).toString();
    painter->setFont(option.font);
    const int whyWidth = std::min(option.fontMetrics.horizontalAdvance(why), rest.width() / 3);
    paintLine(painter, QRect(rest.right() - whyWidth, rest.top(), whyWidth + 1, rest.height()), why,
              colours.quiet, Qt::AlignRight | Qt::AlignVCenter);
    rest.setRight(rest.right() - whyWidth - 3 * step);
    painter->setFont(boldFont(option.font));
    const int nameWidth =
        paintLine(painter, rest, index.data(items::TitleRole).toString(), colours.text);
    rest.setLeft(rest.left() + nameWidth + 3 * step);
    painter->setFont(option.font);
    paintLine(painter, rest, index.data(items::KeysRole).toString(), colours.quiet);
    painter->restore();
}

QSize MatchDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, option.fontMetrics.height() + 3 * step};
}

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shop_text_delegate.h"

#include "models/items/item_roles.h"
#include "views/look.h"
#include "views/painting.h"

#include <QListView>
#include <QPainter>

#include <algorithm>

namespace goodfaith::views {
namespace {

constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
constexpr int mostLines = 3;

QString shownText(const QModelIndex& index) {
    const QString why = index.data(items::WhyRole).toString();
    return why.isEmpty() ? index.data(items::SnippetRole).toString() : why;
}

// Below the title.
QRect textRect(const QRect& row, const QFontMetrics& metrics) {
    return row.adjusted(2 * step, step + metrics.height(), -2 * step, -step);
}

}  // namespace

void ShopTextDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    painter->save();
    paintRowGround(painter, option);
    const RowColours colours = rowColours(option);
    const bool isQuiet = index.data(items::QuietRole).toBool();
    const bool fits = index.data(items::WeightRole).toDouble() > 0 && !isQuiet;
    const QRect title(option.rect.left() + 2 * step, option.rect.top() + step,
                      option.rect.width() - 4 * step, option.fontMetrics.height());
    painter->setFont(fits ? boldFont(option.font) : option.font);
    paintLine(painter, title, index.data(items::TitleRole).toString(),
              isQuiet ? colours.quiet : colours.text);
    painter->setFont(option.font);
    painter->setPen(colours.quiet);
    painter->drawText(textRect(option.rect, option.fontMetrics), wrapped, shownText(index));
    painter->restore();
}

QSize ShopTextDelegate::sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    const QRect place = textRect(QRect(0, 0, width, 10'000), option.fontMetrics);
    const int line = option.fontMetrics.lineSpacing();
    const int needed = option.fontMetrics.boundingRect(place, wrapped, shownText(index)).height();
    return {width, option.fontMetrics.height() + std::min(needed, mostLines * line) + 3 * step};
}

}  // namespace goodfaith::views

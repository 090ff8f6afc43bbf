// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/painting.h"

#include "views/look.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace goodfaith::views {

void paintRowGround(QPainter* painter, const QStyleOptionViewItem& option) {
    QStyleOptionViewItem ground(option);
    ground.text.clear();
    ground.icon = {};
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
    if ((option.state & QStyle::State_HasFocus) == 0)
        return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(option);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    focus.backgroundColor = option.palette.color(QPalette::Base);
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
}

RowColours rowColours(const QStyleOptionViewItem& option) {
    if (option.state & QStyle::State_Selected) {
        const QColor selected = option.palette.color(QPalette::HighlightedText);
        return {selected, selected};
    }
    return {option.palette.color(QPalette::Text), quietColour(option.palette)};
}

int paintLine(QPainter* painter, const QRect& rect, const QString& text, const QColor& colour,
              Qt::Alignment alignment) {
    if (rect.width() <= 0 || text.isEmpty())
        return 0;
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->setPen(colour);
    painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
    return std::min(rect.width(), painter->fontMetrics().horizontalAdvance(shown));
}

}  // namespace goodfaith::views

// SPDX-License-Identifier: GPL-3.0-or-later
// What our delegates share: the style's own ground of a row, and text cut to its place.
#pragma once

#include <QColor>
#include <QRect>
#include <QString>
#include <QStyleOptionViewItem>

class QPainter;

namespace goodfaith::views {

// Selection, hover and focus as the platform draws them, without text.
void paintRowGround(QPainter* painter, const QStyleOptionViewItem& option);
// The colours of a row: on the selection both are the selection's text colour.
struct RowColours {
    QColor text;
    QColor quiet;
};
RowColours rowColours(const QStyleOptionViewItem& option);
// One line, elided at its end; answers with the width that it took.
int paintLine(QPainter* painter, const QRect& rect, const QString& text, const QColor& colour,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

}  // namespace goodfaith::views

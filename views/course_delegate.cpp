// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/course_delegate.h"

#include "models/items/item_roles.h"
#include "views/look.h"
#include "views/painting.h"

#include <QListView>
#include <QPainter>

namespace goodfaith::views {
namespace {

constexpr int signSize = 4 * step;
constexpr int narrowBelow = 88 * step;  // then the day stands above the sentence
constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

struct Places {
    QRect sign, day, sentence, moves;
    int height() const { return moves.bottom() + step; }
};

QRect wrappedRect(const QRect& from, const QString& text, const QFontMetrics& metrics) {
    return text.isEmpty() ? QRect(from.topLeft(), QSize(from.width(), 0))
                          : metrics.boundingRect(from, wrapped, text);
}

// In a row that begins at 0, 0.
Places placesIn(int width, const QFontMetrics& metrics, const QModelIndex& index) {
    const bool isNarrow = width < narrowBelow;
    const int dayWidth = metrics.horizontalAdvance(QStringLiteral("30 Sept 2024")) + 2 * step;
    Places places;
    places.sign = QRect(step, step, signSize, signSize);
    const int left = places.sign.right() + 2 * step;
    places.day = QRect(left, step, dayWidth, metrics.height());
    const int textLeft = isNarrow ? left : places.day.right();
    const int top = isNarrow ? places.day.bottom() + 1 : step;
    const QRect text(textLeft, top, width - textLeft - 2 * step, 10'000);
    places.sentence = wrappedRect(text, index.data(items::TitleRole).toString(), metrics);
    places.moves = wrappedRect(text.translated(0, places.sentence.height()),
                               index.data(items::SnippetRole).toString(), metrics);
    return places;
}

}  // namespace

void CourseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    painter->save();
    paintRowGround(painter, option);
    const RowColours colours = rowColours(option);
    const Places places = placesIn(option.rect.width(), option.fontMetrics, index);
    painter->translate(option.rect.topLeft());
    painter->setFont(option.font);
    const auto mode =
        (option.state & QStyle::State_Selected) != 0 ? QIcon::Selected : QIcon::Normal;
    const QVariant verdict = index.data(items::VerdictRole);
    if (verdict.isValid())
        verdictIcon(static_cast<VerdictKind>(verdict.toInt()))
            .paint(painter, places.sign, Qt::AlignCenter, mode);
    else if (index.data(items::JudgedRole).toBool())
        icon(QStringLiteral("person")).paint(painter, places.sign, Qt::AlignCenter, mode);
    paintLine(painter, places.day, index.data(items::WhenRole).toString(), colours.quiet);
    painter->setPen(colours.text);
    painter->drawText(places.sentence, wrapped, index.data(items::TitleRole).toString());
    painter->setPen(colours.quiet);
    painter->drawText(places.moves, wrapped, index.data(items::SnippetRole).toString());
    painter->restore();
}

QSize CourseDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    return {width, placesIn(width, option.fontMetrics, index).height() + 1};
}

}  // namespace goodfaith::views
